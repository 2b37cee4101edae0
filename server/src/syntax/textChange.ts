/** One stretch of a text that was replaced: offsets before and after, in UTF-16 units. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Units that are compared at once: long enough to run at the speed of memory, short enough to narrow down by hand. */
const CHUNK = 4096;

/**
 * The shortest stretch that turns one text into another, widened so that it never parts CR from LF. Editors say what
 * they changed, but a text read from a file or set by another program comes without a word; comparing is as fast as
 * copying, and always right.
 * @returns null where the texts are equal. Cost: the texts, at the speed of comparing memory.
 */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = commonStart(before, after, shorter);
  let tail = commonEnd(before, after, shorter - start);
  if (start > 0 && before.charCodeAt(start - 1) === CR) start--;
  if (tail > 0 && before.charCodeAt(before.length - tail) === LF) tail--;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

function commonStart(a: string, b: string, longest: number): number {
  let at = 0;
  while (at + CHUNK <= longest && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK;
  while (at < longest && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, longest: number): number {
  let length = 0;
  const isSame = (from: number, to: number) =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  while (length + CHUNK <= longest && isSame(length, length + CHUNK)) length += CHUNK;
  while (length < longest && a.charCodeAt(a.length - length - 1) === b.charCodeAt(b.length - length - 1)) length++;
  return length;
}

const LF = 10;
const CR = 13;
