import type { Point } from '../argument/argument';
import type { PointOf } from '../workspace/notes';
import type { Finding, Rule } from './rule';

/** A target that changes nothing, and a concession that grants nothing. */
export const misplacedTarget: Rule = {
  meta: {
    id: 'misplaced-target',
    severity: 'warning',
    description: 'A claim has a target that is no question, or a concession names no speaker.',
  },
  check: ({ notes, note }) =>
    note.argument.points.flatMap((point) => {
      if (point.statement.keyword === 'concession') return point.speaker === null ? concession(point) : [];
      return point.statement.keyword === 'claim' ? (claim(point, notes.repliedTo({ note, point })) ?? []) : [];
    }),
};

function claim({ statement: { targets, keywordRange } }: Point, answered: readonly PointOf[]): Finding | null {
  const [first, last] = [targets[0], targets.at(-1)];
  if (!first || !last || answered.length === 0) return null;
  if (answered.some(({ point }) => point.statement.keyword === 'question')) return null;
  return {
    range: { start: first.range.start, end: last.range.end },
    message:
      'A claim answers only questions; this target changes nothing. Make the line a support or a rebuttal, or drop the target.',
    related: [],
    fixes: () => [
      { title: 'Turn the claim into a support', edits: [{ range: keywordRange, newText: 'support' }] },
      { title: 'Turn the claim into a rebuttal', edits: [{ range: keywordRange, newText: 'rebuttal' }] },
    ],
  };
}

function concession({ statement: { keywordRange } }: Point): Finding {
  return {
    range: keywordRange,
    message: 'Nobody is named who concedes this, so it withdraws nothing. Write `concession (Speaker):`.',
    related: [],
    fixes: () => [],
  };
}
