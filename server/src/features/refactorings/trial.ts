/**
 * What becomes of a note by an edit, looked at before it is offered: who answers whom follows from the columns and
 * keywords around a statement, and lines of text, quotations and comments may join what they come to stand beside.
 */
import { applied } from '../../formatting/edits';
import type { TextEdit } from '../../rules/rule';
import { statementText } from '../../syntax/pieces';
import type { NoteTree, Quotation, Statement, StatementPart } from '../../syntax/tree';
import { Note } from '../../workspace/note';

/** What a statement says of itself. */
export interface Facts {
  readonly keyword: string;
  readonly id: string | null;
  /** Targets as written. */
  readonly targets: readonly string[];
  /** Its own words on one line. */
  readonly words: string;
  /** Its quotations, code and comments, and quotations that lead up to it; indentation does not count. */
  readonly others: readonly string[];
}

/** What is to be otherwise after an edit. Statements are numbered in the order of the text, as they stand before. */
export interface Expected {
  /** The number of each statement that stands there afterwards, -1 for one that is new; undefined for the same order. */
  readonly order?: readonly number[];
  /** What statements shall say, by number, where that is something else. */
  readonly facts?: ReadonlyMap<number, Partial<Facts>>;
  /** A statement whose words may become others. */
  readonly reworded?: number;
  /** A block outside of statements that goes into one. */
  readonly taken?: number;
  /** True where passages become the new statements: then those that replied to nothing may reply to them. */
  readonly isMarking?: boolean;
}

/** The order of disjoint edits: of two at one place, the one that takes nothing away comes first. */
export function byPlace({ range: a }: TextEdit, { range: b }: TextEdit): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * Whether edits do what is expected and nothing else: every statement says the same and replies to the same, and the
 * passages between them are as before.
 * @param edits disjoint, in any order. Cost: reading what they touch again, and the statements of the note in numbers
 * @param after the note with the edits, for who has it already
 */
export function isAsExpected(
  note: Note,
  edits: readonly TextEdit[],
  expected: Expected = {},
  after: Note = afterEdits(note, edits),
): boolean {
  return repliesAreKept(note, after, expected) && factsAreKept(note, after, expected);
}

/** The note as it would be after some disjoint edits. Cost: copying the text, and reading what they touch again. */
export function afterEdits(note: Note, edits: readonly TextEdit[]): Note {
  return new Note(note.uri, applied(note.text, [...edits].sort(byPlace)), null, note);
}

function repliesAreKept(
  { argument: before }: Note,
  { argument: after }: Note,
  { order, isMarking }: Expected,
): boolean {
  const count = before.blocks.length;
  if ((order?.filter((index) => index >= 0).length ?? count) !== count) return false;
  if (after.blocks.length !== (order?.length ?? count)) return false;
  if (after.structure === before.structure && !order) return true;
  const numberOf = (index: number) => (index < 0 ? -1 : (order?.[index] ?? index));
  for (let now = 0; now < after.blocks.length; now++) {
    const index = numberOf(now);
    if (index < 0) continue;
    const replies = repliesOf(after, now).map(numberOf);
    const repliesBefore = repliesOf(before, index);
    const isAdopted = isMarking && repliesBefore.length === 0 && replies.length > 0 && replies.every((to) => to < 0);
    if (isAdopted) continue;
    if (after.speakers[now] !== before.speakers[index]) return false;
    if (replies.length !== repliesBefore.length || replies.some((to, i) => to !== repliesBefore[i])) return false;
  }
  return true;
}

function repliesOf({ structure: { replyStart, replyTo } }: Note['argument'], index: number): number[] {
  return [...replyTo.subarray(replyStart[index], replyStart[index + 1])];
}

function factsAreKept(note: Note, after: Note, { order, facts, reworded, taken, isMarking }: Expected): boolean {
  const region = changedBlocks(note.tree, after.tree);
  const said = saidIn(note, region.from, region.oldTo, !isMarking, taken);
  const saidNow = saidIn(after, region.from, region.newTo, !isMarking);
  const written = (index: number, fact: Facts) => JSON.stringify(index === reworded ? { ...fact, words: '' } : fact);
  const wanted = new Map(
    [...said.statements].map(([index, fact]) => [index, written(index, { ...fact, ...facts?.get(index) })]),
  );
  for (const [now, fact] of saidNow.statements) {
    const index = order?.[now] ?? now;
    if (index < 0) continue;
    if (wanted.get(index) !== written(index, fact)) return false;
    wanted.delete(index);
  }
  if (wanted.size > 0) return false;
  return isMarking || JSON.stringify(said.passages) === JSON.stringify(saidNow.passages);
}

/**
 * The blocks that two versions of a note do not share, and the statements around them, to which what stands between may
 * belong: `[from, oldTo)` before, `[from, newTo)` after.
 */
function changedBlocks({ green: old }: NoteTree, { green: fresh }: NoteTree) {
  let from = 0;
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from++;
  let [oldTo, newTo] = [old.length, fresh.length];
  while (oldTo > from && newTo > from && old[oldTo - 1] === fresh[newTo - 1]) [oldTo, newTo] = [oldTo - 1, newTo - 1];
  while (from > 0 && old[from - 1]?.kind !== 'statement') from--;
  let further = 0;
  while (oldTo + further < old.length && old[oldTo + further++]?.kind !== 'statement');
  return { from, oldTo: oldTo + further, newTo: newTo + further };
}

/** What stands in some blocks: the statements by number, and what belongs to none, if that is asked for. */
function saidIn({ tree, argument }: Note, from: number, to: number, withPassages: boolean, without?: number) {
  const statements = new Map<number, Facts>();
  const passages: string[] = [];
  let number = argument.firstFrom(from);
  let quotations: Quotation[] = [];
  for (let index = from; index < to; index++) {
    if (tree.green[index]?.kind === 'blank' || index === without) continue;
    const block = tree.block(index);
    if (block.kind === 'statement') {
      const led = quotations.map((quotation) => unindented(tree, quotation));
      statements.set(number++, factsOf(tree, block, led));
    } else if (withPassages && block.kind !== 'quotation') passages.push(`${block.kind} ${unindented(tree, block)}`);
    if (block.kind === 'quotation') quotations.push(block);
    else if (block.kind !== 'comment') {
      // Those that lead up to no statement are passages of their own.
      if (block.kind !== 'statement') passages.push(...quotations.map((quotation) => unindented(tree, quotation)));
      quotations = [];
    }
  }
  passages.push(...quotations.map((quotation) => unindented(tree, quotation)));
  return { statements, passages: passages.sort() };
}

function factsOf(tree: NoteTree, statement: Statement, led: readonly string[]): Facts {
  const parts = statement.parts.filter(({ kind }) => kind !== 'text');
  return {
    keyword: statement.keyword,
    id: statement.id?.name ?? null,
    targets: statement.targets.map(({ range }) => tree.text.slice(range.start, range.end)),
    words: statementText(tree, statement),
    others: [...led, ...parts.map((part) => `${part.kind} ${unindented(tree, part)}`)],
  };
}

function unindented({ text }: NoteTree, { start, end }: StatementPart | Quotation | { start: number; end: number }) {
  const lines = text.slice(start, end).split(/\r\n|[\r\n]/);
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trimEnd();
}
