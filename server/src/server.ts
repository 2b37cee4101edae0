import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Connection } from 'vscode-languageserver';
import { version } from '../../package.json';
import { nodeFileSystem } from './files/nodeFileSystem';
import { openPaperFolder } from './files/paperFolder';
import type { Edges } from './lookup/edges';
import { networkOf, zoteroOf } from './network';
import { serve } from './protocol/server';
import { Lookup } from './service';
import { type Connect, connectStdio, connectStreams } from './streams';

/**
 * Serves debate notes to one client, until that ends or goes.
 * @param socket a connection to the client; without one the command line of the process names the transport: `--stdio`,
 *   `--node-ipc`, `--socket=PORT` or `--pipe=NAME`
 */
export async function startServer(socket?: Duplex): Promise<void> {
  // A client at the other end of a channel may go without ending, and without a word.
  process.once('disconnect', () => process.exit(1));
  // Not before: this file is in the bundle of web workers, too.
  const { createConnection } = await import('vscode-languageserver/node');
  serve(
    connectionOf(createConnection, socket),
    nodeFileSystem,
    new Lookup(edgesOf(process.env), `debate-notes/${version}`),
  );
}

function connectionOf(connect: Connect, socket?: Duplex): Connection {
  if (socket) return connectStreams(connect, socket, socket);
  return process.argv.includes('--stdio') ? connectStdio(connect) : connect();
}

function edgesOf(environment: NodeJS.ProcessEnv): Edges {
  const holder = randomUUID();
  return {
    fetch: networkOf(environment),
    postToZotero: zoteroOf(environment),
    clock: {
      now: () => Date.now(),
      // Nothing that is waited for keeps the process running.
      wait: (milliseconds, signal) =>
        setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
    },
    holder,
    openStorage: (folder) => openPaperFolder(folder, holder),
  };
}
