import { relationTo } from '../argument/argument';
import { newLineUnder } from '../workspace/newLine';
import type { Notes, PointOf } from '../workspace/notes';
import { saysNothing } from '../workspace/support';
import type { Rule } from './rule';

/** A question that nobody answers, in any note. */
export const openQuestion: Rule = {
  meta: {
    id: 'open-question',
    severity: 'information',
    description: 'A question has no answer.',
    tags: ['argument'],
  },
  check: ({ notes, note }) =>
    note.argument.points
      .filter(({ statement }) => statement.keyword === 'question')
      // A question without a word is another rule's finding.
      .filter((point) => !saysNothing({ note, point }) && !isAnswered(notes, { note, point }))
      .map((point) => ({
        range: point.statement.keywordRange,
        message: 'Nobody answers this question. Add an `answer:` line, or aim an answer at it.',
        related: [],
        fixes: () => [
          { title: 'Add an `answer:` line', preferred: true, edits: [newLineUnder(note, point, 'answer: ')] },
        ],
      })),
};

function isAnswered(notes: Notes, question: PointOf): boolean {
  return notes.repliesTo(question).some(({ point }) => relationTo(point.statement.keyword, 'question') === 'answers');
}
