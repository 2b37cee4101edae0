import { relationTo } from '../argument/argument';
import type { Keyword } from '../syntax/tree';
import { newLineUnder } from '../workspace/newLine';
import type { Notes, PointOf } from '../workspace/notes';
import { saysNothing } from '../workspace/support';
import type { Rule } from './rule';

/** A question that nobody answers, in any note. */
export const openQuestion: Rule = {
  meta: {
    id: 'open-question',
    severity: 'information',
    description: 'Nobody replies to a question.',
    tags: ['argument'],
    looksElsewhere: true,
    options: {
      closedBy: {
        description: 'What closes a question: any reply but another question, or only an answer (or a claim under it).',
        type: 'string',
        enum: ['reply', 'answer'],
        default: 'reply',
      },
    },
  },
  check: ({ notes, note, options }) =>
    note.argument.points
      .filter(({ statement }) => statement.keyword === 'question')
      // A question without a word is another rule's finding.
      .filter(
        (point) => !saysNothing({ note, point }) && !isClosed(notes, { note, point }, options['closedBy'] === 'answer'),
      )
      .map((point) => ({
        range: point.statement.keywordRange,
        message: 'Nobody answers this question. Add an `answer:` line, or aim an answer at it.',
        related: [],
        fixes: () => [
          { title: 'Add an `answer:` line', preferred: true, edits: [newLineUnder(note, point, 'answer: ')] },
        ],
      })),
};

function isClosed(notes: Notes, question: PointOf, byAnswerOnly: boolean): boolean {
  return notes.repliesTo(question).some(({ point: { statement } }) => {
    const relation = relationTo(statement.keyword, 'question');
    return relation === 'answers' || (!byAnswerOnly && REPLIES.has(statement.keyword));
  });
}

/** What a question is closed by beside an answer: it need not be put as one. A source alone says nothing. */
const REPLIES: ReadonlySet<Keyword> = new Set<Keyword>(['support', 'rebuttal', 'concession']);
