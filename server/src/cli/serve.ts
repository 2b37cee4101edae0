import type { Duplex } from 'node:stream';
import { connectedTo } from '../network';
import { complain } from './printed';
import { EXIT, type ExitCode, type Terminal } from './terminal';

/** How the client is talked to; exactly one. */
export interface ServeOptions {
  readonly stdio?: boolean;
  readonly nodeIpc?: boolean;
  /** Port of this machine on which the client listens. */
  readonly socket?: number;
}

/** What runs the language server; in a bundle of its own, which is loaded when it is needed. */
export type LoadServer = () => Promise<{ startServer(socket?: Duplex): Promise<void> }>;

/** Starts the language server; it then ends the process when its client ends it. Returns once it has been started. */
export async function serve(options: ServeOptions, terminal: Terminal, load: LoadServer): Promise<ExitCode> {
  if (options.nodeIpc && !process.send) {
    complain(
      terminal,
      "'--node-ipc' is for programs that fork this one with a channel. From anywhere else, '--stdio'.",
    );
    return EXIT.failed;
  }
  if (options.stdio && terminal.isTyped) {
    complain(terminal, 'This is a language server, and waits for an editor to talk to it; Ctrl+C ends it.');
    complain(terminal, 'How editors are told to start it is in docs/editors. To check notes here: debate-notes check.');
  }
  let socket: Duplex | undefined;
  if (options.socket !== undefined) {
    try {
      socket = await connectedTo(options.socket);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      complain(terminal, `Nobody listens on port ${options.socket} of this machine: ${reason}.`);
      return EXIT.failed;
    }
  }
  await (await load()).startServer(socket);
  return EXIT.clean;
}
