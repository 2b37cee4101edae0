import type { Rule } from './rule';

/** A reply with nothing above that it could answer. */
export const danglingReply: Rule = {
  meta: {
    id: 'dangling-reply',
    severity: 'error',
    description: 'A line that answers another, such as a rebuttal, has nothing above it to answer.',
  },
  check: ({ note }) =>
    note.argument.points
      .filter(({ above, statement: { keyword, targets } }) => {
        return above === null && targets.length === 0 && keyword !== 'claim' && keyword !== 'question';
      })
      .map(({ statement: { keyword, keywordRange } }) => ({
        range: keywordRange,
        message: `This ${keyword} has nothing above it to answer. Put it under a statement, or say with \`-> #id\` what it answers.`,
        related: [],
        fixes: () => [
          {
            title: `Turn the ${keyword} into a claim`,
            preferred: true,
            edits: [{ range: keywordRange, newText: 'claim' }],
          },
        ],
      })),
};
