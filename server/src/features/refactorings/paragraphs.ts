import { beginsInComment, columnOf } from '../../formatting/lines';
import { DEEPER, skipBlank, trimmedEnd } from '../../syntax/columns';
import { afterBullet } from '../../syntax/header';
import type { NoteTree, Prose } from '../../syntax/tree';

/** Lines of a block of prose that make one statement. */
export interface Paragraph {
  readonly firstLine: number;
  readonly lastLine: number;
  /** Display column at which it begins. */
  readonly column: number;
  /** True for an item of a Markdown list, which stands under others by its column. */
  readonly isItem: boolean;
  /** Its bullet, with the white space behind it; empty where it has none. A number is part of the words. */
  readonly bullet: string;
}

/** Characters of a line at whose end somebody, or an editor, may have broken it. */
const SHORTEST = 40;
const LONGEST = 120;
const NUMBER = /^\d{1,9}[.)][ \t]/;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/u;
const SPEAKER = /^[<[@(]*\p{Lu}[^:.!?]{0,30}:\s/u;

/**
 * The paragraphs of a block of prose. Each item of a list is one. What is between two items is one if it looks wrapped
 * (`isWrapped`); otherwise each line is, as in a pasted thread, with the lines behind it that are indented deeper.
 * Cost: the block.
 */
export function paragraphsOf(tree: NoteTree, { firstLine, lastLine }: Prose): Paragraph[] {
  const found: Paragraph[] = [];
  for (let first = firstLine, next: number; first <= lastLine; first = next) {
    next = first + 1;
    while (next <= lastLine && (beginsInComment(tree, next) || !isItem(wordsOf(tree, next)))) next++;
    found.push(...paragraphsIn(tree, first, next - 1));
  }
  return found;
}

function paragraphsIn(tree: NoteTree, first: number, last: number): Paragraph[] {
  const lines = Array.from({ length: last - first + 1 }, (_, at) => wordsOf(tree, first + at));
  if (isWrapped(lines)) return [paragraph(tree, first, last)];
  const found: Paragraph[] = [];
  for (let start = first, next: number; start <= last; start = next) {
    const column = columnOf(tree, start);
    next = start + 1;
    while (next <= last && (beginsInComment(tree, next) || columnOf(tree, next) >= column + DEEPER)) next++;
    found.push(paragraph(tree, start, next - 1));
  }
  return found;
}

function paragraph(tree: NoteTree, firstLine: number, lastLine: number): Paragraph {
  const words = wordsOf(tree, firstLine);
  const bullet = words.slice(0, afterBullet(words, 0, words.length));
  return { firstLine, lastLine, column: columnOf(tree, firstLine), isItem: isItem(words), bullet };
}

function isItem(words: string): boolean {
  return afterBullet(words, 0, words.length) > 0 || NUMBER.test(words);
}

/**
 * Whether lines look like one paragraph that has been broken to fit a width: all but the last are of 40 to 120
 * characters, none had room for the first word of the next, not all of them end a sentence, and none but the first
 * begins with the name of a speaker and a colon.
 */
function isWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((longest, { length }) => Math.max(longest, length), 0);
  const broken = lines.slice(0, -1);
  return (
    broken.some((line) => !SENTENCE_END.test(line)) &&
    broken.every(({ length }, at) => {
      const next = lines[at + 1] as string;
      const word = next.search(/\s/);
      const needed = length + 1 + (word < 0 ? next.length : word);
      return length >= SHORTEST && length <= LONGEST && needed > width && !SPEAKER.test(next);
    })
  );
}

function wordsOf({ text, lines }: NoteTree, line: number): string {
  const [start, end] = [lines.start(line), lines.end(line)];
  return text.slice(skipBlank(text, start, end), trimmedEnd(text, start, end));
}
