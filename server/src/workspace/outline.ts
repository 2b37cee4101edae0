import { type Point, type Relation, relationTo } from '../argument/argument';
import type { Label } from '../argument/labelling';
import { type Accepted, isAccepted, type Reference } from '../citations/reference';
import { contentEnd } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import type { Keyword } from '../syntax/tree';
import type { Note } from './note';
import type { Notes, PointOf } from './notes';

/** What a note argues: every statement exactly once, under what it replies to. */
export interface Outline {
  readonly title: string | null;
  /** Citations that stand in no statement. */
  readonly citations: readonly OutlineCitation[];
  readonly statements: readonly OutlineStatement[];
}

export interface OutlineStatement {
  readonly kind: Keyword;
  readonly id: string | null;
  readonly speaker: string | null;
  /** Its own words on one line. */
  readonly text: string;
  /** Whether it stands; null for a statement that asserts nothing. */
  readonly label: Label | null;
  /** From the bullet or keyword to the last of its own words. */
  readonly range: TextRange;
  /** What it does to what it hangs under, or else to the first other thing it replies to. */
  readonly relation: Relation | null;
  /** Its targets as written, in order. */
  readonly targets: readonly OutlineTarget[];
  readonly citations: readonly OutlineCitation[];
  readonly children: readonly OutlineStatement[];
}

export interface OutlineTarget {
  readonly id: string;
  /** The statement meant, in this note or another; null where the target leads nowhere. */
  readonly meant: PointOf | null;
}

export interface OutlineCitation {
  readonly reference: Reference;
  readonly range: TextRange;
}

/** The argument of a note as a tree. Cost: linear in the note; no recursion, so that depth does not matter. */
export function outlineOf(notes: Notes, note: Note): Outline {
  const { points, roots } = note.argument;
  const citations = citationsByStatement(note);
  const children = new Map<number, OutlineStatement[]>(points.map(({ index }) => [index, []]));
  const built = points.map((point) => {
    const under = children.get(point.index) as OutlineStatement[];
    return outlineStatement(notes, { note, point }, citations.get(point.index) ?? [], under);
  });
  for (const { index, children: under } of points) {
    for (const child of under) children.get(index)?.push(built[child] as OutlineStatement);
  }
  const statements = roots.map((index) => built[index] as OutlineStatement);
  return { title: note.title, citations: citations.get(null) ?? [], statements };
}

function outlineStatement(
  notes: Notes,
  of: PointOf,
  citations: readonly OutlineCitation[],
  children: readonly OutlineStatement[],
): OutlineStatement {
  const { statement, speaker, text } = of.point;
  return {
    kind: statement.keyword,
    id: statement.id?.name ?? null,
    speaker,
    text,
    label: notes.labelOf(of),
    range: { start: statement.header.start, end: contentEnd(of.note.tree, statement) },
    relation: relationOf(notes, of),
    targets: statement.targets.map((target) => ({ id: target.id, meant: notes.resolve(of.note, target) })),
    citations,
    children,
  };
}

/** To the statement it hangs under, or else to the first thing that it replies to, of those to which it does anything. */
function relationOf(notes: Notes, of: PointOf): Relation | null {
  const { points } = of.note.argument;
  const parent = of.point.parent === null ? [] : [{ point: points[of.point.parent] as Point }];
  for (const { point } of [...parent, ...notes.repliedTo(of)]) {
    const relation = relationTo(of.point.statement.keyword, point.statement.keyword);
    if (relation) return relation;
  }
  return null;
}

function citationsByStatement(note: Note): Map<number | null, OutlineCitation[]> {
  const byStatement = new Map<number | null, OutlineCitation[]>();
  for (const { citation, statement } of note.citations) {
    if (!isAccepted(citation)) continue;
    const { reference, range } = citation as Accepted & { range: TextRange };
    const known = byStatement.get(statement);
    if (known) known.push({ reference, range });
    else byStatement.set(statement, [{ reference, range }]);
  }
  return byStatement;
}
