/** Which keywords a statement can have so that nothing hangs elsewhere: where indentation is missing, they decide. */
import { Section, takersBeside } from '../argument/parents';
import { DEEPER } from '../syntax/columns';
import { KEYWORDS, type Keyword } from '../syntax/tree';
import type { Note } from './note';

/**
 * Whether everything in a statement's section hangs where it hung once the statement has another keyword. Where a
 * statement names what it replies to, its place does not matter; a claim may come to stand on its own.
 * Cost: the note in numbers when it is first asked of a note, then constant; the section in numbers for a citation line,
 * whose keyword decides about columns, too.
 * @param index of the statement in its note
 */
export function nestsAlike(note: Note, index: number, keyword: Keyword): boolean {
  const own = placedAt(note, note.argument.blocks[index] as number);
  if (own?.keyword === 'cite' || keyword === 'cite') return nestsAlikeWith(note, index, keyword);
  let refused = REFUSED.get(note);
  if (!refused) {
    refused = refusedKeywords(note);
    REFUSED.set(note, refused);
  }
  return ((refused[index] as number) & bit(keyword)) === 0;
}

/** The keywords that each statement of a note cannot have, as bits. */
const REFUSED = new WeakMap<Note, Uint8Array>();

function bit(keyword: Keyword): number {
  return 1 << KEYWORDS.indexOf(keyword);
}

/** A statement as far as it matters for who stands above whom. */
interface Placed {
  readonly keyword: Keyword;
  readonly column: number;
  /** Whether its place decides what it replies to. */
  readonly isByPlace: boolean;
}

function placedAt({ tree }: Note, block: number): Placed | null {
  const green = tree.green[block];
  if (green?.kind !== 'statement') return null;
  return { keyword: green.header.keyword, column: green.column, isByPlace: green.targets.length === 0 };
}

function nestsAlikeWith(note: Note, index: number, keyword: Keyword): boolean {
  const { tree, argument } = note;
  const own = argument.blocks[index] as number;
  let first = own;
  while (first > 0 && tree.green[first]?.kind !== 'heading') first--;
  const section = new Section();
  let at = argument.firstFrom(first);
  for (let block = first; block < tree.green.length; block++) {
    if (tree.green[block]?.kind === 'heading' && block > own) break;
    const placed = placedAt(note, block);
    if (!placed) continue;
    const parent = section.place(block === own ? keyword : placed.keyword, placed.column, at);
    const isAlone = block === own && keyword === 'claim' && parent < 0;
    if (placed.isByPlace && parent !== argument.structure.above[at] && !isAlone) return false;
    at++;
  }
  return true;
}

function refusedKeywords(note: Note): Uint8Array {
  const refused = new Uint8Array(note.argument.blocks.length);
  for (const { first, statements } of sectionsOf(note)) {
    const above = note.argument.structure.above.subarray(first, first + statements.length);
    refuseForItself(statements, above, first, refused);
    refuseForOthers(statements, above, first, refused);
  }
  return refused;
}

interface Statements {
  /** Index of the first in the note. */
  readonly first: number;
  readonly statements: Placed[];
}

function sectionsOf(note: Note): Statements[] {
  const sections: Statements[] = [{ first: 0, statements: [] }];
  let count = 0;
  note.tree.green.forEach(({ kind }, block) => {
    if (kind === 'heading') sections.push({ first: count, statements: [] });
    const placed = placedAt(note, block);
    if (!placed) return;
    sections.at(-1)?.statements.push(placed);
    count++;
  });
  return sections;
}

/** Refuses keywords with which a statement would itself hang elsewhere. */
function refuseForItself(statements: readonly Placed[], above: Int32Array, first: number, refused: Uint8Array): void {
  const section = new Section();
  statements.forEach(({ keyword, column, isByPlace }, at) => {
    for (const other of isByPlace ? KEYWORDS : []) {
      const parent = section.parentOf(other, column);
      if (parent !== above[at] && !(other === 'claim' && parent < 0)) refuse(refused, first + at, bit(other));
    }
    section.place(keyword, column, first + at);
  });
}

/**
 * Refuses keywords with which a statement would take a later line that is not indented under anything, or no longer
 * take one. From the last statement up, so that the lines which may be taken are known.
 */
function refuseForOthers(statements: readonly Placed[], above: Int32Array, first: number, refused: Uint8Array): void {
  // For each column and keyword: of the later lines there that such a statement can take, the parent furthest up.
  const furthest = new Map<number, Map<Keyword, number>>();
  for (let at = statements.length - 1; at >= 0; at--) {
    const { keyword, column, isByPlace } = statements[at] as Placed;
    for (let beside = column - 1; beside <= column + 1; beside++) {
      for (const [taker, parent] of furthest.get(beside) ?? []) {
        if (parent < first + at) refuse(refused, first + at, bit(taker));
      }
    }
    const parent = above[at] as number;
    if (!isByPlace || isIndentedUnder(statements[parent - first], column)) continue;
    const takers = takersBeside(keyword);
    const here = furthest.get(column) ?? new Map<Keyword, number>();
    for (const taker of takers) here.set(taker, Math.min(parent, here.get(taker) ?? parent));
    furthest.set(column, here);
    if (parent >= 0) refuse(refused, parent, ~takers.reduce((bits, taker) => bits | bit(taker), 0));
  }
}

function isIndentedUnder(parent: Placed | undefined, column: number): boolean {
  return parent !== undefined && parent.column <= column - DEEPER;
}

function refuse(refused: Uint8Array, index: number, bits: number): void {
  refused[index] = (refused[index] as number) | bits;
}
