import { RequestType } from 'vscode-languageserver';
import {
  ARGUMENT_MAP_CHANGED,
  ARGUMENT_MAP_REQUEST,
  type ArgumentMapAnswer,
  type ArgumentMapParams,
} from '../messages';
import type { Host, RequestFeature } from './request';

const REQUEST = new RequestType<ArgumentMapParams, ArgumentMapAnswer | null, void>(ARGUMENT_MAP_REQUEST);

/** Connections of clients that have asked: nobody else is told. */
const asked = new WeakSet<Host['connection']>();

/** For the argument map of our own client: nothing to announce. */
export const argumentMap: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service, answer, encoding }) => {
    const ask = ({ textDocument, withTied }: ArgumentMapParams) => {
      asked.add(connection);
      const map = service.argumentMap(textDocument.uri, withTied === true);
      if (!map) return null;
      // The statements name their notes by number.
      const statements = map.statements.map((one) => encoding.outgoing(one, map.notes[one.note]?.uri ?? null));
      return { ...map, statements };
    };
    answer(REQUEST, ask, { isEncoded: true });
  },
  refresh: ({ connection }) => {
    if (asked.has(connection)) void connection.sendNotification(ARGUMENT_MAP_CHANGED);
  },
};
