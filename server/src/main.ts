import type { Duplex } from 'node:stream';

// One bundle is the server of a process of Node and that of a web worker: with one each, the package would be too large.
// What is imported on demand is in the bundle, and does not run before.

/** Starts the server in a process, as `server.ts` says. */
export async function startServer(socket?: Duplex): Promise<void> {
  (await import('./server')).startServer(socket);
}

if ('importScripts' in globalThis) void import('./web');
// An extension starts this file; the command loads it.
else if (require.main === module) void startServer();
