import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import type { Edges } from './lookup/edges';
import { networkOf } from './network';
import { serve } from './protocol/server';
import { Lookup } from './service';

/** The scope of a web worker, as far as it is needed: a port to whoever made the worker. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const edges: Edges = {
  fetch: networkOf({}),
  clock: { now: () => Date.now(), wait },
  holder: crypto.randomUUID(),
  // A worker has no folders. What was looked up is kept until it ends.
  openStorage: () => null,
};

const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
serve(connection, null, new Lookup(edges, `debate-notes/${version}`));

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
