import type { Keyword } from '../syntax/tree';
import type { Notes, PointOf } from '../workspace/notes';
import type { Rule } from './rule';

/** An undercut of something that has no link to what it replies to. */
export const misplacedUndercut: Rule = {
  meta: {
    id: 'misplaced-undercut',
    severity: 'error',
    description: 'An undercut stands under nothing that has a link: no support, rebuttal, undercut or citation.',
    tags: ['argument'],
    fixAll: true,
  },
  check: ({ notes, note }) =>
    note.argument.points
      .filter(({ statement }) => statement.keyword === 'undercut')
      .filter((point) => {
        const undercuts = notes.repliedTo({ note, point });
        return undercuts.length > 0 && !undercuts.some((reply) => hasLink(notes, reply));
      })
      .map(({ statement: { keywordRange } }) => ({
        range: keywordRange,
        message:
          'An undercut attacks the link of a support, rebuttal, undercut or citation, and what this one replies to has none. Make it a rebuttal, or move it.',
        related: [],
        fixes: () => [
          {
            title: 'Turn the undercut into a rebuttal',
            preferred: true,
            edits: [{ range: keywordRange, newText: 'rebuttal' }],
          },
        ],
      })),
};

const LINKED: ReadonlySet<Keyword> = new Set<Keyword>(['support', 'rebuttal', 'undercut', 'cite']);

function hasLink(notes: Notes, reply: PointOf): boolean {
  return LINKED.has(reply.point.statement.keyword) && notes.repliedTo(reply).length > 0;
}
