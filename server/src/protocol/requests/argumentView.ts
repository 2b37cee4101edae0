import { type CancellationToken, RequestType, type TextDocumentPositionParams } from 'vscode-languageserver';
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

const NODE = new RequestType<{ key: string }, ArgumentNodeAnswer | null, void>(ARGUMENT_NODE_REQUEST);
const AT = new RequestType<TextDocumentPositionParams, string | null, void>(ARGUMENT_AT_REQUEST);

/** For the argument view of our own client: nothing to announce. */
export const argument: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service, schedule, loadConfig, settingsRead, answer }) => {
    const trees = service.argumentTrees;
    // Has no positions, and says itself which version it is of: one that is old is of use until the next.
    const show = async (params: ArgumentParams, token: CancellationToken): Promise<ArgumentAnswer | null> => {
      asked.add(connection);
      const options = optionsOf(params);
      const since = params.since ?? null;
      await settingsRead();
      // Open points are what the rules say, and configuration files may say more of them.
      if (!options.isAll) {
        if (options.note !== null) await loadConfig(options.note);
        return trees.answer(options, since);
      }
      for (const uri of service.noteUris()) {
        await loadConfig(uri);
        await schedule.makeRoom();
      }
      return schedule.run(trees.answering(options, since), token);
    };
    connection.onRequest(ARGUMENT_REQUEST, show);
    answer(NODE, ({ key }) => trees.details(String(key)));
    answer(AT, ({ textDocument, position }) => trees.rowAt(textDocument.uri, position));
  },
  refresh: ({ connection, service }) => {
    service.argumentTrees.lookAgain();
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
