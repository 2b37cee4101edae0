import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { version } from '../../package.json';
import { startWithLessCompiling } from './compiling';
import { nodeFileSystem } from './files/nodeFileSystem';
import { openPaperFolder } from './files/paperFolder';
import type { Edges } from './lookup/edges';
import { networkOf, zoteroOf } from './network';
import { serve } from './protocol/server';
import { Lookup } from './service';
import { readWithLittleRoom } from './youngObjects';

/**
 * Serves debate notes to one client, until that ends or goes.
 * @param socket a connection to the client; without one the command line of the process names the transport: `--stdio`,
 *   `--node-ipc`, `--socket=PORT` or `--pipe=NAME`
 */
export async function startServer(socket?: Duplex): Promise<void> {
  startWithLessCompiling();
  const endReading = readWithLittleRoom();
  // A client at the other end of a channel may go without ending, and without a word.
  process.once('disconnect', () => process.exit(1));
  // Not before: this file is in the bundle of web workers, too.
  const [{ createConnection }, { connectStdio, connectStreams }] = await Promise.all([
    import('vscode-languageserver/node'),
    import('./streams'),
  ]);
  const isStdio = process.argv.includes('--stdio');
  const connection = socket ? connectStreams(socket, socket) : isStdio ? connectStdio() : createConnection();
  serve(connection, nodeFileSystem, new Lookup(edgesOf(process.env), `debate-notes/${version}`), endReading);
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
