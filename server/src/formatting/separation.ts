/**
 * Where Markdown would make one paragraph of two passages, or a heading of a statement above a rule: there a blank line
 * goes between. (CommonMark 4.3, 4.8 and 5.1: setext headings, paragraphs, and lines that lazily continue one.)
 */
import type { Block, NoteTree } from '../syntax/tree';
import { CODE_INDENT, type Style } from './style';

/** Looks at the blocks of a note in order. */
export class Separator {
  private above: Block | null = null;
  /** Columns of the words behind the bullets that are still open in Markdown, rising. */
  private readonly items: number[] = [];

  constructor(
    private readonly tree: NoteTree,
    private readonly style: Style,
  ) {}

  /**
   * Whether a blank line must go in front of the next block.
   * @param column at which the block will stand. Cost: amortised constant.
   */
  isJoined(block: Block, column: number): boolean {
    const { above } = this;
    this.above = block;
    if (block.kind === 'blank') return false;
    while (this.items.length > 0 && (this.items.at(-1) as number) > column) this.items.pop();
    const isCode = column - (this.items.at(-1) ?? 0) >= CODE_INDENT;
    if (block.kind === 'statement' && this.style.hasBullet(block)) {
      this.items.push(column + this.style.words(block));
      return false;
    }
    return above !== null && !isCode && this.continues(above, block);
  }

  private continues(above: Block, block: Block): boolean {
    if (!endsInParagraph(above)) return false;
    switch (block.kind) {
      case 'statement':
        return true;
      case 'prose':
        return above.kind === 'statement' && !this.matches(block, LIST_ITEM);
      case 'rule':
        return above.kind === 'statement' && this.matches(block, UNDERLINE);
      default:
        return false;
    }
  }

  private matches({ firstLine }: Block, pattern: RegExp): boolean {
    const { text, lines } = this.tree;
    pattern.lastIndex = lines.start(firstLine);
    return pattern.test(text);
  }
}

/** What can begin a list in the middle of a paragraph. */
const LIST_ITEM = /[ \t]*(?:[-*+]|1[.)])[ \t]/y;
/** What makes a heading of the line above. */
const UNDERLINE = /[ \t]*[-=]/y;

/** Code that is indented far is none in Markdown, so that a statement may always end in a paragraph. */
function endsInParagraph({ kind }: Block): boolean {
  return kind === 'statement' || kind === 'prose' || kind === 'quotation';
}
