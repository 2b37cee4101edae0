/** In which words a passage differs from the one that it repeats or quotes. */
import { diffArrays } from 'diff';
import type { Gap, PassageWord } from '../passages/passages';
import type { TextRange } from '../syntax/textRange';
import type { Note } from './note';
import type { NotePlace, Notes } from './notes';
import { shortened } from './shortened';

/** Words of a passage, and the words of the other in whose place they stand. One of both may be empty. */
export type Change = Gap;

/** Words left out and put in, up to which they are told one by one: the square of it bounds the cost. */
const MOST_CHANGES = 200;

/**
 * The fewest changes that make one passage of another, word by word; in case, punctuation and line breaks there are none.
 * @param gaps where they are looked for; the whole of both where not given
 * @returns in the order of the text, disjoint. Cost: linear in the passages where they have few changes; where they have
 * very many, a gap is one change
 */
export function changesOf(
  notes: Notes,
  note: Note,
  range: TextRange,
  source: NotePlace,
  gaps: readonly Gap[] = [{ range, source: source.range }],
): Change[] {
  return gaps.flatMap((gap) => {
    const ours = notes.wordsIn(note, gap.range);
    const theirs = notes.wordsIn(source.note, gap.source);
    const start = Math.max(range.start, gap.range.start);
    return changesIn(ours, theirs, { range: { start, end: Math.max(start, gap.range.end) }, source: gap.source });
  });
}

function changesIn(ours: readonly PassageWord[], theirs: readonly PassageWord[], gap: Gap): Change[] {
  const hashes = (words: readonly PassageWord[]) => words.map(({ hash }) => hash);
  const steps = diffArrays(hashes(theirs), hashes(ours), { maxEditLength: MOST_CHANGES });
  if (!steps) return [gap];
  const found: Change[] = [];
  let [at, place] = [0, 0];
  for (let i = 0; i < steps.length; ) {
    let [end, placeEnd] = [at, place];
    for (; steps[i]?.added || steps[i]?.removed; i++) {
      const count = steps[i]?.value.length ?? 0;
      if (steps[i]?.added) end += count;
      else placeEnd += count;
    }
    if (end > at || placeEnd > place) {
      found.push({
        range: rangeOf(ours, at, end, gap.range.start),
        source: rangeOf(theirs, place, placeEnd, gap.source.start),
      });
    }
    const same = steps[i++]?.value.length ?? 0;
    [at, place] = [end + same, placeEnd + same];
  }
  return found;
}

/** Of no words, the place where the one before ends. */
function rangeOf(words: readonly PassageWord[], at: number, end: number, start: number): TextRange {
  const place = words[at - 1]?.range.end ?? start;
  return end > at
    ? { start: (words[at] as PassageWord).range.start, end: (words[end - 1] as PassageWord).range.end }
    : { start: place, end: place };
}

/** Changes that are told in a message, and the length of each side, in UTF-16 units. */
const MOST_TOLD = 3;
const LONGEST_TOLD = 60;

/**
 * Some changes in words: `“jury” for “judge”, “much” put in, “better” left out and 2 more`.
 * @param text of the note whose words differ
 * @param original text of the note from which they do
 */
export function toldChanges(changes: readonly Change[], text: string, original: string): string {
  const told = changes.slice(0, MOST_TOLD).map(({ range, source }) => {
    const [own, theirs] = [quoted(text, range), quoted(original, source)];
    if (!own) return `${theirs} left out`;
    return theirs ? `${own} for ${theirs}` : `${own} put in`;
  });
  const rest = changes.length - told.length;
  return rest > 0 ? `${told.join(', ')} and ${rest} more` : told.join(', ');
}

function quoted(text: string, range: TextRange): string {
  const words = onOneLine(text.slice(range.start, range.end));
  return words && `“${shortened(words, LONGEST_TOLD)}”`;
}

/** A stretch of a note on one line, without indentation and the marks of quotations. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n][\s>]*/g, ' ').replace(/\s+/g, ' ');
}

/** How alike two passages are that are not the same: `93 %`. */
export function toldSimilarity(similarity: number): string {
  return `${Math.floor(100 * similarity)} %`;
}
