import type { Point } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import { statementRule } from './rule';

/** A rebuttal or an undercut that is aimed at itself. */
export const selfAttack = statementRule(
  {
    id: 'self-attack',
    severity: 'warning',
    description: 'A rebuttal or an undercut is aimed at itself.',
    tags: ['argument'],
  },
  ['rebuttal', 'undercut'],
  (_, point) =>
    targetsOfItself(point).map((range) => ({
      range,
      message: `This ${point.statement.keyword} is aimed at itself, so that it can never stand for sure. Name the statement that is meant.`,
      related: [],
      fixes: () => [],
    })),
);

function targetsOfItself({ index, repliesTo }: Point): TextRange[] {
  return repliesTo.flatMap((reply) => (reply.index === index && reply.target ? [reply.target.range] : []));
}
