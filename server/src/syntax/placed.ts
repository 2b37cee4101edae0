import { type GreenBlock, type GreenStatement, type OtherBlock, partsOf } from './green';
import type { TextRange } from './textRange';
import type { Block, Named, Statement, StatementPart, Target } from './tree';

/** A green block at the place where it stands in a note. Cost: the block's parts. */
export function placed(green: GreenBlock, shift: number, line: number): Block {
  const move = new Move(shift, line);
  return green.kind === 'statement' ? move.statement(green) : move.other(green.block);
}

class Move {
  constructor(
    private readonly shift: number,
    private readonly line: number,
  ) {}

  statement(green: Readonly<GreenStatement>): Statement {
    const { header, column, length, lineCount, targets } = green;
    const { keyword, start, keywordStart } = header;
    return {
      kind: 'statement',
      keyword,
      keywordRange: this.span(keywordStart, keyword.length),
      column,
      bullet: keywordStart > start ? this.range({ start, end: keywordStart }) : null,
      header: this.range({ start, end: header.end }),
      id: this.named(header.id, header.idStart),
      speaker: this.named(header.speaker, header.speakerStart),
      targets: targets.map((target): Target => ({ ...target, range: this.range(target.range) })),
      parts: partsOf(green).map((part) => this.part(part)),
      ...this.lines({ start: 0, end: length, firstLine: 0, lastLine: lineCount - 1 }),
    };
  }

  other(block: OtherBlock): Block {
    switch (block.kind) {
      case 'quotation':
      case 'prose':
        return { ...block, ...this.lines(block), pieces: this.ranges(block.pieces) };
      case 'heading':
        return { ...block, ...this.lines(block), title: this.range(block.title) };
      case 'speakerHeading': {
        const { name, range } = block.speaker;
        return { ...block, ...this.lines(block), speaker: { name, range: this.range(range) } };
      }
      case 'frontMatter':
        return { ...block, ...this.lines(block), yaml: this.range(block.yaml) };
      default:
        return { ...block, ...this.lines(block) };
    }
  }

  private range({ start, end }: TextRange): TextRange {
    return { start: start + this.shift, end: end + this.shift };
  }

  private span(start: number, length: number): TextRange {
    return { start: start + this.shift, end: start + length + this.shift };
  }

  private ranges(ranges: readonly TextRange[]): TextRange[] {
    return ranges.map((range) => this.range(range));
  }

  private lines({ start, end, firstLine, lastLine }: TextRange & { firstLine: number; lastLine: number }) {
    const { shift, line } = this;
    return { firstLine: firstLine + line, lastLine: lastLine + line, start: start + shift, end: end + shift };
  }

  private named(name: string | null, start: number): Named | null {
    return name === null ? null : { name, range: this.span(start, name.length) };
  }

  private part(part: StatementPart): StatementPart {
    switch (part.kind) {
      case 'text':
        return { kind: 'text', ...this.range(part), pieces: this.ranges(part.pieces) };
      case 'quotation':
        return { kind: 'quotation', ...this.lines(part), pieces: this.ranges(part.pieces) };
      default:
        return { kind: part.kind, ...this.lines(part) };
    }
  }
}
