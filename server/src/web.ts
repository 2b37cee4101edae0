import type { BrowserMessageReader } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import type { Edges } from './lookup/edges';
import { networkOf } from './network';
import { serve } from './protocol/server';
import { Lookup } from './service';
import { withValue } from './streams';

/** The scope of a web worker, as far as it is needed: a port to whoever made the worker. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves debate notes to whoever made this web worker, until they end it. */
export async function startWorker(): Promise<void> {
  const port = globalThis as unknown as Port;
  // What the worker is sent must find somebody who listens: nothing is waited for but what is in the bundle.
  const { BrowserMessageReader, BrowserMessageWriter, createConnection } = await import(
    'vscode-languageserver/browser'
  );
  const writer = new BrowserMessageWriter(port);
  const write = writer.write.bind(writer);
  writer.write = (message) => write(withValue(message));
  const connection = createConnection(new BrowserMessageReader(port), writer);
  serve(connection, null, new Lookup(edgesOf(), `debate-notes/${version}`));
}

function edgesOf(): Edges {
  return {
    fetch: networkOf({}),
    clock: { now: () => Date.now(), wait },
    holder: crypto.randomUUID(),
    // A worker has no folders. What was looked up is kept until it ends.
    openStorage: () => null,
  };
}

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
