import { findCitations } from '../citations/findCitations';
import { type FoundCitation, isAccepted } from '../citations/reference';
import type { TextRange } from '../syntax/textRange';

/**
 * The citation keys of groups that go on in the next line (`[@perez2022;` and then `@chen2021]`): a line alone does not
 * tell that they stand in brackets. Keys of groups on one line may be among them. Cost: linear; next to nothing where no
 * line ends in an open bracket.
 * @param text of a block
 * @param pieces the words of lines that follow each other, in order
 */
export function keysInWrappedGroups(text: string, pieces: readonly TextRange[]): FoundCitation[] {
  if (pieces.length < 2 || !text.includes('@')) return [];
  const lines = pieces.map(({ start, end }) => text.slice(start, end));
  const isWrapped = lines.some((line, i) => i < lines.length - 1 && line.lastIndexOf('[') > line.lastIndexOf(']'));
  if (!isWrapped) return [];
  const found: FoundCitation[] = [];
  let piece = 0;
  /** Offset of the piece's words among all. */
  let start = 0;
  for (const citation of findCitations(lines.join('\n'))) {
    if (!isAccepted(citation) || citation.reference.kind !== 'citekey') continue;
    // A key has no line break in it, so that it is in one piece.
    while (citation.range.start >= start + lengthOf(lines, piece) + 1) {
      start += lengthOf(lines, piece) + 1;
      piece++;
    }
    const shift = (pieces[piece]?.start ?? 0) - start;
    found.push({ ...citation, range: { start: citation.range.start + shift, end: citation.range.end + shift } });
  }
  return found;
}

function lengthOf(lines: readonly string[], line: number): number {
  return lines[line]?.length ?? 0;
}
