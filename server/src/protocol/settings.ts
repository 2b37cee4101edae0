/** What users can set, as the server needs it. */
export interface Settings {
  /** Glob patterns of Markdown files that are treated as notes. */
  readonly include: readonly string[];
}

/** Reads `debateNotes` settings; whatever is not as it should be counts as not set. */
export function readSettings(written: unknown): Settings {
  const { include } = isRecord(written) ? written : {};
  return { include: Array.isArray(include) ? include.filter((pattern) => typeof pattern === 'string') : [] };
}

function isRecord(value: unknown): value is { readonly include?: unknown } {
  return typeof value === 'object' && value !== null;
}
