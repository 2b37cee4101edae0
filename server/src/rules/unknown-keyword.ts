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
    options: {
      ignore: {
        description: 'Words that are meant as they are, in any letter case.',
        type: 'array',
        items: { type: 'string' },
        default: [],
      },
    },
  },
  check: ({ note, options }) => {
    const ignored = new Set((options['ignore'] as string[]).map((word) => word.toLowerCase()));
    return nearMisses(note.tree).flatMap(({ kind, range, keyword, repair }) => {
      const written = note.text.slice(range.start, range.end);
      if (kind !== 'keyword' || !repair || ignored.has(written.toLowerCase())) return [];
      return {
        range,
        message: `'${written}' is no keyword, so this line is read as prose. Did you mean '${keyword}'?`,
        related: [],
        fixes: () => [{ title: `Change to '${keyword}'`, preferred: true, edits: [repair] }],
      };
    });
  },
};
