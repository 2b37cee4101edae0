// Argdown, the nearest neighbour: its parser and its model, from npm, as pinned by the lockfile in peer/.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPeers } from './installPeers';
import { dependencies } from './peer/package.json';

/** What is used of `@argdown/core`, which is installed apart and so unknown to the compiler. */
interface ArgdownCore {
  readonly ArgdownApplication: new () => Application;
  readonly ParserPlugin: new () => object;
  readonly ModelPlugin: new () => object;
}

interface Application {
  addPlugin(plugin: object, process: string): void;
  run(request: object): Response;
}

interface Response {
  readonly statements: Readonly<Record<string, unknown>>;
  readonly relations: readonly unknown[];
}

/** Argdown, ready to read. */
export interface Peer {
  readonly name: string;
  /** Parses a text and builds its model: what Argdown's own language server does on every edit. */
  read(text: string): Response;
}

/**
 * Loads the peer, and installs it first where it is not yet.
 * @returns the peer, or why there is none
 */
export async function loadPeer(): Promise<Peer | string> {
  const { folder, problem } = installPeers('peer');
  if (problem !== null) return problem;
  const entry = path.join(folder, 'node_modules', '@argdown', 'core', 'dist', 'index.js');
  const core = (await import(pathToFileURL(entry).href)) as ArgdownCore;
  const application = new core.ArgdownApplication();
  application.addPlugin(new core.ParserPlugin(), 'parse-input');
  application.addPlugin(new core.ModelPlugin(), 'build-model');
  const request = { process: ['parse-input', 'build-model'], throwExceptions: true };
  return {
    name: `@argdown/core ${dependencies['@argdown/core']}`,
    read: (input) => application.run({ ...request, parser: { throwExceptions: true }, input }),
  };
}
