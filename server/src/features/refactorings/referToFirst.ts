import type { Point } from '../../argument/argument';
import { firstOpaque } from '../../syntax/pieces';
import type { TextRange } from '../../syntax/textRange';
import { referenceTo } from '../../workspace/newId';
import type { Note } from '../../workspace/note';
import type { Refactoring } from './refactoring';
import { statementAt } from './statementAt';
import { isAsExpected } from './trial';

const KIND = 'refactor.rewrite.reference';

/** Puts `[[#id]]` in the place of words that an earlier statement of the note has said already. */
export const referToFirst: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const { note } = place;
    const point = statementAt(place);
    const range = point && wordsOnly(note, point);
    if (!range) return [];
    const first = note.argument.points[firstWith(note, foldWords(point.text)) ?? point.index];
    const reference = first && first !== point ? referenceTo(note, first) : null;
    if (!first || !reference) return [];
    const { id, edits: naming } = reference;
    const words = { range, newText: `[[#${id}]]` };
    // Each by itself: what lies between the two would all be read again.
    const isNamed = naming.length === 0 || isAsExpected(note, naming, { facts: new Map([[first.index, { id }]]) });
    if (!isNamed || !isAsExpected(note, [words], { reworded: point.index })) return [];
    const { keyword, firstLine } = first.statement;
    return [
      { title: `Refer to the ${keyword} in line ${firstLine + 1} instead`, kind: KIND, edits: [...naming, words] },
    ];
  },
};

/** The words of a statement that has nothing else; null where it has none, or where one of them is a reference. */
function wordsOnly(note: Note, { statement: { parts }, text }: Point): TextRange | null {
  const [words, ...others] = parts;
  if (words?.kind !== 'text' || others.length > 0 || text.includes('[[')) return null;
  return firstOpaque(note.tree, words.start, words.end) ? null : { start: words.start, end: words.end };
}

/** For each note, the first statement of the same words. */
const FIRST = new WeakMap<Note, Map<string, number>>();

function firstWith(note: Note, words: string): number | undefined {
  let first = FIRST.get(note);
  if (!first) {
    first = new Map();
    for (const { index, text } of note.argument.points) {
      const folded = foldWords(text);
      if (folded && !first.has(folded)) first.set(folded, index);
    }
    FIRST.set(note, first);
  }
  return first.get(words);
}

/** Letters and digits, whatever their case and what stands between them. */
function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
