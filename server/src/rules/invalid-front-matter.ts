import { frontMatterOf } from '../syntax/frontMatter';
import type { Rule } from './rule';

/** Front matter that cannot be read, or whose fields hold something else than they should. */
export const invalidFrontMatter: Rule = {
  meta: {
    id: 'invalid-front-matter',
    severity: 'error',
    description: 'The YAML between the first two `---` cannot be read, or a field holds something else than it should.',
    tags: ['markup'],
  },
  check: ({ note }) =>
    frontMatterOf(note.tree).problems.map(({ range, message, first }) => ({
      range,
      message,
      related: first ? [{ note: note.uri, range: first, message: 'The field is given here first.' }] : [],
      fixes: () => [],
    })),
};
