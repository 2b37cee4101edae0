/** How a sentence reads when a citation is taken out of it. */
import type { TextEdit } from '../../syntax/textEdit';
import type { TextRange } from '../../syntax/textRange';

/** What leads up to a citation and is nothing without it. */
const LEAD_IN = /(?:(?:see(?: also)?|cf\.?|e\.g\.,?|i\.e\.,?|via|from|source:?|cited in)\s+)?$/iu;
/** A word that needs what follows it: `as shown in arXiv:…`. */
const NEEDS_MORE =
  /(?:^|[^\p{L}])(?:a|an|and|as|at|but|by|for|from|in|is|of|on|or|paper|per|read|say|says|see|shows?|than|that|the|to|via|was|with)$/iu;
/** Words that must be left of a sentence that has no mark before its citation. */
const LEAST_WORDS = 3;
/** What holds so much white space in a row is no sentence, and would be dear to look at. */
const NO_SENTENCE = /\s{20}/u;

/**
 * Takes a citation out of a line, with the brackets, marks and lead-in that only serve it.
 * @param at the citation in the line, the brackets around it not included
 * @param isFirst whether a text begins with the line
 * @param isLast whether it ends there
 * @returns null where the sentence needs it
 */
export function withoutCitation(line: string, at: TextRange, isFirst: boolean, isLast: boolean): TextEdit | null {
  if (NO_SENTENCE.test(line)) return null;
  const title = titleAround(line, at);
  if (title) return title;
  const isAngled = line[at.start - 1] === '<' && line[at.end] === '>';
  const before = line.slice(0, at.start - (isAngled ? 1 : 0));
  const after = line.slice(at.end + (isAngled ? 1 : 0));
  const cut = inBrackets(before, after) ?? alone(before, after, isFirst, isLast);
  if (!cut) return null;
  const range = { start: before.length - cut.before, end: line.length - after.length + cut.after };
  return { range, newText: cut.between ?? '' };
}

/** How many characters go before and after a citation, and what comes between what is left. */
interface Cut {
  readonly before: number;
  readonly after: number;
  readonly between?: string;
}

/** Of `[title](citation)`, the title stays. */
function titleAround(line: string, { start, end }: TextRange): TextEdit | null {
  if (line.slice(start - 2, start) !== '](' || line[end] !== ')') return null;
  let depth = 1;
  let open = start - 3;
  for (; open >= 0; open--) {
    if (line[open] === ']') depth++;
    if (line[open] === '[' && --depth === 0) break;
  }
  const title = line.slice(open + 1, start - 2);
  if (open < 0 || !/[\p{L}\p{N}]/u.test(title) || title === line.slice(start, end)) return null;
  return { range: { start: open, end: end + 1 }, newText: title };
}

/** `(see citation)` goes as a whole; of `(Perez, citation, p. 4)` the citation and one comma go. */
function inBrackets(before: string, after: string): Cut | null {
  const lead = lengthOf(LEAD_IN, before);
  const rest = before.slice(0, before.length - lead);
  const opening = /\s*[([]\s*$/u.exec(rest)?.[0].length ?? 0;
  const closing = lengthOf(/^\s*[)\]]/u, after);
  if (opening > 0 && closing > 0) return { before: opening + lead, after: closing };
  if (!hasOpenBracket(before)) return null;
  const comma = lengthOf(/\s*[,;]\s*$/u, rest);
  if (comma > 0 && /^\s*[,;)\]]/u.test(after)) return { before: comma + lead, after: 0 };
  const next = lengthOf(/^\s*[,;]\s+/u, after);
  return opening > 0 && next > 0 ? { before: lead, after: next } : null;
}

function hasOpenBracket(before: string): boolean {
  let depth = 0;
  for (const char of before) {
    if ('(['.includes(char)) depth++;
    else if (')]'.includes(char)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** At the end, in a sentence of its own, or before everything that is said. */
function alone(before: string, after: string, isFirst: boolean, isLast: boolean): Cut | null {
  if (isFirst && before.trim() === '') {
    const mark = lengthOf(/^\s*[:—–-]\s+/u, after);
    return mark > 0 ? { before: before.length, after: mark } : null;
  }
  const lead = lengthOf(LEAD_IN, before);
  const rest = before.slice(0, before.length - lead);
  const stop = lengthOf(/^\s*[.!?…]*\s*$/u, after);
  if (/[.!?…]["”’)]*\s+$/u.test(rest)) return ownSentence(rest, lead, after, isLast && stop === after.length);
  if (!isLast || stop !== after.length) return null;
  const mark = lengthOf(/\s*[,;:—–-]\s*$/u, rest);
  if (mark > 0 && mark < rest.length) return { before: mark + lead, after: 0 };
  const words = rest.trimEnd();
  if (words.split(/\s+/u).length < LEAST_WORDS || NEEDS_MORE.test(words)) return null;
  return { before: rest.length - words.length + lead, after: 0 };
}

/** Behind a sentence: with its own full stop, and one of the spaces around it. */
function ownSentence(rest: string, lead: number, after: string, isEnd: boolean): Cut | null {
  if (isEnd) return { before: rest.length - rest.trimEnd().length + lead, after: after.length };
  const stop = lengthOf(/^\s*[.;]\s+/u, after);
  return stop > 0 ? { before: lead, after: stop } : null;
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
