import { RequestType } from 'vscode-languageserver';
import { ARGUMENT_REQUEST, type ArgumentAnswer, type ArgumentParams } from '../messages';
import type { RequestFeature } from './request';

const REQUEST = new RequestType<ArgumentParams, ArgumentAnswer | null, void>(ARGUMENT_REQUEST);

/** For the argument view of our own client: nothing to announce. */
export const argument: RequestFeature = {
  announce: () => ({}),
  serve: ({ service, answer }) => {
    answer(REQUEST, ({ textDocument }) => service.argumentView(textDocument.uri));
  },
};
