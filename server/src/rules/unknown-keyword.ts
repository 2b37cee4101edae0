import { nearMisses } from '../syntax/nearMisses';
import type { Rule } from './rule';

/** A word one slip away from a keyword, in front of what would be a statement. */
export const unknownKeyword: Rule = {
  meta: {
    id: 'unknown-keyword',
    severity: 'warning',
    description: 'A line begins with a word one letter away from a keyword, such as `rebutal:`, and so is prose.',
    tags: ['markup'],
    fixAll: true,
  },
  check: ({ note }) =>
    nearMisses(note.tree).flatMap(({ kind, range, keyword, repair }) =>
      kind === 'keyword' && repair
        ? {
            range,
            message: `\`${note.text.slice(range.start, range.end)}\` is no keyword, so this line is read as prose. Did you mean \`${keyword}\`?`,
            related: [],
            fixes: () => [{ title: `Change to \`${keyword}\``, preferred: true, edits: [repair] }],
          }
        : [],
    ),
};
