/** What a command knows of the process it runs in. */
export interface Terminal {
  /** Standard output, for results. */
  out(text: string): void;
  /** Standard error, for what could not be done. */
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Whether standard input is a person's keyboard, as far as can be told. */
  readonly isTyped: boolean;
  /** Which outputs a person looks at, as far as can be told. */
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  /** Characters in a line of the terminal. */
  readonly columns: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since some moment. */
  now(): number;
}

/** Exit codes of every command. */
export const EXIT = {
  /** Done, and nothing to complain about. */
  clean: 0,
  /** Done, and there are errors or warnings. */
  problems: 1,
  /** Not all that was asked could be done. */
  failed: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export type Format = 'text' | 'json';
