/** Reads JSON from outside, of which nothing is sure: what is not as expected counts as not there. */

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a chain of fields and places leads to; undefined where it leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let reached = value;
  for (const step of path) {
    if (typeof reached !== 'object' || reached === null || !Object.hasOwn(reached, step)) return undefined;
    reached = (reached as Readonly<Record<string | number, unknown>>)[step];
  }
  return reached;
}

/** A text that is more than white space, its white space folded; null for anything else. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const text = at(value, ...path);
  return typeof text === 'string' ? folded(text) : null;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** A year as a number or in digits; null for anything else. */
export function yearAt(value: unknown, ...path: readonly (string | number)[]): number | null {
  const year = Number(at(value, ...path) ?? Number.NaN);
  return Number.isInteger(year) && year > 0 && year < 10_000 ? year : null;
}

/** A text with its runs of white space as single spaces; null when nothing is left. Formats wrap lines where they like. */
export function folded(text: string): string | null {
  return text.split(/\s+/).filter(Boolean).join(' ') || null;
}
