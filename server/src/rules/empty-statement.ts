import type { TextRange } from '../syntax/textRange';
import type { Statement } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { saysNothing } from '../workspace/support';
import type { Rule } from './rule';

/** A statement that says nothing, often one that a quick fix has put in. */
export const emptyStatement: Rule = {
  meta: {
    id: 'empty-statement',
    severity: 'warning',
    description: 'A statement has no words, no quotation and no statement under it.',
    tags: ['argument'],
  },
  check: ({ note }) =>
    note.argument.points
      .filter((point) => saysNothing({ note, point }))
      .map(({ statement }) => ({
        range: statement.header,
        message: `This \`${statement.keyword}:\` says nothing yet. ${advice(statement)}, or delete the line.`,
        related: [],
        fixes: () => [
          { title: 'Delete the line', preferred: true, edits: [{ range: wholeLines(note, statement), newText: '' }] },
        ],
      })),
};

function advice({ keyword }: Statement): string {
  if (keyword === 'cite') return 'Name the source';
  if (keyword === 'support') return 'Write the reason';
  return `Write the ${keyword}`;
}

/** The statement's lines with one line break: the one after them, or at the end of the note the one before. */
function wholeLines({ tree: { lines } }: Note, { firstLine, lastLine, start, end }: Statement): TextRange {
  const hasBreakAfter = lines.endWithBreak(lastLine) > lines.end(lastLine);
  return hasBreakAfter || firstLine === 0 ? { start, end } : { start: lines.end(firstLine - 1), end };
}
