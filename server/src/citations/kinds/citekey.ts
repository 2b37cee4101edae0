/** Keys of a bibliography, as Pandoc writes them: https://pandoc.org/MANUAL.html#citation-syntax */
import { matchAt } from '../characters';
import type { Kind, Reading, WrittenForm } from './kind';

/**
 * Letters, digits and `_`, with single punctuation marks between them; `://` may stand in a key that is an address.
 * In braces a key is anything without a space.
 */
const KEY =
  /(?:[\p{L}\p{N}_]|\*(?=\]))(?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])|:\/(?=\/)|\/(?=\/[\p{L}\p{N}_]))*/uy;
const BRACED_KEY = /\{[^\s{}]{1,200}\}/y;

/** How far before a key the bracket that holds it may begin, and how far behind it end, in UTF-16 units. */
const LONGEST_GROUP = 400;

/** Inside what brackets a key stands: Pandoc's `[see @a, p. 4; @b]`, but not the text of a link. */
function isInGroup(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_GROUP), start);
  const opened = before.lastIndexOf('[');
  if (opened === -1 || before.includes(']', opened)) return false;
  const behind = text.slice(end, end + LONGEST_GROUP);
  const closed = behind.indexOf(']');
  const isOpenAgain = behind.slice(0, closed).includes('[');
  return closed !== -1 && !isOpenAgain && !/[([]/.test(behind.charAt(closed + 1));
}

/** Reads a key behind its `@`. Behind a letter or in front of another `@` it is part of an address. */
function readKey(text: string, start: number, bodyStart: number): Reading | null {
  if (start > 0 && /[\p{L}\p{N}\p{M}._%+/@\\&=-]/u.test(text.charAt(start - 1)) && !isSuppressing(text, start))
    return null;
  const braced = matchAt(BRACED_KEY, text, bodyStart);
  const written = braced ?? matchAt(KEY, text, bodyStart);
  if (written === null) return null;
  const end = bodyStart + written.length;
  if (text.charAt(end) === '@') return null;
  const id = braced === null ? written : braced.slice(1, -1);
  return { end, stop: end, verdict: { reference: { kind: 'citekey', id, version: null, url: null, pdf: null } } };
}

/** `-@key` leaves out the author. */
function isSuppressing(text: string, start: number): boolean {
  return text.charAt(start - 1) === '-' && (start === 1 || /[\s[;(]/.test(text.charAt(start - 2)));
}

const inGroup: WrittenForm = {
  start: '@(?=[^\\s@])',
  read(text, start, bodyStart) {
    const reading = readKey(text, start, bodyStart);
    return reading && isInGroup(text, start, reading.end) ? reading : null;
  },
};

const alone: WrittenForm = { start: '@(?=[^\\s@])', typedOnly: true, read: readKey };

export const citekey: Kind<'citekey'> = {
  kind: 'citekey',
  name: 'citation key',
  written: ({ id }) => (matchAt(KEY, id, 0) === id ? `@${id}` : `@{${id}}`),
  forms: [alone, inGroup],
};
