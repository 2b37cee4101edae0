import type { Point } from '../../argument/argument';
import { contentEnd } from '../../syntax/pieces';
import type { Keyword } from '../../syntax/tree';
import type { Note } from '../../workspace/note';
import type { Notes, PointOf } from '../../workspace/notes';
import { shortened } from '../../workspace/shortened';
import { noteName } from '../noteName';
import type { KeyMemory } from './keyMemory';
import type { OpenPoint } from './openPoints';
import { type Entry, NO_REPLIES, nodeOf, type OpenRule, type Place, type TreeNode } from './treeNode';

/** UTF-16 units of a statement that a row is given: more than any sidebar shows. */
const LONGEST_TEXT = 200;
/** The same of what a statement replies to, which stands behind its own words. */
const LONGEST_TARGET = 40;

/** The keys of the statements of some notes, and rows for them: what all ways to group them have in common. */
export class StatementRows {
  private readonly open = new Map<Note, ReadonlyMap<number, OpenRule>>();

  /**
   * @param before rows as they were, by key
   * @param openPoints of a note that is shown
   */
  constructor(
    private readonly notes: Notes,
    private readonly keys: KeyMemory,
    private readonly before: ReadonlyMap<string, Entry>,
    private readonly openPoints: (note: Note) => readonly OpenPoint[],
  ) {}

  /** The key of a statement, the same in every grouping. */
  keyOf({ note, index }: { readonly note: Note; readonly index: number }): string {
    return this.keys.keysOf(note)[index] as string;
  }

  /** The row of a statement. Cost: its replies. */
  row(of: PointOf, more: Partial<TreeNode> = {}): Omit<Entry, 'children' | 'parent'> {
    const { note, point } = of;
    const { statement, speaker, text } = point;
    const label = this.notes.labelOf(of);
    const id = statement.id?.name ?? null;
    const node = nodeOf({
      key: this.keyOf({ note, index: point.index }),
      type: 'statement',
      note: note.uri,
      text: shortened(text, LONGEST_TEXT),
      kind: statement.keyword,
      id,
      speaker,
      label,
      open: this.openIn(note).get(point.index) ?? null,
      replies: this.repliesTo(of),
      ...more,
    });
    // Only a filter asks for it.
    const search = () => searched([id === null ? '' : `#${id}`, speaker ?? '', statement.keyword, label ?? '', text]);
    return { node: this.asBefore(node), place: placeOf(of), search };
  }

  /** The very node that was there, where it shows the same: then it need be neither compared nor told. */
  asBefore(node: TreeNode): TreeNode {
    const known = this.before.get(node.key)?.node;
    return known && showsSame(known, node) ? known : node;
  }

  /** What a statement replies to first, in a few words; null where there is nothing. */
  targetName(of: PointOf): string | null {
    const [that] = this.notes.repliedTo(of);
    if (!that) return null;
    const { statement, speaker, text } = that.point;
    const path = that.note === of.note ? '' : noteName(that.note);
    if (statement.id) return `${path}#${statement.id.name}`;
    const words = shortened(text, LONGEST_TARGET);
    return speaker === null ? words : `${speaker}: ${words}`;
  }

  private openIn(note: Note): ReadonlyMap<number, OpenRule> {
    let open = this.open.get(note);
    if (!open) {
      const points = this.openPoints(note).flatMap(({ index, rule }) =>
        index === null ? [] : [[index, rule] as const],
      );
      open = new Map(points);
      this.open.set(note, open);
    }
    return open;
  }

  private repliesTo(of: PointOf): TreeNode['replies'] {
    const replies = this.notes.repliesTo(of);
    if (replies.length === 0) return NO_REPLIES;
    const counts: Partial<Record<Keyword, number>> = {};
    for (const { point } of replies) {
      const { keyword } = point.statement;
      counts[keyword] = (counts[keyword] ?? 0) + 1;
    }
    return counts;
  }
}

function showsSame(a: TreeNode, b: TreeNode): boolean {
  return (
    a.text === b.text &&
    a.label === b.label &&
    a.open === b.open &&
    a.kind === b.kind &&
    a.speaker === b.speaker &&
    a.id === b.id &&
    a.repliesTo === b.repliesTo &&
    a.note === b.note &&
    a.type === b.type &&
    a.linked === b.linked &&
    isSameCount(a.replies, b.replies)
  );
}

function isSameCount(a: TreeNode['replies'], b: TreeNode['replies']): boolean {
  const kinds = Object.keys(a) as Keyword[];
  return kinds.length === Object.keys(b).length && kinds.every((kind) => a[kind] === b[kind]);
}

function placeOf({ note, point }: PointOf): Place {
  const { statement, index } = point as Point;
  return { note, index, start: statement.header.start, end: contentEnd(note.tree, statement) };
}

/** A text as it is searched: capitals and marks on letters do not matter. */
export function searched(parts: readonly string[]): string {
  return parts.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
