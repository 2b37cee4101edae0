import { Socket } from 'node:net';
import { runProgram } from '../../server/src/cli/program';
import type { Terminal } from '../../server/src/cli/terminal';

/** What a run of `debate-notes` left behind. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** Language servers that were started: the port that each talks to, or null where it talks otherwise. */
  readonly started?: readonly (number | null)[];
}

/** What the process is like that a run takes place in; a pipe on both sides unless it says more. */
export type Circumstances = Partial<Pick<Terminal, 'isTerminal' | 'isTyped' | 'columns' | 'environment' | 'now'>>;

/** Runs `debate-notes` in this process, with some arguments and standard input. */
export async function run(
  args: readonly string[],
  input: string | Uint8Array = '',
  circumstances: Circumstances = {},
): Promise<Outcome> {
  const terminal = recordingTerminal(input, circumstances);
  const started: (number | null)[] = [];
  const exitCode = await runProgram(args, terminal, async () => ({
    startServer: async (socket) => void started.push(socket instanceof Socket ? (socket.remotePort ?? null) : null),
  }));
  return { exitCode, ...terminal.written, ...(started.length > 0 && { started }) };
}

/** A terminal that keeps what is written to it. */
export function recordingTerminal(input: string | Uint8Array = '', circumstances: Circumstances = {}) {
  const written = { out: '', err: '' };
  const terminal: Terminal & { readonly written: { readonly out: string; readonly err: string } } = {
    written,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    input: async () => Buffer.from(input),
    isTyped: false,
    isTerminal: { out: false, err: false },
    columns: 80,
    environment: {},
    now: () => 0,
    ...circumstances,
  };
  return terminal;
}
