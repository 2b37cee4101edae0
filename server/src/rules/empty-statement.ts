import { foldId } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import type { Statement } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { saysNothing } from '../workspace/support';
import { statementRule } from './rule';

/** A statement that says nothing, often one that a quick fix has put in. */
export const emptyStatement = statementRule(
  {
    id: 'empty-statement',
    severity: 'warning',
    description: 'A statement has no words, no quotation and no statement under it.',
    tags: ['argument'],
    looksElsewhere: true,
  },
  [],
  ({ notes, note }, point) => {
    if (!saysNothing({ note, point })) return [];
    const { keyword, id, header } = point.statement;
    const isReferredTo = () =>
      (id !== null && namedInTexts(note).has(foldId(id.name))) || notes.repliesTo({ note, point }).length > 0;
    return [
      {
        range: header,
        message: `This '${keyword}:' says nothing yet. ${advice(point.statement)}, or delete the line.`,
        related: [],
        // Without the line, what refers to it would lead nowhere.
        fixes: () => [
          {
            title: 'Delete the line',
            preferred: !isReferredTo(),
            edits: [{ range: wholeLines(note, point.statement), newText: '' }],
          },
        ],
      },
    ];
  },
);

const NAMED = new WeakMap<Note, ReadonlySet<string>>();

/** Ids, folded, that texts of the note refer to. Cost: the note's names, once. */
function namedInTexts(note: Note): ReadonlySet<string> {
  const known = NAMED.get(note) ?? findNamed(note);
  NAMED.set(note, known);
  return known;
}

function findNamed(note: Note): ReadonlySet<string> {
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
