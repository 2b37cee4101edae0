import { runProgram } from '../../server/src/cli/program';
import type { Terminal } from '../../server/src/cli/terminal';

/** What a run of `debate-notes` left behind. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `debate-notes` in this process, with some arguments and standard input. */
export async function run(args: readonly string[], input = ''): Promise<Outcome> {
  const terminal = new RecordingTerminal(input);
  const exitCode = await runProgram(args, terminal);
  return { exitCode, out: terminal.written.out, err: terminal.written.err };
}

class RecordingTerminal implements Terminal {
  readonly written = { out: '', err: '' };

  constructor(private readonly typed: string) {}

  out(text: string): void {
    this.written.out += text;
  }

  err(text: string): void {
    this.written.err += text;
  }

  async input(): Promise<string> {
    return this.typed;
  }
}
