import { trimmed } from '../syntax/columns';
import type { TextRange } from '../syntax/textRange';

const OPENING = '([{<';
const CLOSING = ')]}>';

/**
 * Splits a line of `cite: reference; reference — what it shows` into its references: at a semicolon with a space
 * behind it, outside brackets. What follows a dash is no reference.
 * @param piece the words of the line
 * @returns the references, trimmed, none empty. Cost: linear.
 */
export function citeReferences(text: string, piece: TextRange): TextRange[] {
  const references: TextRange[] = [];
  let depth = 0;
  let start = piece.start;
  let at = piece.start;
  const close = () => {
    const reference = trimmed(text, { start, end: at });
    if (reference.end > reference.start) references.push(reference);
  };
  for (; at < piece.end; at++) {
    const char = text[at] as string;
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (char === '—') break;
    else if (char === ';' && isSpace(text[at + 1])) {
      close();
      start = at + 1;
    }
  }
  close();
  return references;
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}
