import { writtenForm } from '../citations/paper';
import { isAccepted, type Reference } from '../citations/reference';
import { citationFacts } from '../workspace/blockCitations';
import type { Finding, Rule } from './rule';

/** Something that is written as the identifier of a paper and cannot be one. */
export const malformedCitation: Rule = {
  meta: {
    id: 'malformed-citation',
    severity: 'error',
    description: 'An identifier of a paper cannot exist.',
    tags: ['citations'],
  },
  check: ({ note }) =>
    note.citationsOf(REFUSED).flatMap(({ citation }) => {
      if (isAccepted(citation)) return [];
      const { range, reason, meant } = citation;
      const written = note.text.slice(range.start, range.end);
      const correct = meant ? corrected(written, meant) : null;
      const advice = correct === null ? 'Look it up and correct it' : `Perhaps ${correct} is meant; look it up`;
      return {
        range,
        message: `This leads to no ${/isbn/i.test(written) ? 'book' : 'paper'}: ${reason}. ${advice}.`,
        related: [],
        fixes: () => (correct === null ? [] : fixes(range, correct)),
      };
    }),
};

const REFUSED = citationFacts((citation) => !isAccepted(citation));

/** Not preferred: a correct identifier may still be that of another paper. */
function fixes(range: Finding['range'], newText: string) {
  return [{ title: `Change to ${newText}`, edits: [{ range, newText }] }];
}

/** What was meant, as a link where a link stands. */
function corrected(written: string, meant: Reference): string {
  return /^[\w.-]+\.[a-z]+\/|^https?:/i.test(written) ? (meant.url ?? writtenForm(meant)) : writtenForm(meant);
}
