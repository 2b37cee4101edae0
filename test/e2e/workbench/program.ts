import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A problem that the person at the terminal can act on: printed as it is, without a stack. */
export class Explained extends Error {}

/** Exit code of a command that cannot run on this machine, and has said why; that of Automake's tests. */
export const NOT_RUN = 77;

type CleanUp = () => void | Promise<void>;

/** What a command has opened and must close, however it ends: normally, by an error or by Ctrl-C. */
export class Scope {
  readonly #cleanUps: CleanUp[] = [];
  #ending: Promise<void> | undefined;

  /** Whether the clean-ups have begun. */
  get isEnding(): boolean {
    return this.#ending !== undefined;
  }

  /** Registers a clean-up; they run last first, each once. In a scope that has ended it runs at once. */
  onEnd(cleanUp: CleanUp): void {
    this.#cleanUps.push(cleanUp);
    if (this.#ending) this.#ending = this.#ending.then(() => this.#runCleanUps());
  }

  /** A fresh folder that goes away at the end. Its path is short: VS Code puts sockets there, whose paths are limited. */
  async temporaryFolder(): Promise<string> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'debate-'));
    this.onEnd(() => fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
  }

  /** Runs the clean-ups; a failing one is reported and does not keep the others from running. */
  end(): Promise<void> {
    // Not at once: the clean-ups, too, ask whether the scope is ending.
    this.#ending ??= Promise.resolve().then(() => this.#runCleanUps());
    return this.#ending;
  }

  async #runCleanUps(): Promise<void> {
    for (let cleanUp = this.#cleanUps.pop(); cleanUp; cleanUp = this.#cleanUps.pop()) {
      try {
        await cleanUp();
      } catch (error) {
        console.error(error);
      }
    }
  }
}

const interrupts = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a command's body and ends the process with the code that it returns; 1 when it throws, and 128 plus the
 * signal's number when it is interrupted. Either way everything in the scope is closed first.
 */
export async function runProgram(body: (scope: Scope) => Promise<number>): Promise<void> {
  const scope = new Scope();
  let interruption: number | undefined;
  for (const [signal, code] of Object.entries(interrupts)) {
    process.on(signal, () => {
      if (scope.isEnding) return;
      interruption = code;
      void scope.end().then(() => process.exit(code));
    });
  }
  let code = 1;
  try {
    code = await body(scope);
  } catch (error) {
    // What closes around an interrupted body makes it fail: that is no news.
    if (interruption === undefined) console.error(error instanceof Explained ? `\n${error.message}\n` : error);
  }
  await scope.end();
  process.exit(interruption ?? code);
}
