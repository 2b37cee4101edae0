import type { TextDocumentPositionParams } from 'vscode-languageserver';
import { GROUPINGS, SORTS, type TreeOptions } from '../../service';
import {
  ARGUMENT_AT_REQUEST,
  ARGUMENT_CHANGED,
  ARGUMENT_NODE_REQUEST,
  ARGUMENT_REQUEST,
  type ArgumentAnswer,
  type ArgumentNodeAnswer,
  type ArgumentParams,
} from '../messages';
import type { Host, RequestFeature } from './request';

/** Connections of clients that have asked: nobody else is told. */
const asked = new WeakSet<Host['connection']>();

/** For the argument view of our own client: nothing to announce. */
export const argument: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service, loadConfig, settingsRead }) => {
    const trees = service.argumentTrees;
    connection.onRequest(ARGUMENT_REQUEST, async (params: ArgumentParams): Promise<ArgumentAnswer | null> => {
      asked.add(connection);
      const options = optionsOf(params);
      await settingsRead();
      const shown = options.isAll ? service.noteUris() : options.note === null ? [] : [options.note];
      // Open points are what the rules say, and configuration files may say more of them.
      for (const uri of shown) await loadConfig(uri);
      return trees.answer(options, params.since ?? null);
    });
    connection.onRequest(ARGUMENT_NODE_REQUEST, ({ key }: { key: string }): ArgumentNodeAnswer | null =>
      trees.details(String(key)),
    );
    connection.onRequest(ARGUMENT_AT_REQUEST, ({ textDocument, position }: TextDocumentPositionParams) =>
      trees.rowAt(textDocument.uri, position),
    );
  },
  refresh: ({ connection }) => {
    if (asked.has(connection)) void connection.sendNotification(ARGUMENT_CHANGED);
  },
};

/** What a client leaves out, or says in words of another version, is as it was before there was a choice. */
function optionsOf({ textDocument, scope, grouping, sort, filter }: ArgumentParams): TreeOptions {
  return {
    note: textDocument?.uri ?? null,
    isAll: scope === 'all',
    grouping: GROUPINGS.find((known) => known === grouping) ?? 'argument',
    sort: SORTS.find((known) => known === sort) ?? 'position',
    filter: typeof filter === 'string' ? filter : '',
  };
}
