import { relationTo } from '../../argument/argument';
import type { Keyword } from '../../syntax/tree';
import type { Note } from '../note';
import type { Notes, PointOf } from '../notes';
import type { Standing } from '../standing';

/** What a statement comes to, in the end, for a claim. */
export interface Side {
  readonly claim: PointOf;
  readonly does: 'supports' | 'attacks';
}

/** A claim or an answer, by note and number: places in texts change more often than who answers whom. */
interface Root {
  readonly note: string;
  readonly index: number;
  readonly does: Side['does'];
}

/** Claims of which one statement is said to be for or against: a bound, so that targets cannot multiply. */
const MOST_CLAIMS = 8;

const KNOWN = new WeakMap<Standing, ReadonlyMap<string, readonly Root[][]>>();

/**
 * For and against which claims a statement speaks: what it replies to is followed up to claims and answers. A support
 * keeps the side of what it supports, a rebuttal changes it, and so does an undercut: against a support it is against the
 * claim, against a rebuttal for it. Questions take no side. A claim is for itself. At most eight, the earliest first.
 * Cost: the statements of all notes tied to this one, once while nobody's answers change; then nothing.
 */
export function sidesOf(notes: Notes, note: Note, statement: number): Side[] {
  const standing = notes.standing(note);
  let known = KNOWN.get(standing);
  if (!known) {
    known = rootsOf(notes, notes.tiedTo(note));
    KNOWN.set(standing, known);
  }
  return (known.get(note.key)?.[statement] ?? []).flatMap(({ note: key, index, does }) => {
    const of = notes.get(key);
    const point = of?.argument.point(index);
    return of && point ? [{ claim: { note: of, point }, does }] : [];
  });
}

/** From each claim down through all replies: so that rings end, and each statement is looked at a few times at most. */
function rootsOf(notes: Notes, tied: readonly Note[]): Map<string, Root[][]> {
  const found = new Map(tied.map((note) => [note.key, note.argument.points.map((): Root[] => [])]));
  for (const note of tied) {
    for (const point of note.argument.points) {
      if (isRoot(point.statement.keyword)) spread(notes, { note, point }, found);
    }
  }
  return found;
}

/** Tells all that speak for or against a claim, however far below it they stand. */
function spread(notes: Notes, claim: PointOf, found: ReadonlyMap<string, Root[][]>): void {
  const waiting: { readonly at: PointOf; readonly does: Side['does'] }[] = [{ at: claim, does: 'supports' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, does } = next;
    const root = { note: claim.note.key, index: claim.point.index, does };
    if (!add(found.get(at.note.key)?.[at.point.index], root)) continue;
    for (const reply of notes.repliesTo(at)) {
      const sign = signOf(reply.point.statement.keyword, at.point.statement.keyword);
      if (sign !== null) waiting.push({ at: reply, does: sign > 0 ? does : opposite(does) });
    }
  }
}

function isRoot(keyword: Keyword): boolean {
  return keyword === 'claim' || keyword === 'answer';
}

/** 1 where a reply is for what it replies to, -1 where it is against it, null for neither. */
function signOf(keyword: Keyword, to: Keyword): 1 | -1 | null {
  const relation = relationTo(keyword, to);
  if (relation === 'supports' || relation === 'concedes') return 1;
  return relation === 'rebuts' || relation === 'undercuts' ? -1 : null;
}

function opposite(does: Side['does']): Side['does'] {
  return does === 'supports' ? 'attacks' : 'supports';
}

/** False where it is there already, or there is no room. */
function add(roots: Root[] | undefined, root: Root): boolean {
  const isKnown = (one: Root) => one.note === root.note && one.index === root.index && one.does === root.does;
  if (!roots || roots.length >= MOST_CLAIMS || roots.some(isKnown)) return false;
  roots.push(root);
  return true;
}
