import type { Point } from '../argument/argument';
import type { PointOf } from '../workspace/notes';
import { MARKDOWN } from './writer';

/**
 * Statements with everything that hangs under them as a nested list in Markdown, for a mail or an issue: kind, speaker,
 * words, and the label where one does not stand. Cost: the branches; no recursion.
 * @param labelOf the label of a statement, null where it has none
 */
export function branchText(statements: readonly PointOf[], labelOf: (of: PointOf) => string | null): string {
  const roots = statements.filter((of) => !statements.some((other) => other !== of && hangsUnder(of, other)));
  const lines: string[] = [];
  for (const { note, point } of roots) {
    const waiting: { readonly point: Point; readonly depth: number }[] = [{ point, depth: 0 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      lines.push(`${'  '.repeat(next.depth)}- ${line({ note, point: next.point }, labelOf)}`);
      for (const child of [...next.point.children].reverse()) {
        const reply = note.argument.point(child);
        if (reply) waiting.push({ point: reply, depth: next.depth + 1 });
      }
    }
  }
  return lines.map((text) => `${text}\n`).join('');
}

function hangsUnder({ note, point }: PointOf, other: PointOf): boolean {
  if (note !== other.note) return false;
  let above = point.parent;
  while (above !== null && above !== other.point.index) above = note.argument.point(above)?.parent ?? null;
  return above !== null;
}

function line(of: PointOf, labelOf: (of: PointOf) => string | null): string {
  const { statement, speaker, text } = of.point;
  const label = labelOf(of);
  const name = statement.keyword.charAt(0).toUpperCase() + statement.keyword.slice(1);
  const by = speaker === null ? '' : ` (${plain(speaker)})`;
  const standing = label === null || label === 'stands' ? '' : ` *[${label}]*`;
  return `${MARKDOWN.name(name)}${by}: ${plain(text)}${standing}`;
}

/** Words stay words, and web addresses are left to whoever shows the Markdown to make links of. */
function plain(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\`*_[\]<>]/g, '\\$&')))
    .join('');
}
