import type { Point } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import type { Statement } from '../syntax/tree';
import type { Finding, Rule, RuleContext } from './rule';

/** A part of a header that does nothing: a claim's target that is no question, a concession that nobody makes. */
export const misplacedTarget: Rule = {
  meta: {
    id: 'misplaced-target',
    severity: 'warning',
    description: 'The target of a claim leads to no question, or a concession has no speaker.',
    tags: ['argument', 'references'],
  },
  check: (context) =>
    context.note.argument.points.flatMap((point) => {
      if (point.statement.keyword === 'claim') return leadsToNoQuestion(context, point) ? ofClaim(point) : [];
      return point.statement.keyword === 'concession' && point.speaker === null ? ofNobody(point) : [];
    }),
};

/** A target that leads nowhere is another rule's finding, and may be meant for a question. */
function leadsToNoQuestion({ notes, note }: RuleContext, point: Point): boolean {
  const { targets } = point.statement;
  if (targets.length === 0) return false;
  const meant = targets.map((target) => notes.resolve(note, target)?.point.statement.keyword);
  return meant.every((keyword) => keyword !== undefined && keyword !== 'question');
}

function ofClaim({ statement }: Point): Finding {
  const range = statement.keywordRange;
  return {
    range: wholeTarget(statement),
    message:
      'A claim replies to questions only, so this target does nothing. Make the claim a support, or take the target out.',
    related: [],
    fixes: () => [{ title: 'Turn the claim into a support', preferred: true, edits: [{ range, newText: 'support' }] }],
  };
}

function wholeTarget({ targets, header }: Statement): TextRange {
  return { start: targets[0]?.range.start ?? header.start, end: targets.at(-1)?.range.end ?? header.end };
}

function ofNobody({ statement: { keywordRange } }: Point): Finding {
  return {
    range: keywordRange,
    message: 'A concession without a speaker withdraws nothing. Say who concedes: `concession (Name):`.',
    related: [],
    fixes: () => [],
  };
}
