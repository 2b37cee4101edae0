/**
 * The argument of one note: its statements, who answers whom, and the tree it is shown as. References to other
 * notes are kept as written; the workspace resolves them.
 */
import { introductions, statementsOf, statementText } from '../syntax/pieces';
import type { Keyword, NoteTree, Quotation, Statement, Target } from '../syntax/tree';
import { positionalParents } from './parents';
import { displayParents } from './rings';

/** What a statement does to the one it answers. */
export type Relation = 'supports' | 'rebuts' | 'undercuts' | 'asks' | 'answers' | 'concedes';

export interface Argument {
  /** In the order of the text. All indices below are into this list. */
  readonly points: readonly Point[];
  /** id, folded by `foldId` -> index; of two statements with one id, the first is meant. */
  readonly byId: ReadonlyMap<string, number>;
  /** Points that are shown at the top of the tree, in the order of the text. */
  readonly roots: readonly number[];
}

/** A statement in its argument. */
export interface Point {
  readonly index: number;
  readonly statement: Statement;
  /** Its own words on one line. */
  readonly text: string;
  /** Named by the statement, by a heading above, or (a support that names none) by what it supports. */
  readonly speaker: string | null;
  /** Quotations right above that lead up to it. */
  readonly introducedBy: readonly Quotation[];
  /** Who stands above it by position, whatever its targets say. */
  readonly above: number | null;
  /** What it replies to: its targets, or the statement above where it has none. */
  readonly repliesTo: readonly Reply[];
  /** What of this note replies to it, in the order of the text. */
  readonly replies: readonly number[];
  /** Where it hangs in the argument tree; null at the top. */
  readonly parent: number | null;
  /** What hangs under it in the argument tree, in the order of the text. */
  readonly children: readonly number[];
}

/** One thing that a statement replies to. */
export interface Reply {
  /** Index in this note; null when it is in another note or nowhere. */
  readonly index: number | null;
  /** The target as written; null when position alone decides. */
  readonly target: Target | null;
}

/**
 * Builds the argument of a note. Cost: linear in the note.
 * @param isOwnPath whether the path of a target leads back to this very note
 */
export function buildArgument(tree: NoteTree, isOwnPath: (path: string) => boolean = () => false): Argument {
  const statements = statementsOf(tree);
  const byId = firstOfEachId(statements);
  const above = positionalParents(tree, statements);
  const indexOf = ({ path, id }: Target) => (path === null || isOwnPath(path) ? (byId.get(foldId(id)) ?? null) : null);
  const repliesTo = statements.map((statement, index) => whatItRepliesTo(statement, above[index] ?? null, indexOf));
  const replies = gather(repliesTo.map((of) => new Set(of.flatMap(({ index }) => index ?? []))));
  const wanted = repliesTo.map((of) => of.find(({ index }) => index !== null)?.index ?? null);
  const parents = displayParents(wanted);
  const children = gather(parents.map((parent) => (parent === null ? [] : [parent])));
  const roots = parents.flatMap((parent, index) => (parent === null ? index : []));
  const speakers = speakersOf(tree, statements, wanted);
  const introduced = introductions(tree);
  const points = statements.map((statement, index) => ({
    index,
    statement,
    text: statementText(tree, statement),
    speaker: speakers[index] ?? null,
    introducedBy: introduced.get(statement) ?? [],
    above: above[index] ?? null,
    repliesTo: repliesTo[index] as Reply[],
    replies: replies[index] as number[],
    parent: parents[index] ?? null,
    children: children[index] as number[],
  }));
  return { points, byId, roots };
}

/**
 * What a statement of some keyword does to one that it replies to.
 * @param to the keyword of the other statement; null where the target leads nowhere
 */
export function relationTo(keyword: Keyword, to: Keyword | null): Relation | null {
  if (to === null) return null;
  switch (keyword) {
    case 'support':
    case 'cite':
      return 'supports';
    case 'rebuttal':
      return 'rebuts';
    case 'undercut':
      return 'undercuts';
    case 'question':
      return 'asks';
    case 'concession':
      return 'concedes';
    case 'claim':
    case 'answer':
      return to === 'question' ? 'answers' : null;
  }
}

/** Whether two names mean one speaker: case and a leading `@` do not count. */
export function sameSpeaker(a: string, b: string): boolean {
  return foldSpeaker(a) === foldSpeaker(b);
}

function foldSpeaker(name: string): string {
  return name.normalize('NFC').replace(/^@/, '').toLowerCase();
}

/** A form of an id that is the same for letters with marks, composed or not (Unicode normalisation form C). */
export function foldId(id: string): string {
  return id.normalize('NFC');
}

function firstOfEachId(statements: readonly Statement[]): Map<string, number> {
  const byId = new Map<string, number>();
  statements.forEach(({ id }, index) => {
    const name = id && foldId(id.name);
    if (name && !byId.has(name)) byId.set(name, index);
  });
  return byId;
}

function whatItRepliesTo(
  statement: Statement,
  above: number | null,
  indexOf: (target: Target) => number | null,
): Reply[] {
  if (statement.targets.length === 0) return above === null ? [] : [{ index: above, target: null }];
  return statement.targets.map((target) => ({ index: indexOf(target), target }));
}

/** Turns "each of these points at those" round: who points at each. */
function gather(pointsAt: readonly Iterable<number>[]): number[][] {
  const pointers: number[][] = pointsAt.map(() => []);
  pointsAt.forEach((those, index) => {
    for (const that of those) pointers[that]?.push(index);
  });
  return pointers;
}

/** The speaker of each statement; a support takes that of what it replies to, wherever in the note that stands. */
function speakersOf(tree: NoteTree, statements: readonly Statement[], wanted: readonly (number | null)[]) {
  const speakers = namedSpeakers(tree);
  const settled = statements.map(({ keyword }, index) => speakers[index] !== null || keyword !== 'support');
  for (let start = 0; start < statements.length; start++) {
    const path: number[] = [];
    let at: number | null = start;
    // Settling on the way down ends the walk on a ring of supports, too.
    while (at !== null && !settled[at]) {
      settled[at] = true;
      path.push(at);
      at = wanted[at] ?? null;
    }
    const speaker = at === null ? null : (speakers[at] ?? null);
    for (const index of path) speakers[index] = speaker;
  }
  return speakers;
}

function namedSpeakers(tree: NoteTree): (string | null)[] {
  const speakers: (string | null)[] = [];
  let heading: string | null = null;
  for (const block of tree.blocks) {
    if (block.kind === 'heading') heading = null;
    if (block.kind === 'speakerHeading') heading = block.speaker.name;
    if (block.kind === 'statement') speakers.push(block.speaker?.name ?? heading);
  }
  return speakers;
}
