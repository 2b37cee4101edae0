import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { nodeFileSystem } from './files/nodeFileSystem';
import { openPaperFolder } from './files/paperFolder';
import type { Edges } from './lookup/edges';
import { networkOf } from './network';
import { serve } from './protocol/server';
import { Lookup } from './service';

const holder = randomUUID();

const edges: Edges = {
  fetch: networkOf(process.env),
  clock: {
    now: () => Date.now(),
    // Nothing that is waited for keeps the process running.
    wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
  },
  holder,
  openStorage: (folder) => openPaperFolder(folder, holder),
};

// The transport is named on the command line: --node-ipc, --stdio or --socket=PORT.
serve(createConnection(), nodeFileSystem, new Lookup(edges, `debate-notes/${version}`));
