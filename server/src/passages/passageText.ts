import type { GreenBlock } from '../syntax/green';
import { partsOf } from '../syntax/green';
import { firstIn } from '../syntax/pieces';
import { quotedWords } from '../syntax/quotedWords';
import type { TextRange } from '../syntax/textRange';
import type { NoteTree, StatementPart } from '../syntax/tree';
import { withoutAttributions } from './attributions';
import { FLAG, WordList, WordReader, type Words } from './words';

/**
 * Half words up to which words in quotation marks are no declared quotation, but a name or a doubt about a word: half
 * of the shortest passage, so that of a passage with such a quotation at least half is the writer's own.
 */
const SCARE_QUOTES = 8;

/** What the words of a block begin with: a passage that is over, or one that may run on. */
export const OPEN = { nothing: 0, own: 1, quoted: 2 } as const;
export type Open = (typeof OPEN)[keyof typeof OPEN];

/** All words of a note. Cost: linear. */
export function wordsOf(tree: NoteTree): Words {
  const words = new WordList();
  readAll(tree, words);
  return words.done();
}

/** Adds all words of a note to others. Cost: linear. */
export function readAll(tree: NoteTree, words: WordList): void {
  const reader = new PassageReader(tree.text, words);
  for (let index = 0; index < tree.green.length; index++) reader.readBlock(tree, index);
}

/**
 * Reads the words of a note's passages, block by block: headers, marks, comments and code are left out. Paragraphs and
 * statements run on into each other; headings, rules, code and the border of a `>` quotation end a passage.
 */
export class PassageReader {
  private readonly reader: WordReader;

  /** @param open what the block that is read first goes on with */
  constructor(
    private readonly text: string,
    private readonly words: WordList,
    public open: Open = OPEN.nothing,
  ) {
    this.reader = new WordReader(text, words);
  }

  /** Reads a block of the text's tree. Cost: linear in it. */
  readBlock({ green, starts }: NoteTree, index: number): void {
    const block = green[index] as GreenBlock;
    const start = starts[index] as number;
    if (block.kind === 'statement') {
      const { textStart, textEnd, longParts } = block;
      if (longParts) for (const part of partsOf(block)) this.readPart(block, start, part);
      else if (textEnd > textStart)
        this.readPieces(block.enclosed.opaque, start, [{ start: textStart, end: textEnd }], OPEN.own);
    } else if (block.kind !== 'blank') this.readPart(block, start, block.block);
  }

  private readPart(block: GreenBlock, shift: number, part: { kind: string } | StatementPart): void {
    if (part.kind === 'comment') return;
    if ('pieces' in part)
      this.readPieces(block.enclosed.opaque, shift, part.pieces, part.kind === 'quotation' ? OPEN.quoted : OPEN.own);
    else this.close();
  }

  /** Ends a passage: what is read next goes on with nothing. */
  close(): void {
    this.open = OPEN.nothing;
  }

  /**
   * Reads the words of a paragraph.
   * @param opaque code and comments in it, which are left out
   * @param shift what these and the pieces count from
   * @param open `OPEN.quoted` for one that is declared as somebody else's, otherwise `OPEN.own`
   */
  readPieces(opaque: readonly TextRange[], shift: number, pieces: readonly TextRange[], open: Open): void {
    const { reader, words } = this;
    const quoted = open === OPEN.quoted ? FLAG.quoted : 0;
    const first = words.count;
    reader.next = FLAG.sentence | FLAG.paragraph | (this.open === open ? 0 : FLAG.breaks);
    reader.metQuotationMark = false;
    let last: TextRange | null = null;
    for (const piece of withoutAttributions(this.text, shift, pieces)) {
      const { start, end } = piece;
      if (quoted && last && this.areApart(shift, last, piece)) reader.next |= FLAG.sentence | FLAG.paragraph;
      last = piece;
      if (opaque.length === 0) reader.read(shift + start, shift + end, quoted);
      else
        for (const clear of clearPieces(opaque, start, end))
          reader.read(shift + clear.start, shift + clear.end, quoted);
    }
    // Where no word came, the next one must begin what this one would have begun.
    this.open = (reader.next & FLAG.breaks) !== 0 ? OPEN.nothing : open;
    reader.next = 0;
    if (reader.metQuotationMark && words.count - first > SCARE_QUOTES / 2) this.declare(shift, pieces, first);
  }

  /** Whether two lines of a quotation are of two paragraphs: with a line of nothing but marks, or an attribution, between. */
  private areApart(shift: number, last: TextRange, next: TextRange): boolean {
    const between = this.text.slice(shift + last.end, shift + next.start);
    return /(?:\r\n|[\r\n])[^\r\n]*[\r\n]/.test(between) || this.areOfTwo(shift, last, next);
  }

  /**
   * Whether two lines are of two writers, by the marks before them. A line that was wrapped once more has lost some marks,
   * too, but goes on with the sentence.
   */
  private areOfTwo(shift: number, last: TextRange, next: TextRange): boolean {
    const { text } = this;
    if (depthAt(text, shift + last.start) === depthAt(text, shift + next.start)) return false;
    const before = text.slice(shift + Math.max(last.start, last.end - 8), shift + last.end);
    const behind = text.slice(shift + next.start, shift + Math.min(next.end, next.start + 8));
    return /[.!?…:。！？][^\p{L}\p{N}]*$/u.test(before) || /^[^\p{L}\p{N}]*\p{Lu}/u.test(behind);
  }

  /** Marks the words in quotation marks, from the word `at` on, as declared. */
  private declare(shift: number, pieces: readonly TextRange[], at: number): void {
    const { words } = this;
    const moved = pieces.map(({ start, end }) => ({ start: shift + start, end: shift + end }));
    for (const { start, end } of quotedWords(this.text, moved)) {
      while (at < words.count && (words.starts[at] as number) < start) at++;
      const from = at;
      let units = 0;
      for (; at < words.count && (words.starts[at] as number) < end; at++) units += unitsOf(words.flags[at] as number);
      if (units > SCARE_QUOTES)
        for (let i = from; i < at; i++) words.flags[i] = (words.flags[i] as number) | FLAG.quoted;
    }
  }
}

/** Quotation marks (`>`) that stand before the words of a line. */
function depthAt(text: string, start: number): number {
  let depth = 0;
  for (let at = start - 1; at >= 0 && /[> \t]/.test(text.charAt(at)); at--) if (text[at] === '>') depth++;
  return depth;
}

/** Half words that a word with some flags counts as. */
export function unitsOf(flags: number): number {
  return (flags & FLAG.half) === 0 ? 2 : 1;
}

/** What is left of a piece of a block when comments and code spans are cut out. */
function clearPieces(opaque: readonly TextRange[], from: number, end: number): TextRange[] {
  const clear: TextRange[] = [];
  let start = from;
  for (let next = firstIn(opaque, start, end); next; next = firstIn(opaque, start, end)) {
    if (next.start > start) clear.push({ start, end: next.start });
    start = next.end;
    if (start >= end) break;
  }
  if (start < end) clear.push({ start, end });
  return clear;
}
