import { isAccepted } from '../citations/reference';
import type { Rule } from './rule';

/** Something that is written as the identifier of a paper and cannot be one. */
export const malformedCitation: Rule = {
  meta: {
    id: 'malformed-citation',
    severity: 'error',
    description: 'An identifier of a paper cannot exist.',
    tags: ['citations'],
  },
  check: ({ note }) =>
    note.cited.citations.flatMap(({ citation }) => {
      if (isAccepted(citation)) return [];
      return {
        range: citation.range,
        message: `This leads to no paper: ${citation.reason}. Look it up and correct it.`,
        related: [],
        fixes: () => [],
      };
    }),
};
