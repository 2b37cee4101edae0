import { isWordCharacter } from './characters';
import { citekey } from './kinds/citekey';
import type { Reading, WrittenForm } from './kinds/kind';
import { ALL_KINDS, findUnclearHost, KNOWN_HOSTS, readSchemeless, readUrl } from './pages';
import type { Citation } from './reference';
import { ANGLES_IN_URL, runFrom } from './run';

/**
 * A URL. Between the brackets of Markdown (`<URL>`, `[title](URL)`) punctuation at its end is its own, since the
 * writer marked where it ends.
 */
const url: WrittenForm = {
  start: 'https?:\\/\\/',
  read(text, start, bodyStart) {
    const unclear = findUnclearHost(text, bodyStart);
    const run = runFrom(text, unclear?.end ?? bodyStart, ANGLES_IN_URL);
    if (unclear) return { ...run, verdict: { reason: unclear.reason } };
    const end = isDelimited(text, start, run.stop) ? run.stop : run.end;
    return { end, stop: run.stop, verdict: readUrl(text.slice(start, end)) };
  },
};

function isDelimited(text: string, start: number, stop: number): boolean {
  const next = text.charAt(stop);
  if (next === '>') return text.charAt(start - 1) === '<';
  return next === ')' && text.slice(Math.max(start - 2, 0), start) === '](';
}

/** `arxiv.org/abs/2107.03374`: the page of a paper on a known host. */
const schemeless: WrittenForm = {
  start: `(?:${KNOWN_HOSTS})\\/`,
  read(text, start, bodyStart) {
    // Here the host is the end of a longer name, or part of an address or path.
    if (start > 0 && /[._@/\\%=&-]/.test(text.charAt(start - 1))) return null;
    const { end, stop } = runFrom(text, bodyStart, ANGLES_IN_URL);
    return { end, stop, verdict: readSchemeless(text.slice(start, end)) };
  },
};

const FORMS: readonly WrittenForm[] = [url, schemeless, ...ALL_KINDS.flatMap((kind) => kind.forms)];

/** Patterns by their sources: with keys or without, the forms begin alike, and V8 takes milliseconds to compile that. */
const PATTERNS = new Map<string, RegExp>();

/** Finds what is a reference even in the middle of prose. */
export const searchProse = searcher(FORMS.filter((form) => !form.typedOnly));

/** Finds, besides, citation keys without brackets. */
export const searchWithKeys = searcher(FORMS.filter((form) => !form.typedOnly || citekey.forms.includes(form)));

/** Finds, besides, what is one only where a reference is expected and stands alone. */
export const searchTyped = searcher(FORMS);

/**
 * A search for several forms at once, in one pass over the text: its citations in order, disjoint. Where two forms
 * begin at the same place, the earlier one is meant. `offset` is added to all ranges.
 */
function searcher(written: readonly WrittenForm[]): (text: string, offset?: number) => Citation[] {
  // Of forms that begin alike the first is meant wherever one begins.
  const forms = written.filter(({ start }, index) => written.findIndex((form) => form.start === start) === index);
  const starts = anyOf(forms.map(({ start }) => start));
  return (text, offset = 0) => {
    const citations: Citation[] = [];
    starts.lastIndex = 0;
    for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
      const reading = readForm(forms, text, match);
      if (reading === null) continue;
      starts.lastIndex = Math.max(reading.stop, starts.lastIndex);
      const range = { start: match.index + offset, end: reading.end + offset };
      if (reading.verdict !== null) citations.push({ range, ...reading.verdict });
    }
    return citations;
  };
}

function anyOf(starts: readonly string[]): RegExp {
  const source = starts.map((start) => `(${start})`).join('|');
  const pattern = PATTERNS.get(source) ?? new RegExp(source, 'gi');
  PATTERNS.set(source, pattern);
  return pattern;
}

function readForm(forms: readonly WrittenForm[], text: string, match: RegExpExecArray): Reading | null {
  if (isWordCharacter(text, match.index - 1)) return null;
  const form = forms[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
  return form?.read(text, match.index, match.index + match[0].length) ?? null;
}
