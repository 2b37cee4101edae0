import { Notes } from '../../server/src/workspace/notes';
import { type Outline, type OutlineStatement, outlineOf } from '../../server/src/workspace/outline';

/** The outline of a note on its own, as `outlineLines` writes it, one string. */
export function outlineText(source: string): string {
  const notes = new Notes();
  return outlineLines(outlineOf(notes, notes.set('file:///notes/note.debate', source))).join('\n');
}

/** An outline in the form of docs/language.md: `kind #id (speaker) — text [relation]`, two spaces for each level. */
export function outlineLines({ statements }: Outline): string[] {
  const lines: string[] = [];
  const waiting = statements.map((statement) => ({ statement, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { statement, depth } = next;
    lines.push('  '.repeat(depth) + outlineLine(statement));
    for (const child of [...statement.children].reverse()) waiting.push({ statement: child, depth: depth + 1 });
  }
  return lines;
}

function outlineLine({ kind, id, speaker, text, relation }: OutlineStatement): string {
  const words = [kind, id === null ? '' : `#${id}`, speaker === null ? '' : `(${speaker})`, '—', text];
  return [...words, relation === null ? '' : `[${relation}]`].filter((word) => word !== '').join(' ');
}
