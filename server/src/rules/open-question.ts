import { relationTo } from '../argument/argument';
import type { Keyword } from '../syntax/tree';
import { newLineUnder } from '../workspace/newLine';
import type { Notes, PointOf } from '../workspace/notes';
import { saysNothing } from '../workspace/support';
import { statementRule } from './rule';

/** A question that nobody answers, in any note. */
export const openQuestion = statementRule(
  {
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
  ['question'],
  ({ notes, note, options }, point) => {
    const question = { note, point };
    // A question without a word is another rule's finding.
    if (saysNothing(question) || isClosed(notes, question, options['closedBy'] === 'answer')) return [];
    return [
      {
        range: point.statement.keywordRange,
        message: "Nobody answers this question. Add an 'answer:' line, or aim an answer at it.",
        related: [],
        fixes: () => [
          { title: "Add an 'answer:' line", preferred: true, edits: [newLineUnder(note, point, 'answer: ')] },
        ],
      },
    ];
  },
);

function isClosed(notes: Notes, question: PointOf, byAnswerOnly: boolean): boolean {
  return notes.repliesTo(question).some(({ point: { statement } }) => {
    const relation = relationTo(statement.keyword, 'question');
    return relation === 'answers' || (!byAnswerOnly && REPLIES.has(statement.keyword));
  });
}

/** What a question is closed by beside an answer: it need not be put as one. A source alone says nothing. */
const REPLIES: ReadonlySet<Keyword> = new Set<Keyword>(['support', 'rebuttal', 'concession']);
