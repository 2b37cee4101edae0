import { foldId } from '../../argument/argument';
import { hash } from '../../syntax/hash';
import type { NoteTree } from '../../syntax/tree';
import type { Note } from '../../workspace/note';
import { Keys, parentsFirst } from '../statementKeys';

/** What the statements of one version of a note are called. */
interface Known {
  readonly note: Note;
  readonly tree: NoteTree;
  readonly blocks: Int32Array;
  /** By number of the statement. */
  readonly keys: readonly string[];
}

/**
 * Names statements so that they keep their names while the note is edited, whatever comes to stand before them: a row
 * that stays the same is not told anew, and stays open or folded. Names are unique over all notes.
 */
export class KeyMemory {
  private readonly known = new Map<string, Known>();

  /** The names of the statements of a note, by number. Cost: linear after an edit, and little for what it left alone. */
  keysOf(note: Note): readonly string[] {
    const before = this.known.get(note.key);
    if (before?.note === note) return before.keys;
    const { tree, argument } = note;
    const keys = before ? carriedOn(before, note) : firstKeys(note);
    this.known.set(note.key, { note, tree, blocks: argument.blocks, keys });
    return keys;
  }
}

/** Names for a note of which nothing is known: the same whenever it is read. */
function firstKeys(note: Note): string[] {
  const keys = new Keys(note.argument.byId);
  const own: string[] = [];
  for (const point of parentsFirst(note.argument)) {
    own[point.index] = keys.keyOf(point, point.parent === null ? '' : (own[point.parent] as string));
  }
  const prefix = hash(note.key);
  return own.map((key) => prefix + key);
}

/** Statements outside of what was edited are the same blocks; those within are told by id, by words, or by their order. */
function carriedOn(before: Known, note: Note): string[] {
  const { tree, argument } = note;
  const { blocks } = argument;
  const keys = Array.from(blocks, (): string | undefined => undefined);
  const isSame = (old: number, now: number) =>
    before.tree.green[before.blocks[old] as number] === tree.green[blocks[now] as number];
  const least = Math.min(before.blocks.length, blocks.length);
  let start = 0;
  while (start < least && isSame(start, start)) start++;
  let end = 0;
  while (end < least - start && isSame(before.blocks.length - 1 - end, blocks.length - 1 - end)) end++;
  for (let i = 0; i < start; i++) keys[i] = before.keys[i];
  for (let i = 1; i <= end; i++) keys[blocks.length - i] = before.keys[before.blocks.length - i];
  const old = new Edited(before.tree, before.blocks, start, before.blocks.length - end);
  const now = new Edited(tree, blocks, start, blocks.length - end);
  match(old, now, (from, to) => {
    keys[to] = before.keys[from];
  });
  return named(note, keys);
}

/** Gives those that are new the name that they would have had at first, or one beside it. */
function named(note: Note, keys: readonly (string | undefined)[]): string[] {
  if (keys.every((key) => key !== undefined)) return keys as string[];
  const used = new Set(keys);
  const first = firstKeys(note);
  return keys.map((key, index) => {
    if (key !== undefined) return key;
    let fresh = first[index] as string;
    for (let number = 2; used.has(fresh); number++) fresh = `${first[index]}~${number}`;
    used.add(fresh);
    return fresh;
  });
}

/** The statements `[from, to)` of a version of a note. */
class Edited {
  readonly left: Set<number>;

  constructor(
    private readonly tree: NoteTree,
    private readonly blocks: Int32Array,
    from: number,
    to: number,
  ) {
    this.left = new Set(Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i));
  }

  id(index: number): string | null {
    const green = this.tree.green[this.blocks[index] as number];
    return green?.kind === 'statement' && green.header.id !== null ? foldId(green.header.id) : null;
  }

  words(index: number): string {
    const block = this.blocks[index] as number;
    const { starts, text } = this.tree;
    return text
      .slice(starts[block], starts[block + 1])
      .replace(/\s+/g, ' ')
      .trim();
  }

  keyword(index: number): string | null {
    const green = this.tree.green[this.blocks[index] as number];
    return green?.kind === 'statement' ? green.header.keyword : null;
  }
}

function match(old: Edited, now: Edited, pair: (from: number, to: number) => void): void {
  const take = (from: number, to: number) => {
    old.left.delete(from);
    now.left.delete(to);
    pair(from, to);
  };
  matchBy((those, index) => those.id(index), old, now, take);
  matchBy((those, index) => those.words(index), old, now, take);
  // One that is being typed in, or has become another kind: the next in order, where as many are left.
  const [from, to] = [[...old.left], [...now.left]];
  const isCertain = from.length === to.length;
  to.forEach((index, i) => {
    const other = from[i];
    if (other !== undefined && (isCertain || old.keyword(other) === now.keyword(index))) take(other, index);
  });
}

/** Pairs those that are told by the same name, in order. */
function matchBy(
  tell: (those: Edited, index: number) => string | null,
  old: Edited,
  now: Edited,
  take: (from: number, to: number) => void,
): void {
  const waiting = new Map<string, number[]>();
  for (const from of [...old.left].reverse()) {
    const name = tell(old, from);
    const alike = name === null ? undefined : waiting.get(name);
    if (alike) alike.push(from);
    else if (name !== null) waiting.set(name, [from]);
  }
  for (const to of [...now.left]) {
    const name = tell(now, to);
    const from = name === null ? undefined : waiting.get(name)?.pop();
    if (from !== undefined) take(from, to);
  }
}
