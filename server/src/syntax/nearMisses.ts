/**
 * Lines that were meant to be statements and are prose, because their header does not fit. Pasted prose begins with a
 * keyword now and then (“Claim (see above) was wrong”, “Support #Ukraine”), so what could be an ordinary sentence is
 * left alone, and what is doubtful counts only in a note with statements.
 */

import { BlockFacts } from './blockFacts';
import { textOfBlock } from './blockMemo';
import { isBlank, skipBlank } from './columns';
import { editDistance } from './editDistance';
import { type GreenBlock, partsOf } from './green';
import { afterBullet, Header, parseAttribute, parseHeader } from './header';
import type { TextRange } from './textRange';
import { KEYWORDS, type Keyword, type NoteTree } from './tree';

export interface NearMiss {
  readonly kind: 'colon' | 'twice' | 'parenthesis' | 'target' | 'keyword';
  /** What is wrong; empty where something is missing. */
  readonly range: TextRange;
  /** The keyword as written. */
  readonly written: TextRange;
  /** The keyword that is meant. */
  readonly keyword: Keyword;
  /** The one edit that makes the line a statement; null where none is sure to be right. */
  readonly repair: { readonly range: TextRange; readonly newText: string } | null;
}

/** Characters of a line that are looked at; no header is nearly as long. */
const WINDOW = 300;

/** The near misses of a note, in the order of the text: in prose and in the text of statements. Cost: `BlockFacts.in`. */
export function nearMisses(tree: NoteTree): readonly NearMiss[] {
  const hasStatements = tree.green.some(({ kind }) => kind === 'statement');
  return (hasStatements ? IN_NOTE : IN_PROSE).in(tree).flatMap(({ block, facts }) => {
    const shift = tree.starts[block] as number;
    return facts.map((miss) => moved(miss, shift));
  });
}

const NONE: readonly NearMiss[] = [];
const MAY_MISS: ReadonlySet<GreenBlock['kind']> = new Set<GreenBlock['kind']>(['statement', 'prose']);

const IN_NOTE = new BlockFacts((tree, block) => missesOfBlock(tree, block, true));
const IN_PROSE = new BlockFacts((tree, block) => missesOfBlock(tree, block, false));

function missesOfBlock(tree: NoteTree, block: number, hasStatements: boolean): readonly NearMiss[] {
  const green = tree.green[block] as GreenBlock;
  return MAY_MISS.has(green.kind) ? missesIn(green, textOfBlock(tree, block), hasStatements) : NONE;
}

/** Those of a block that stands alone in a text. */
function missesIn(green: GreenBlock, text: string, hasStatements: boolean): readonly NearMiss[] {
  const found = linesOfWords(green).flatMap((piece) =>
    beginsLine(text, piece) ? (nearMissAt(text, piece, hasStatements) ?? []) : [],
  );
  return found.length > 0 ? found : NONE;
}

function moved(miss: NearMiss, shift: number): NearMiss {
  const { range, written, repair } = miss;
  return {
    ...miss,
    range: movedRange(range, shift),
    written: movedRange(written, shift),
    repair: repair && { ...repair, range: movedRange(repair.range, shift) },
  };
}

function movedRange({ start, end }: TextRange, shift: number): TextRange {
  return { start: start + shift, end: end + shift };
}

function linesOfWords(green: GreenBlock): readonly TextRange[] {
  if (green.kind === 'statement') return partsOf(green).flatMap((part) => (part.kind === 'text' ? part.pieces : []));
  return green.block.kind === 'prose' ? green.block.pieces : [];
}

/** Whether nothing but blanks stands in front of a piece on its line. */
function beginsLine(text: string, { start }: TextRange): boolean {
  let at = start;
  while (at > 0 && isBlank(text[at - 1])) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

function nearMissAt(text: string, piece: TextRange, hasStatements: boolean): NearMiss | null {
  const line = { start: piece.start, end: Math.min(piece.end, piece.start + WINDOW) };
  const start = afterBullet(text, line.start, line.end);
  const end = wordEnd(text, start, line.end);
  if (end - start < 3 || end - start > 11) return null;
  const written = { start, end };
  const word = text.slice(start, end).toLowerCase();
  const keyword = KEYWORDS.find((candidate) => candidate === word);
  if (keyword) return malformed(text, { start, end: line.end }, written, keyword, hasStatements);
  return hasStatements ? misspelt(text, line, written) : null;
}

function wordEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && /\p{L}/u.test(text[end] as string)) end++;
  return end;
}

/**
 * Words that are one slip away from a keyword and stand in front of colons in ordinary texts: plurals, past tenses, and
 * other words of English and its neighbours.
 */
const ORDINARY = new Set(
  `claims clam claimed cites cited citer city cit site cute kite bite mite rite lite nite cine cote cate cita citi
   supports support's supporto questions questione answers answered rebuttals undercuts concessions confession`.split(
    /\s+/,
  ),
);

function misspelt(text: string, line: TextRange, written: TextRange): NearMiss | null {
  const word = text.slice(written.start, written.end).toLowerCase();
  if (ORDINARY.has(word)) return null;
  const keyword = KEYWORDS.find((candidate) => editDistance(word, candidate, 1) === 1);
  if (!keyword) return null;
  const fixed = text.slice(line.start, written.start) + keyword + text.slice(written.end, line.end);
  if (!parseHeader(fixed, 0, fixed.length)) return null;
  return { kind: 'keyword', range: written, written, keyword, repair: { range: written, newText: keyword } };
}

function malformed(
  text: string,
  line: TextRange,
  written: TextRange,
  keyword: Keyword,
  hasStatements: boolean,
): NearMiss | null {
  const header = new Header(keyword, line.start, written.start);
  let at = written.end;
  for (;;) {
    const next = skipBlank(text, at, line.end);
    // A word that touches the keyword is part of a text, as in `claim(x)` and `claims`.
    if (next === written.end) return null;
    const after = parseAttribute(text, next, line.end, header);
    if (after < 0) return slipAt(text, line, { at, next, written, header, hasStatements });
    at = after;
  }
}

interface Slip {
  /** Behind the last attribute that fits. */
  readonly at: number;
  /** Where the next does not. */
  readonly next: number;
  readonly written: TextRange;
  /** As far as it fits. */
  readonly header: Header;
  readonly hasStatements: boolean;
}

function slipAt(text: string, line: TextRange, slip: Slip): NearMiss | null {
  const { at, next, written, header } = slip;
  const colon = text.slice(next, line.end).indexOf(':') + next;
  const base = { written, keyword: header.keyword };
  const mark = text.slice(next, next + 2);
  const isAttribute = /^(?:#|\(|->)/.test(mark);
  if (isAttribute && colon >= next) {
    const range = { start: next, end: Math.max(colon, next + 1) };
    if (mark[0] === '(' && header.speakerStart < 0) {
      const repair = { range: { start: colon, end: colon }, newText: ')' };
      return isCertain(text, slip, true) ? { ...base, kind: 'parenthesis', range, repair } : null;
    }
    if (mark === '->' && header.targets?.length === 0) return targetSlip(text, { start: next, end: colon }, base);
    return isCertain(text, slip, true) ? { ...base, kind: 'twice', range, repair: null } : null;
  }
  if (!isCertain(text, slip, false)) return null;
  const place = { start: at, end: at };
  return { ...base, kind: 'colon', range: place, repair: { range: place, newText: ':' } };
}

/** `-> name:` without its `#`. */
function targetSlip(text: string, arrow: TextRange, base: Pick<NearMiss, 'written' | 'keyword'>): NearMiss | null {
  const start = skipBlank(text, arrow.start + 2, arrow.end);
  const name = /^\p{L}[\p{L}\p{M}\p{N}_-]*[ \t]*$/u.exec(text.slice(start, arrow.end));
  const range = { start, end: arrow.end };
  const repair = name ? { range: { start, end: start }, newText: '#' } : null;
  return { ...base, kind: 'target', range, repair };
}

/** Whether a line cannot well be an ordinary sentence that begins with a keyword. */
function isCertain(text: string, { written, header, hasStatements }: Slip, hasColon: boolean): boolean {
  const { id, speaker, targets } = header;
  if (targets && targets.length > 0) return true;
  if (id && speaker) return true;
  const isLowerCase = /^\p{Ll}/u.test(text.slice(written.start, written.end));
  // `Support #Ukraine` is a sentence of our time.
  if (id) return isLowerCase;
  if (speaker) return hasStatements && (/^@|^\p{Lu}/u.test(speaker) || (isLowerCase && !/\s/.test(speaker)));
  return hasColon && hasStatements && isLowerCase;
}
