import type { TextRange } from './textRange';
import type { Block, Named, Statement, StatementPart, Target } from './tree';

/** A copy of a block with all its offsets moved by one amount and all its lines by another. Cost: the block's parts. */
export function placed(block: Block, shift: number, line: number): Block {
  if (shift === 0 && line === 0) return block;
  const move = new Move(shift, line);
  switch (block.kind) {
    case 'statement':
      return move.statement(block);
    case 'quotation':
    case 'prose':
      return { ...block, ...move.lines(block), pieces: move.ranges(block.pieces) };
    case 'heading':
      return { ...block, ...move.lines(block), title: move.range(block.title) };
    case 'speakerHeading':
      return { ...block, ...move.lines(block), speaker: move.named(block.speaker) };
    case 'frontMatter':
      return { ...block, ...move.lines(block), yaml: move.range(block.yaml) };
    default:
      return { ...block, ...move.lines(block) };
  }
}

class Move {
  constructor(
    private readonly shift: number,
    private readonly line: number,
  ) {}

  range({ start, end }: TextRange): TextRange {
    return { start: start + this.shift, end: end + this.shift };
  }

  ranges(ranges: readonly TextRange[]): TextRange[] {
    return ranges.map((range) => this.range(range));
  }

  lines({ start, end, firstLine, lastLine }: TextRange & { firstLine: number; lastLine: number }) {
    const { shift, line } = this;
    return { firstLine: firstLine + line, lastLine: lastLine + line, start: start + shift, end: end + shift };
  }

  named({ name, range }: Named): Named {
    return { name, range: this.range(range) };
  }

  statement(statement: Statement): Statement {
    const { bullet, id, speaker, targets, parts } = statement;
    return {
      ...statement,
      ...this.lines(statement),
      keywordRange: this.range(statement.keywordRange),
      bullet: bullet && this.range(bullet),
      header: this.range(statement.header),
      id: id && this.named(id),
      speaker: speaker && this.named(speaker),
      targets: targets.map((target): Target => ({ ...target, range: this.range(target.range) })),
      parts: parts.map((part) => this.part(part)),
    };
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
