import {
  ARGUMENT_MAP_CHANGED,
  ARGUMENT_MAP_REQUEST,
  type ArgumentMapAnswer,
  type ArgumentMapParams,
} from '../messages';
import type { Host, RequestFeature } from './request';

/** Connections of clients that have asked: nobody else is told. */
const asked = new WeakSet<Host['connection']>();

/** For the argument map of our own client: nothing to announce. */
export const argumentMap: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service }) => {
    connection.onRequest(
      ARGUMENT_MAP_REQUEST,
      ({ textDocument, withTied }: ArgumentMapParams): ArgumentMapAnswer | null => {
        asked.add(connection);
        return service.argumentMap(textDocument.uri, withTied === true);
      },
    );
  },
  refresh: ({ connection }) => {
    if (asked.has(connection)) void connection.sendNotification(ARGUMENT_MAP_CHANGED);
  },
};
