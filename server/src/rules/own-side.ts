import { type Point, sameSpeaker } from '../argument/argument';
import { DEEPER } from '../syntax/columns';
import type { StatementPart } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { PointOf } from '../workspace/notes';
import { type Fix, type RuleContext, statementRule, type TextEdit } from './rule';

/**
 * A speaker who argues on both sides: rebuts a statement of their own, or supports one that they rebut. Usually a reply
 * has landed one level too high, under the claim instead of under the reply to it.
 */
export const ownSide = statementRule(
  {
    id: 'own-side',
    severity: 'hint',
    description: 'A speaker rebuts their own statement, or supports one that they rebut.',
    tags: ['argument'],
    looksElsewhere: true,
  },
  ['rebuttal', 'support'],
  (context, point) => {
    const other = otherSideOf(context, point);
    if (!other) return [];
    const { keyword, keywordRange } = point.statement;
    const { statement } = other.point;
    const isOwn = keyword === 'rebuttal';
    return [
      {
        range: keywordRange,
        message: isOwn
          ? `${point.speaker} rebuts their own ${statement.keyword} here. If this answers the reply above, indent it under that reply.`
          : `${point.speaker} supports here what they rebut elsewhere. If this answers another reply, indent it under that reply.`,
        related: [
          {
            note: other.note.uri,
            range: statement.header,
            message: isOwn ? `The ${statement.keyword} of ${point.speaker}.` : `The rebuttal of ${point.speaker}.`,
          },
        ],
        fixes: () => moveUnderReplyAbove(context.note, point),
      },
    ];
  },
);

/** The statement of the same speaker on the other side. Cost: what the statement replies to, and the replies to that. */
function otherSideOf({ notes, note }: RuleContext, point: Point): PointOf | null {
  const { keyword } = point.statement;
  if (point.speaker === null || (keyword !== 'rebuttal' && keyword !== 'support')) return null;
  // What is aimed at itself is another rule's finding.
  const targets = notes.repliedTo({ note, point }).filter((target) => target.point !== point);
  if (keyword === 'rebuttal') return targets.find(({ point: target }) => isSame(target, point)) ?? null;
  // A support that names no speaker speaks for whom it supports.
  if (note.argument.structure.namedSpeakers[point.index] === null) return null;
  for (const target of targets) {
    if (isSame(target.point, point)) continue;
    const rebuttal = notes
      .repliesTo(target)
      .find(({ point: reply }) => reply.statement.keyword === 'rebuttal' && isSame(reply, point));
    if (rebuttal) return rebuttal;
  }
  return null;
}

function isSame(one: Point, other: Point): boolean {
  return one.speaker !== null && other.speaker !== null && sameSpeaker(one.speaker, other.speaker);
}

/** Indents a statement, with all that stands under it, under the reply above it that stands at its column. */
function moveUnderReplyAbove(note: Note, point: Point): Fix[] {
  const { points } = note.argument;
  const above = replyAbove(points, point);
  if (!above || isSame(above, point) || point.statement.targets.length > 0) return [];
  const last = lastUnder(points, point);
  if (!canMove(note, point, last)) return [];
  const edits: TextEdit[] = [];
  for (let line = point.statement.firstLine; line <= last.statement.lastLine; line++) {
    const start = note.tree.lines.start(line);
    const end = note.tree.lines.end(line);
    if (note.text.slice(start, end).trim() === '') continue;
    // What two spaces do in front of a tab depends on the column.
    if (/^\s*\t/.test(note.text.slice(start, end))) return [];
    edits.push({ range: { start, end: start }, newText: ' '.repeat(DEEPER) });
  }
  const { keyword, firstLine } = above.statement;
  return [{ title: `Move it under the ${keyword} in line ${firstLine + 1}`, preferred: true, edits }];
}

/** Code means its blanks, headings and paragraphs belong to the place, and a quotation that leads up to it stays behind. */
function canMove({ tree, argument: { points, blocks } }: Note, point: Point, last: Point): boolean {
  if (point.introducedBy.length > 0) return false;
  const between = tree.green.slice(blocks[point.index], (blocks[last.index] as number) + 1);
  return (
    between.every(({ kind }) => MOVES.has(kind)) &&
    points.slice(point.index, last.index + 1).every(({ statement }) => !statement.parts.some(isCode))
  );
}

const MOVES: ReadonlySet<string> = new Set(['statement', 'blank', 'comment', 'quotation']);

function isCode({ kind }: StatementPart): boolean {
  return kind === 'code';
}

/** The statement above that an indented line would hang under, if it replies to the same and stands at the same column. */
function replyAbove(points: readonly Point[], { index, above, statement: { column } }: Point): Point | null {
  for (let at = index - 1; at > (above ?? index); at--) {
    const other = points[at] as Point;
    if (other.statement.keyword === 'cite' || other.statement.column > column) continue;
    return other.above === above && other.statement.column === column ? other : null;
  }
  return null;
}

function lastUnder(points: readonly Point[], point: Point): Point {
  let last = point;
  for (let at = point.index + 1; at < points.length; at++) {
    const next = points[at] as Point;
    if (next.above === null || next.above < point.index) break;
    last = next;
  }
  return last;
}
