import { startServer } from './server';
import { startWorker } from './web';

// One bundle is the server of a process of Node and that of a web worker: with one each, the package would be too large.
// All of it runs at once in both: what is imported on demand would bring each of its modules a function of its own,
// which V8 reads twice. Only what the two places have not in common waits until it is asked for.

export { startServer };

if ('importScripts' in globalThis) void startWorker();
// An extension starts this file; the command loads it.
else if (require.main === module) void startServer();
