import { codeSpans } from '../syntax/codeSpans';
import { columnAfter, DEEPER, skipBlank, trimmedEnd } from '../syntax/columns';
import type { Header } from '../syntax/header';
import { kindOf, Line } from '../syntax/lineKinds';
import { belongs } from '../syntax/statement';
import type { TextRange } from '../syntax/textRange';
import { OPEN, type Open, PassageReader } from './passageText';
import type { WordList } from './words';

/** A paragraph, or a part of a statement, that is being read. */
interface Part {
  readonly open: Open;
  readonly pieces: TextRange[];
}

/** What lines may belong to: a paragraph, a quotation, or a statement, which may have several parts. */
interface OpenBlock {
  readonly kind: 'text' | 'quotation' | 'statement';
  /** Column from which on lines belong to a statement. */
  readonly limit: number;
  readonly start: number;
  end: number;
  readonly parts: Part[];
}

/** What only the parser can tell: comments and fenced code, which may be closed anywhere or never, and front matter. */
const NEEDS_PARSER = ['<!--', '```', '~~~', '\r'];

/**
 * Reads the words of notes of which nothing else is asked, line by line, without making a tree of them: as one reads
 * their trees, in a third of the time.
 */
export class PlainReader {
  private readonly reader: PassageReader;
  private readonly line = new Line();
  private block: OpenBlock | null = null;
  /** Whether the line above is one of the open block. */
  private isAdjacent = false;
  private nextBacktick = -1;

  /** Whether the words of a text can be read without a tree. Cost: a search. */
  static canRead(text: string): boolean {
    return !/^\ufeff?---/.test(text) && NEEDS_PARSER.every((mark) => !text.includes(mark));
  }

  /** @param words is given what is read */
  constructor(
    private readonly text: string,
    words: WordList,
  ) {
    this.reader = new PassageReader(text, words);
  }

  /** Reads all words. Cost: linear. */
  read(): void {
    const { text } = this;
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start);
      this.readLine(start, end < 0 ? text.length : end);
      start = end < 0 ? text.length : end + 1;
    }
    this.closeBlock();
  }

  private readLine(lineStart: number, end: number): void {
    const { text, line, block } = this;
    line.start = skipBlank(text, lineStart, end);
    line.end = end;
    if (line.start === end) {
      if (block?.kind !== 'statement') this.closeBlock();
      this.isAdjacent = false;
      return;
    }
    const first = line.start;
    line.kind = kindOf(text, line, lineStart);
    const isStatement = line.kind === 'statement';
    if (isStatement || block?.kind === 'statement') line.column = columnAfter(text, lineStart, first);
    if (block && this.isOf(block)) this.add(block);
    else this.begin(lineStart);
    this.isAdjacent = true;
  }

  private isOf(block: OpenBlock): boolean {
    const { line } = this;
    return block.kind === 'statement' ? belongs(line, block.limit, this.isAdjacent) : line.kind === block.kind;
  }

  /** Begins a block with a line, or passes over one that is none. */
  private begin(lineStart: number): void {
    const { line, text } = this;
    this.closeBlock();
    if (line.kind === 'text' || line.kind === 'quotation') {
      this.block = { kind: line.kind, limit: 0, start: lineStart, end: line.end, parts: [] };
      this.add(this.block);
    } else if (line.kind === 'statement') {
      const from = lineStart + (line.header as Header).end;
      const to = trimmedEnd(text, from, line.end);
      const start = skipBlank(text, from, to);
      const parts = to > start ? [{ open: OPEN.own, pieces: [{ start, end: to }] }] : [];
      this.block = { kind: 'statement', limit: line.column + DEEPER, start: lineStart, end: line.end, parts };
    } else this.reader.close();
  }

  /** Adds the words of a line to a block. */
  private add(block: OpenBlock): void {
    const { line, text } = this;
    const end = trimmedEnd(text, line.start, line.end);
    const isQuotation = line.kind === 'quotation';
    const open = isQuotation ? OPEN.quoted : OPEN.own;
    let part = block.parts.at(-1);
    if (!part || part.open !== open || (isQuotation && !this.isAdjacent)) {
      part = { open, pieces: [] };
      block.parts.push(part);
    }
    if (end > line.start) part.pieces.push({ start: skipBlank(text, line.start, end), end });
    block.end = line.end;
  }

  private closeBlock(): void {
    const { block } = this;
    if (!block) return;
    this.block = null;
    const opaque = this.codeIn(block);
    for (const { open, pieces } of block.parts) this.reader.readPieces(opaque, 0, pieces, open);
  }

  private codeIn({ start, end, parts }: OpenBlock): readonly TextRange[] {
    if (this.nextBacktick < start) {
      const next = this.text.indexOf('`', start);
      this.nextBacktick = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    if (this.nextBacktick >= end) return NONE;
    return codeSpans(
      this.text,
      parts.flatMap(({ pieces }) => pieces),
    );
  }
}

const NONE: readonly TextRange[] = [];
