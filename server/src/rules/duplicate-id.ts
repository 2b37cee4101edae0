import { foldId, type Point } from '../argument/argument';
import type { Named } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Rule } from './rule';

/** An id that another statement of the note has already. */
export const duplicateId: Rule = {
  meta: {
    id: 'duplicate-id',
    severity: 'error',
    description: 'Two statements of one note have the same id; references mean the first.',
  },
  check: ({ note }) =>
    note.argument.points.flatMap((point) => {
      const { id } = point.statement;
      const first = id && note.argument.points[note.argument.byId.get(foldId(id.name)) ?? -1];
      if (!id || !first?.statement.id || first === point) return [];
      return {
        range: withMark(id),
        message: `\`#${id.name}\` is the id of another statement, in line ${first.statement.firstLine + 1}, and references mean that one. Give this one an id of its own.`,
        related: [{ note: note.uri, range: withMark(first.statement.id), message: 'The id stands here first.' }],
        fixes: () => {
          const newText = freeId(note, point);
          return [{ title: `Change to \`#${newText}\``, preferred: true, edits: [{ range: id.range, newText }] }];
        },
      };
    }),
};

function withMark({ range }: Named) {
  return { start: range.start - 1, end: range.end };
}

/** The id with the smallest number behind it that nobody has. */
function freeId({ argument: { byId } }: Note, { statement }: Point): string {
  const name = statement.id?.name ?? '';
  for (let number = 2; ; number++) {
    const id = `${name}-${number}`;
    if (!byId.has(foldId(id))) return id;
  }
}
