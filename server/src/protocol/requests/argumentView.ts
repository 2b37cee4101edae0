import { ARGUMENT_REQUEST, type ArgumentAnswer, type ArgumentParams } from '../messages';
import type { RequestFeature } from './request';

/** For the argument view of our own client: nothing to announce. */
export const argument: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service }) => {
    connection.onRequest(ARGUMENT_REQUEST, ({ textDocument }: ArgumentParams): ArgumentAnswer | null =>
      service.argumentView(textDocument.uri),
    );
  },
};
