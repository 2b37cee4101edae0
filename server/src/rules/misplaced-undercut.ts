import { hasLink } from '../argument/links';
import type { Rule } from './rule';

/** An undercut of what has no link. */
export const misplacedUndercut: Rule = {
  meta: {
    id: 'misplaced-undercut',
    severity: 'error',
    description: 'An undercut answers only statements without a link, such as claims, so that it attacks nothing.',
  },
  check: ({ notes, note }) =>
    note.argument.points
      .filter((point) => {
        if (point.statement.keyword !== 'undercut') return false;
        const answered = notes.repliedTo({ note, point });
        return answered.length > 0 && !answered.some((other) => hasLink(other.point.statement.keyword));
      })
      .map(({ statement: { keywordRange } }) => ({
        range: keywordRange,
        message:
          'This undercut attacks nothing: an undercut cuts the link of a support, a rebuttal, an undercut or a citation. Put it under one, or make it a rebuttal.',
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
