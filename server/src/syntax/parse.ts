/**
 * Text to tree, line by line. Parsing never fails: a line is given the first kind that fits, and prose fits always.
 * What a line means depends on the lines around it only through fences, comments, and the statement above it.
 */
import { codeSpans } from './codeSpans';
import { trimmed } from './columns';
import { findEnclosures } from './enclosures';
import { findFrontMatter } from './frontMatter';
import { LineIndex } from './lineIndex';
import { type Line, LineClassifier } from './lineKinds';
import { piecesOf } from './pieces';
import { StatementParser } from './statement';
import type { TextRange } from './textRange';
import type { Block, NoteTree, Opaque, Quotation } from './tree';

/**
 * Parses a note.
 * @param text the whole note, any characters, any line endings
 * @returns its tree; never throws. Cost: linear in the text.
 */
export function parse(text: string): NoteTree {
  const lines = new LineIndex(text);
  const frontMatter = findFrontMatter(text, lines);
  const firstLine = frontMatter ? frontMatter.lastLine + 1 : 0;
  const enclosures = findEnclosures(text, lines, firstLine);
  const classifier = new LineClassifier(text, lines, enclosures);
  const parser = new Parser(text, lines, classifier);
  const blocks = frontMatter ? [frontMatter, ...parser.blocksFrom(firstLine)] : parser.blocksFrom(0);
  return { text, lines, blocks, opaque: opaqueRanges(text, blocks, enclosures.comments) };
}

class Parser {
  private readonly statements: StatementParser;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly classifier: LineClassifier,
  ) {
    this.statements = new StatementParser(text, lines, classifier);
  }

  blocksFrom(firstLine: number): Block[] {
    const blocks: Block[] = [];
    for (let number = firstLine; number < this.lines.count; ) {
      // The empty line after a final line break is no line of its own.
      if (this.lines.start(number) === this.text.length && number > 0) break;
      const block = this.blockAt(number);
      blocks.push(block);
      number = block.lastLine + 1;
    }
    return blocks;
  }

  private blockAt(number: number): Block {
    const line = this.classifier.classify(number);
    switch (line.kind) {
      case 'statement':
        return this.statements.parse(line);
      case 'heading': {
        const { level, title } = line;
        return { kind: 'heading', level, title, ...this.range(number, number) };
      }
      case 'speakerHeading':
        return { kind: 'speakerHeading', speaker: line.speaker, ...this.range(number, number) };
      case 'code':
      case 'comment':
        return { kind: line.kind, ...this.range(number, line.lastLine) };
      case 'rule':
        return { kind: 'rule', ...this.range(number, number) };
      case 'blank':
        return { kind: 'blank', ...this.range(number, this.lastOf('blank', number)) };
      case 'quotation':
        return this.quotation(number);
      case 'text':
        return this.prose(line);
    }
  }

  private quotation(number: number): Quotation {
    const last = this.lastOf('quotation', number);
    const pieces = this.pieces(number, last);
    return { kind: 'quotation', pieces, ...this.range(number, last) };
  }

  private prose(line: Line): Block {
    const last = this.lastOf('text', line.number);
    return { kind: 'prose', pieces: this.pieces(line.number, last), ...this.range(line.number, last) };
  }

  private lastOf(kind: Line['kind'], number: number): number {
    let last = number;
    while (last + 1 < this.lines.count && this.classifier.classify(last + 1).kind === kind) last++;
    return last;
  }

  private pieces(first: number, last: number): TextRange[] {
    const pieces: TextRange[] = [];
    for (let number = first; number <= last; number++) {
      const piece = trimmed(this.text, this.classifier.classify(number).content);
      if (piece.end > piece.start) pieces.push(piece);
    }
    return pieces;
  }

  private range(firstLine: number, lastLine: number) {
    return { firstLine, lastLine, start: this.lines.start(firstLine), end: this.lines.endWithBreak(lastLine) };
  }
}

function opaqueRanges(text: string, blocks: readonly Block[], comments: readonly TextRange[]): Opaque[] {
  const found: Opaque[] = comments.map(({ start, end }) => ({ kind: 'comment', start, end }));
  for (const block of blocks) {
    for (const { start, end } of codeSpans(text, piecesOf(block))) found.push({ kind: 'code', start, end });
  }
  found.sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((range) => {
    const isApart = range.start >= end;
    if (isApart) end = range.end;
    return isApart;
  });
}
