import type { CancellationToken } from 'vscode-languageserver';
import type { Progress } from '../progress';
import type { Host } from '../requests/request';

/** A command of the server, as clients run it by `workspace/executeCommand`: one file each, one line in `registry.ts`. */
export interface ServerCommand {
  readonly name: string;
  /** Runs it. What is not as it should be among the arguments counts as not given. */
  run(host: Host, args: readonly unknown[], invocation: Invocation): Promise<unknown>;
}

export interface Invocation {
  /** The request was taken back. */
  readonly token: CancellationToken;
  /** Shows the user how far it is, where the client can. */
  progress(title: string): Promise<Progress>;
}
