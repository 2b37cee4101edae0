import type { Point } from '../argument/argument';
import type { Keyword } from '../syntax/tree';
import type { Note } from './note';

const POINTS: readonly Keyword[] = ['claim', 'answer', 'support', 'rebuttal', 'undercut'];

/** What a statement of some keyword can sensibly be aimed at, wherever that stands. */
const TAKERS: Record<Keyword, readonly Keyword[]> = {
  claim: ['question'],
  answer: ['question'],
  support: POINTS,
  rebuttal: POINTS,
  question: POINTS,
  concession: POINTS,
  undercut: ['support', 'rebuttal', 'undercut'],
  cite: [...POINTS, 'question', 'concession'],
};

/** Statements that are looked at: what is meant stands near, and thousands that fit nothing must stay linear. */
const FARTHEST = 200;

/**
 * The nearest of the last statements above that another can be aimed at and that fits; null where there is none.
 * Sections and columns do not count. Cost: bounded.
 */
export function takerAbove(
  { argument: { points } }: Note,
  { index, statement }: Point,
  fits: (point: Point) => boolean = () => true,
): Point | null {
  const takers = TAKERS[statement.keyword];
  for (let at = index - 1; at >= Math.max(0, index - FARTHEST); at--) {
    const point = points[at] as Point;
    if (!takers.includes(point.statement.keyword)) continue;
    // What replies to nothing has no link that an undercut could attack.
    if (statement.keyword === 'undercut' && !point.repliesTo.some((reply) => reply.index !== null)) continue;
    if (fits(point)) return point;
  }
  return null;
}
