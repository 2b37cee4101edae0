/** Book numbers, as described in the ISBN Users' Manual: https://www.isbn-international.org/content/isbn-users-manual */
import { isWordCharacter, matchAt, pathOf } from '../characters';
import type { Reference, Verdict } from '../reference';
import type { Kind, WrittenForm } from './kind';

/** Judges a number with or without its hyphens or spaces. */
function isbnVerdict(written: string): Verdict {
  const digits = written.replace(SEPARATORS, '').toUpperCase();
  if (digits.length === 9) return oldNumber(digits);
  if (digits.length !== 10 && digits.length !== 13) {
    return { reason: `an ISBN has 10 or 13 digits, not ${digits.length}` };
  }
  const body = digits.slice(0, -1);
  if (/X/.test(digits.length === 10 ? body : digits)) return { reason: 'an X stands only at the end of 10 digits' };
  if (digits.length === 13 && !/^97[89]/.test(digits)) return { reason: 'an ISBN of 13 digits begins with 978 or 979' };
  if (digits.startsWith('9790')) return { reason: 'numbers that begin with 979-0 are those of printed music' };
  const right = digits.length === 10 ? checkDigit10(body) : checkDigit13(body);
  if (digits.at(-1) !== right) {
    return { reason: `a digit is wrong: after ${body} the last one, which checks the others, would be ${right}` };
  }
  return { reference: referenceTo(digits.length === 10 ? `978${body}` : body) };
}

/** The numbers of before 1970 are those of today without the 0 they begin with. */
function oldNumber(digits: string): Verdict {
  const reason = 'an ISBN has 10 or 13 digits, not 9';
  const verdict = isbnVerdict(`0${digits}`);
  return 'reference' in verdict ? { reason, meant: verdict.reference } : { reason };
}

/** @param body 12 digits */
function referenceTo(body: string): Reference {
  const id = body + checkDigit13(body);
  return { kind: 'isbn', id, version: null, url: `https://openlibrary.org/isbn/${id}`, pdf: null };
}

/** The last digit of 13, after the 12 of `body`. */
function checkDigit13(body: string): string {
  const sum = Array.from(body, Number).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** The last digit of 10, after the 9 of `body`; X stands for ten. */
function checkDigit10(body: string): string {
  const sum = Array.from(body, Number).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}

/** People part the groups with spaces and with every kind of hyphen and dash. */
const SEPARATOR = '[ \\u00a0\\u2009\\u202f\\u2010-\\u2013\\u2212-]';
const SEPARATORS = new RegExp(SEPARATOR, 'g');
const NUMBER = `\\d(?:${SEPARATOR}?\\d){7,15}(?:${SEPARATOR}?x)?`;
const GROUPS = new RegExp(NUMBER, 'iy');
const WHOLE = new RegExp(`^${NUMBER}$`, 'i');

/**
 * The number at an offset; null when there is none. Where spaces part it, the next number of the text may follow: then
 * it ends where it checks, or else where it has the right length.
 */
function numberAt(text: string, at: number): string | null {
  const whole = matchAt(GROUPS, text, at);
  if (whole === null || isWordCharacter(text, at + whole.length)) return null;
  const ends = [...Array.from(whole.matchAll(/[ \u00a0\u2009\u202f]/g), ({ index }) => index), whole.length];
  const candidates = ends.map((end) => whole.slice(0, end));
  const digits = (candidate: string) => candidate.replace(SEPARATORS, '').length;
  return (
    candidates.find((candidate) => 'reference' in isbnVerdict(candidate)) ??
    candidates.findLast((candidate) => digits(candidate) === 13 || digits(candidate) === 10) ??
    candidates.find((candidate) => digits(candidate) >= 9) ??
    whole
  );
}

const prefixed: WrittenForm = {
  start:
    '(?:urn:)?isbn(?:[ -]?1[03](?![\\d-]))?(?:[ \\t\\u00a0]{0,2}[:#][ \\t\\u00a0]{0,2}|[ \\t\\u00a0]{1,2}|(?=\\d))',
  read(text, _start, bodyStart) {
    const written = numberAt(text, bodyStart);
    if (written === null) return null;
    const end = bodyStart + written.length;
    return { end, stop: end, verdict: isbnVerdict(written) };
  },
};

const ROUTES: readonly RegExp[] = [/^isbn\/([\dx-]+)/i, /^(?:search\/)?isbn[:/]([\dx-]+)/i, /^books\/isbn\/([\dx-]+)/i];

function readPage(page: URL): Verdict | null {
  const path = pathOf(page).join('/');
  for (const route of ROUTES) {
    const written = route.exec(path)?.[1];
    if (written !== undefined) return isbnVerdict(written);
  }
  return null;
}

/** `978-0-262-03384-8` without a prefix: thirteen digits that check are no telephone number. */
const bare: WrittenForm = {
  start: `97[89](?=${SEPARATOR}?\\d)`,
  typedOnly: true,
  read(text, start) {
    if (start > 0 && /[./\\@_=%&:+$-]/.test(text.charAt(start - 1))) return null;
    const written = numberAt(text, start);
    if (written === null) return null;
    const verdict = isbnVerdict(written);
    const end = start + written.length;
    return { end, stop: end, verdict: 'reference' in verdict ? verdict : null };
  },
};

export const isbn: Kind<'isbn'> = {
  kind: 'isbn',
  name: 'ISBN',
  written: ({ id }) => `ISBN ${id}`,
  hosts: '(?:www\\.)?openlibrary\\.org|(?:(?:www|search)\\.)?worldcat\\.org|(?:www\\.)?isbnsearch\\.org',
  readPage,
  forms: [prefixed, bare],
  judgeAlone(input) {
    if (!WHOLE.test(input)) return null;
    const digits = input.replace(SEPARATORS, '');
    const verdict = isbnVerdict(input);
    // Thirteen digits with such a beginning are meant as one; ten may be anything unless they check.
    return /^97[89]\d{10}$/.test(digits) || (digits.length === 10 && 'reference' in verdict) ? verdict : null;
  },
};
