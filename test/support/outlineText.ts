import { Notes } from '../../server/src/workspace/notes';
import { type Outline, type OutlineStatement, outlineOf } from '../../server/src/workspace/outline';

/** The outline of a note on its own, as `outlineLines` writes it, one string. */
export function outlineText(source: string): string {
  const notes = new Notes();
  return outlineLines(outlineOf(notes, notes.set('file:///notes/note.debate', source))).join('\n');
}

/** An outline in the form of docs/language.md: `kind #id (speaker) — text [relation, label]`, two spaces a level. */
export function outlineLines({ statements }: Outline, withLabels = false): string[] {
  const lines: string[] = [];
  const waiting = statements.map((statement) => ({ statement, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { statement, depth } = next;
    lines.push('  '.repeat(depth) + outlineLine(statement, withLabels));
    for (const child of [...statement.children].reverse()) waiting.push({ statement: child, depth: depth + 1 });
  }
  return lines;
}

function outlineLine({ kind, id, speaker, text, relation, label }: OutlineStatement, withLabels: boolean): string {
  const words = [kind, id === null ? '' : `#${id}`, speaker === null ? '' : `(${speaker})`, '—', text];
  const notes = [relation, withLabels ? label : null].filter((note) => note !== null).join(', ');
  return [...words, notes && `[${notes}]`].filter((word) => word !== '').join(' ');
}
