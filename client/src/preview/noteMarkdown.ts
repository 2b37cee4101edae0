import type { ArgumentMapStatement } from '../../../server/src/protocol/messages';

/** Stands before and behind the index of a statement: characters that Unicode leaves to private use. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

export type PreviewStatement = Pick<
  ArgumentMapStatement,
  'kind' | 'id' | 'speaker' | 'label' | 'parent' | 'range' | 'selectionRange'
>;

/**
 * The text of a note as Markdown that shows its tree: a statement is the item of a list, as deep as it stands, and its
 * header a mark that `readMark` finds again. Every line stays the line that it was, so that the preview scrolls with the
 * editor. A statement that is not where it is said to be, because the text is a newer one, is left as it is written.
 * Cost: linear in the text.
 */
export function noteMarkdown(text: string, statements: readonly PreviewStatement[]): string {
  const lines = text.split('\n');
  const depths: number[] = [];
  statements.forEach(({ parent, range, selectionRange, kind }, index) => {
    const depth = parent === null ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const { line, character } = selectionRange.start;
    const written = lines[line] ?? '';
    const [header] = HEADER.exec(written.slice(character)) ?? [];
    if (header === undefined || !header.toLowerCase().startsWith(kind)) return;
    const indent = '  '.repeat(depth);
    lines[line] = `${indent}- ${OPEN}${index}${CLOSE}${written.slice(character + header.length)}`;
    for (let below = line + 1; below <= range.end.line && below < lines.length; below++) {
      const words = (lines[below] ?? '').trim();
      lines[below] = words && `${indent}  ${words}`;
    }
  });
  return lines.join('\n');
}

const HEADER = /^\w+(?:[ \t]*(?:#[^\s():]+|\([^()]*\)|->[ \t]*[^\s:]+))*[ \t]*:[ \t]?/;

/** The index of the statement whose mark stands at an offset, and where the mark ends; null where there is none. */
export function readMark(text: string, offset: number): { readonly index: number; readonly end: number } | null {
  if (text[offset] !== OPEN) return null;
  const close = text.indexOf(CLOSE, offset);
  const index = close < 0 ? '' : text.slice(offset + 1, close);
  return /^\d+$/.test(index) ? { index: Number(index), end: close + 1 } : null;
}
