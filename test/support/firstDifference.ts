import { isDeepStrictEqual } from 'node:util';

/** Where two values differ first, with what each has there: `a.b[3]: 1, not 2`; null where they are equal. */
export function firstDifference(actual: unknown, expected: unknown, at = ''): string | null {
  if (isDeepStrictEqual(actual, expected)) return null;
  if (isNested(actual) && isNested(expected) && Array.isArray(actual) === Array.isArray(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const found = firstDifference(actual[key], expected[key], `${at} › ${key}`);
      if (found) return found;
    }
  }
  const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 400);
  return `${at}: ${shown(actual)}, not ${shown(expected)}`;
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
