import type { Point } from '../../argument/argument';
import { findCitations } from '../../citations/findCitations';
import { isAccepted } from '../../citations/reference';
import type { TextEdit } from '../../rules/rule';
import { firstOpaque } from '../../syntax/pieces';
import { quotedWords } from '../../syntax/quotedWords';
import { type TextRange, touches } from '../../syntax/textRange';
import type { TextPart } from '../../syntax/tree';
import { newLineUnder } from '../../workspace/newLine';
import type { Note } from '../../workspace/note';
import { referenceName } from '../referenceName';
import type { Place, Refactoring } from './refactoring';
import { statementAt } from './statementAt';
import { isAsExpected } from './trial';
import { withoutCitation } from './withoutCitation';

const KIND = 'refactor.extract.citation';

/**
 * Makes a `cite:` line of a citation in the words of a statement, where the sentence can do without it: the title of a
 * link stays, and what stands in brackets, at the end, or in a sentence of its own goes.
 */
export const extractCitation: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const { note } = place;
    const point = statementAt(place);
    if (!point || point.statement.keyword === 'cite') return [];
    const found = citationAt(place, point);
    const removal = found && removed(note, found.part, found.range);
    if (!found || !removal) return [];
    const { range, newText } = newLineUnder(
      note,
      point,
      `cite: ${asReference(note.text.slice(found.range.start, found.range.end))}`,
    );
    const edits = [removal, { range, newText }];
    const order = note.argument.points.map(({ index }) => index);
    order.splice(point.index + 1, 0, -1);
    if (!isAsExpected(note, edits, { order, reworded: point.index })) return [];
    return [{ title: `Extract ${found.name} to a 'cite:' line`, kind: KIND, edits }];
  },
};

/** The first citation in the statement's own words that the cursor or the selection touches. */
function citationAt({ note, range }: Place, { index, statement }: Point) {
  for (const { citation, statement: of, quoted } of note.citations) {
    const isHere = of === index && !quoted && citation.range.start <= range.end && range.start <= citation.range.end;
    if (!isHere || !isAccepted(citation)) continue;
    const part = statement.parts.find(
      (one): one is TextPart => one.kind === 'text' && touches(one, citation.range.start),
    );
    if (part) return { part, range: citation.range, name: referenceName(citation.reference) };
  }
  return null;
}

/** The edit that takes a citation out of its line; null where what is left would not read well, or says nothing. */
function removed({ text, tree }: Note, part: TextPart, range: TextRange): TextEdit | null {
  const piece = part.pieces.find(({ start, end }) => start <= range.start && range.end <= end);
  // What somebody else says stays as they said it.
  if (!piece || quotedWords(text, part.pieces).some(({ start, end }) => start < range.end && range.start < end))
    return null;
  if (firstOpaque(tree, piece.start, piece.end)) return null;
  const line = text.slice(piece.start, piece.end);
  const within = { start: range.start - piece.start, end: range.end - piece.start };
  const isLast = piece === part.pieces.at(-1);
  const edit = withoutCitation(line, within, piece === part.pieces[0], isLast);
  if (!edit) return null;
  const left = line.slice(0, edit.range.start) + edit.newText + line.slice(edit.range.end);
  if (!/[\p{L}\p{N}]/u.test(left)) return null;
  return { range: { start: edit.range.start + piece.start, end: edit.range.end + piece.start }, newText: edit.newText };
}

/** The citation as it reads alone: between angle brackets where its end would be taken for the sentence's. */
function asReference(written: string): string {
  const [alone] = findCitations(written);
  return alone?.range.end === written.length ? written : `<${written}>`;
}
