import { type Header, NO_TARGETS } from './header';
import type { Block, Opaque, Statement, StatementPart, Target, Unclosed } from './tree';

/**
 * A block that does not know where it stands: offsets count from its first character, lines from its first line. (The
 * idea of red and green trees is that of the C# compiler Roslyn.) It is shared between the versions of a note, and what
 * it says never changes, so whatever follows from it alone is worked out once: see `BlockMemo`. A note has thousands, all
 * alive as long as it is open, so statements are kept in few objects; `placed` gives them the form that is read.
 */
export type GreenBlock = Readonly<GreenStatement> | Readonly<GreenOther>;

/** What is inside a block besides its words. Most blocks have nothing, and share one. */
export interface Enclosed {
  /** Opaque places inside the block; a comment that runs on is cut at the block's ends. */
  readonly opaque: readonly Opaque[];
  /** True when the block begins inside a comment: then what it is depends on blocks above. */
  readonly continuesComment: boolean;
  /** Openers in the block that nothing below closes, so that they are prose. */
  readonly unclosed: readonly Unclosed[];
}

export const NOTHING_ENCLOSED: Enclosed = { opaque: [], continuesComment: false, unclosed: [] };

/** What `BlockMemo` keeps in a block. */
export type Memos = unknown[] | undefined;

/** A statement. The parser fills it in and then lets go of it. */
export class GreenStatement {
  readonly kind = 'statement';
  /** Length in UTF-16 units, and number of lines. */
  length = 0;
  lineCount = 1;
  enclosed = NOTHING_ENCLOSED;
  /** True for a statement with neither words nor quotation nor code. */
  isWordless = false;
  /** All parts; null where there is no more than the words behind the header, on its line. */
  longParts: readonly StatementPart[] | null = null;
  readonly memos: Memos = undefined;

  constructor(
    readonly header: Header,
    /** Display column of the bullet, or of the keyword where there is no bullet. */
    readonly column: number,
    /** The words behind the header, on its line; empty where there are none. */
    readonly textStart: number,
    readonly textEnd: number,
  ) {}

  get targets(): readonly Target[] {
    return this.header.targets ?? NO_TARGETS;
  }
}

/** Text, quotations, code and comments of a statement, in order. */
export function partsOf({ longParts, textStart, textEnd }: Readonly<GreenStatement>): readonly StatementPart[] {
  if (longParts) return longParts;
  const piece = { start: textStart, end: textEnd };
  return textEnd > textStart ? [{ kind: 'text', ...piece, pieces: [piece] }] : [];
}

/** A block of any other kind. */
export class GreenOther {
  readonly kind: OtherBlock['kind'];
  readonly length: number;
  readonly lineCount: number;
  readonly memos: Memos = undefined;

  constructor(
    /** As it stands at the beginning of a text. */
    readonly block: OtherBlock,
    readonly enclosed: Enclosed = NOTHING_ENCLOSED,
  ) {
    this.kind = block.kind;
    this.length = block.end;
    this.lineCount = block.lastLine + 1;
  }
}

export type OtherBlock = Exclude<Block, Statement>;
