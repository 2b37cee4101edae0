import type { Point } from '../argument/argument';
import type { Keyword } from '../syntax/tree';
import { nestsAlike } from '../workspace/nesting';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { type Finding, statementRule } from './rule';

/** An undercut of something that has no link to what it replies to. */
export const misplacedUndercut = statementRule(
  {
    id: 'misplaced-undercut',
    severity: 'error',
    description: 'An undercut stands under nothing that has a link: no support, rebuttal, undercut or citation.',
    tags: ['argument'],
    looksElsewhere: true,
    fixAll: true,
  },
  ['undercut'],
  ({ notes, note }, point) => {
    const undercuts = notes.repliedTo({ note, point });
    const isMisplaced = undercuts.length > 0 && !undercuts.some((reply) => hasLink(notes, reply));
    return isMisplaced ? [finding(note, point, undercuts)] : [];
  },
);

function finding(note: Note, point: Point, undercuts: readonly PointOf[]): Finding {
  const range = point.statement.keywordRange;
  return {
    range,
    message:
      'An undercut attacks the link of a support, rebuttal, undercut or citation, and what this one replies to has none. Make it a rebuttal, or move it.',
    related: undercuts.map(({ note: { uri }, point: { statement } }) => ({
      note: uri,
      range: statement.header,
      message: LINKED.has(statement.keyword)
        ? `What it replies to: this ${statement.keyword} replies to nothing itself.`
        : `What it replies to: ${statement.keyword === 'answer' ? 'an' : 'a'} ${statement.keyword} has no link.`,
    })),
    fixes: () =>
      nestsAlike(note, point.index, 'rebuttal')
        ? [{ title: 'Turn the undercut into a rebuttal', preferred: true, edits: [{ range, newText: 'rebuttal' }] }]
        : [],
  };
}

const LINKED: ReadonlySet<Keyword> = new Set<Keyword>(['support', 'rebuttal', 'undercut', 'cite']);

function hasLink(notes: Notes, reply: PointOf): boolean {
  return LINKED.has(reply.point.statement.keyword) && notes.repliedTo(reply).length > 0;
}
