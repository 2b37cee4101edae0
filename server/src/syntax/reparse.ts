/**
 * Parsing after an edit: only the blocks that it touches are read again, until one begins where an untouched one began
 * before. The rest of the green blocks are those of the tree before. (Restarting at a safe place and meeting the old
 * tree again: Wagner and Graham, *Efficient and Flexible Incremental Parsing*, TOPLAS 1998, for lines instead of tokens.)
 */
import { BlockParser } from './blockParser';
import { skipBlank } from './columns';
import { type Replaced, withStep } from './edits';
import { isFenceCloser } from './enclosures';
import { findFrontMatter } from './findFrontMatter';
import type { GreenBlock } from './green';
import type { LineIndex } from './lineIndex';
import { blockAt, PlacedTree, Placement } from './noteTree';
import { place } from './parse';
import { changeBetween, type TextChange } from './textChange';
import type { NoteTree, Unclosed } from './tree';

/** A tree and which of its blocks are new, compared with the tree before; all others are the same objects. */
export interface Reparsed extends Replaced {
  readonly tree: NoteTree;
}

/**
 * Parses another text of a note.
 * @param before the tree of any earlier text
 * @returns what `parse` returns for the text, sharing what has not changed; never throws.
 * Cost: comparing the texts, moving the starts of lines and blocks, and parsing the blocks around the edit.
 */
export function reparse(before: NoteTree, text: string): Reparsed {
  const change = changeBetween(before.text, text);
  if (!change) return { tree: before, from: 0, oldTo: 0, newTo: 0 };
  const lines = before.lines.edited(text, change);
  const oldFront = frontMatterOf(before);
  if (oldFront && change.start > oldFront.length) return patched(before, text, lines, change, null);
  const front = findFrontMatter(text, lines);
  return patched(before, text, lines, change, front || oldFront ? { front } : null);
}

function frontMatterOf({ green }: NoteTree): GreenBlock | null {
  return green[0]?.kind === 'frontMatter' ? green[0] : null;
}

/**
 * Reads blocks until the old ones fit again, and puts them in.
 * @param changed the front matter that the text has now, if it may be another one than before
 */
function patched(
  before: NoteTree,
  text: string,
  lines: LineIndex,
  change: TextChange,
  changed: { readonly front: GreenBlock | null } | null,
): Reparsed {
  const from = changed ? 0 : firstTouched(before, text, lines, change);
  const front = changed?.front ?? null;
  const parser = new BlockParser(text, lines, front?.lineCount ?? before.firstLines[from] ?? 0);
  const fresh: GreenBlock[] = front ? [front] : [];
  const freshLines: number[] = front ? [0] : [];
  let oldTo = meeting(before, from, lines, change, parser);
  while (oldTo < 0) {
    freshLines.push(parser.nextLine);
    fresh.push(parser.next());
    oldTo = meeting(before, from, lines, change, parser);
  }
  const green = before.green.slice(0, from).concat(fresh, before.green.slice(oldTo));
  const lineShift = parser.nextLine - (before.firstLines[oldTo] ?? 0);
  const freshStarts = freshLines.map((line) => lines.start(line));
  const starts = spliced(before.starts, from, oldTo, freshStarts, change.newEnd - change.oldEnd);
  const firstLines = spliced(before.firstLines, from, oldTo, freshLines, lineShift);
  const replaced = { from, oldTo, newTo: from + fresh.length };
  const steps = withStep({ before: before.identity, replaced }, before.steps);
  const tree = new PlacedTree(text, new Placement(lines, green, starts, firstLines), place, steps);
  before.facts.carriedTo(tree, replaced);
  return { tree, ...replaced };
}

/** The old block that begins where the parser stands, behind the edit, and so goes on as before; -1 if there is none. */
function meeting(before: NoteTree, from: number, lines: LineIndex, change: TextChange, parser: BlockParser): number {
  if (parser.isDone) return before.green.length;
  const start = lines.start(parser.nextLine);
  if (start < change.newEnd || parser.isInsideComment) return -1;
  const oldStart = start - change.newEnd + change.oldEnd;
  const old = blockAt(before, oldStart);
  if (old < from || before.starts[old] !== oldStart) return -1;
  // Front matter that something was put in front of is none.
  const { kind, enclosed } = before.green[old] as GreenBlock;
  return enclosed.continuesComment || kind === 'frontMatter' ? -1 : old;
}

function spliced(old: Int32Array, from: number, oldTo: number, fresh: readonly number[], shift: number): Int32Array {
  const result = new Int32Array(from + fresh.length + old.length - oldTo);
  result.set(old.subarray(0, from));
  result.set(fresh, from);
  let at = from + fresh.length;
  for (let i = oldTo; i < old.length; i++) result[at++] = (old[i] as number) + shift;
  return result;
}

/** The first block that may be another one now. */
function firstTouched(before: NoteTree, text: string, lines: LineIndex, change: TextChange): number {
  const touched = cleanStart(before, blockAt(before, change.start));
  const closing = closedBy(text, lines, change);
  const opener = closing ? firstUnclosed(before, touched, closing) : touched;
  return opener < touched ? cleanStart(before, opener) : touched;
}

/** The last block up to one that does not begin inside a comment and that no block before has looked at. */
function cleanStart(before: NoteTree, touched: number): number {
  let first = touched;
  do {
    while (first > 0 && before.green[first]?.enclosed.continuesComment) first--;
    first = restartBefore(before, first);
  } while (before.green[first]?.enclosed.continuesComment);
  return first;
}

/** The first of the blocks before one that looked at it, or ran into it, when it was read; itself if none did. */
function restartBefore({ green }: NoteTree, touched: number): number {
  const kindOf = (index: number) => green[index]?.kind;
  switch (kindOf(touched - 1)) {
    // A statement looks across blank lines for words that are indented under it.
    case 'blank':
      return kindOf(touched - 2) === 'statement' ? touched - 2 : touched - 1;
    case 'statement':
    case 'prose':
    case 'quotation':
    case 'comment':
      return touched - 1;
    default:
      return touched;
  }
}

/** What kinds of openers an edit may have closed: those whose closers stand in the lines that it touches. */
function closedBy(text: string, lines: LineIndex, { start, newEnd }: TextChange): Set<Unclosed['kind']> | null {
  const kinds = new Set<Unclosed['kind']>();
  if (text.slice(Math.max(0, start - 2), newEnd + 2).includes('-->')) kinds.add('comment');
  const last = lines.lineAt(newEnd);
  for (let line = lines.lineAt(start); line <= last; line++) {
    const end = lines.end(line);
    const offset = skipBlank(text, lines.start(line), end);
    if (isFenceCloser(text, offset, end)) kinds.add(text[offset] as '`' | '~');
  }
  return kinds.size > 0 ? kinds : null;
}

function firstUnclosed({ green }: NoteTree, end: number, kinds: ReadonlySet<Unclosed['kind']>): number {
  const closes = ({ kind }: Unclosed) => kinds.has(kind);
  const found = green.findIndex(({ enclosed }, index) => index >= end || enclosed.unclosed.some(closes));
  return found < 0 ? end : found;
}
