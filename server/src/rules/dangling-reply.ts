import type { Keyword } from '../syntax/tree';
import type { Rule } from './rule';

/** A statement that has to reply to something, and has nothing above it that it could reply to. */
export const danglingReply: Rule = {
  meta: {
    id: 'dangling-reply',
    severity: 'error',
    description: 'A reply or a citation has no target, and nothing stands above it that it could reply to.',
    tags: ['argument'],
  },
  check: ({ note }) =>
    note.argument.points
      .filter(({ statement, above }) => {
        return above === null && statement.targets.length === 0 && !OPENS_A_TOPIC.has(statement.keyword);
      })
      .map(({ statement: { keyword, keywordRange } }) => ({
        range: keywordRange,
        message: `This \`${keyword}\` has nothing above it that it could reply to. Say what it means (\`-> #id\`), or make it a claim.`,
        related: [],
        fixes: () => [
          { title: `Turn the ${keyword} into a claim`, edits: [{ range: keywordRange, newText: 'claim' }] },
        ],
      })),
};

const OPENS_A_TOPIC: ReadonlySet<Keyword> = new Set<Keyword>(['claim', 'question']);
