import type { Point } from '../argument/argument';
import { newLineUnder } from '../workspace/newLine';
import type { Note } from '../workspace/note';
import { backingOf, saysNothing } from '../workspace/support';
import type { Fix, Rule } from './rule';

/** A claim or an answer for which nobody gives a reason or a source. */
export const unsupportedClaim: Rule = {
  meta: {
    id: 'unsupported-claim',
    severity: 'warning',
    description: 'A claim or an answer has neither a support nor a citation.',
  },
  check: ({ notes, note }) =>
    note.argument.points
      .filter(({ statement }) => statement.keyword === 'claim' || statement.keyword === 'answer')
      // A claim without a word is another rule's finding, and so is a support that is still to be filled in.
      .filter((point) => !saysNothing({ note, point }) && backingOf(notes, { note, point }) === 'none')
      .map((point) => ({
        range: point.statement.keywordRange,
        message: `This ${point.statement.keyword} has neither a support nor a citation. Say why, or cite a source.`,
        related: [],
        fixes: () => fixesFor(note, point),
      })),
};

function fixesFor(note: Note, point: Point): Fix[] {
  const { keyword, keywordRange } = point.statement;
  return [
    { title: 'Add a `support:` line', preferred: true, edits: [newLineUnder(note, point, 'support: ')] },
    { title: 'Add a `cite:` line', edits: [newLineUnder(note, point, 'cite: ')] },
    { title: `Turn the ${keyword} into a question`, edits: [{ range: keywordRange, newText: 'question' }] },
  ];
}
