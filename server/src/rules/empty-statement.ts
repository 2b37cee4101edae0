import { foldId, type Point } from '../argument/argument';
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
    looksElsewhere: true,
  },
  check: ({ notes, note }) => {
    let named: ReadonlySet<string> | undefined;
    const isReferredTo = (point: Point) => {
      named ??= namedInTexts(note);
      const { id } = point.statement;
      return (id !== null && named.has(foldId(id.name))) || notes.repliesTo({ note, point }).length > 0;
    };
    return note.argument.points
      .filter((point) => saysNothing({ note, point }))
      .map((point) => ({
        range: point.statement.header,
        message: `This \`${point.statement.keyword}:\` says nothing yet. ${advice(point.statement)}, or delete the line.`,
        related: [],
        // Without the line, what refers to it would lead nowhere.
        fixes: () => [
          {
            title: 'Delete the line',
            preferred: !isReferredTo(point),
            edits: [{ range: wholeLines(note, point.statement), newText: '' }],
          },
        ],
      }));
  },
};

/** Ids, folded, that texts of the note refer to. Cost: the note's names. */
function namedInTexts(note: Note): ReadonlySet<string> {
  const ids = new Set<string>();
  note.forEachName((name) => {
    if (name.kind === 'id' && name.role === 'text' && name.path === null) ids.add(foldId(name.id));
  });
  return ids;
}

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
