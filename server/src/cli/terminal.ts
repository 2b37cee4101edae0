/** What a command knows of the process it runs in. */
export interface Terminal {
  /** Standard output, for results. */
  out(text: string): void;
  /** Standard error, for what could not be done. */
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<string>;
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
