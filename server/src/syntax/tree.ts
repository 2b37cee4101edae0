/**
 * The tree of a note. Blocks tile the file: every character belongs to exactly one block, in order, so
 * concatenating the blocks gives the text back. Whatever the text, there is a tree; a line that fits nothing is
 * prose. Ranges are UTF-16 offsets into the note's text, lines count from 0, columns are display columns with tab
 * stops of 4.
 */
import type { FactTable } from './blockFacts';
import type { Step } from './edits';
import type { GreenBlock } from './green';
import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';

export const KEYWORDS = [
  'claim',
  'support',
  'rebuttal',
  'undercut',
  'question',
  'answer',
  'concession',
  'cite',
] as const;
export type Keyword = (typeof KEYWORDS)[number];

export interface NoteTree extends BlockText {
  readonly lines: LineIndex;
  /** All blocks at their places; made when first asked for. */
  readonly blocks: readonly Block[];
  /** All blocks wherever they stand: what an edit left alone is shared by the trees before and after it. */
  readonly green: readonly GreenBlock[];
  /** Offset at which each block begins. */
  readonly starts: Int32Array;
  /** Line at which each block begins. */
  readonly firstLines: Int32Array;
  /** Stands for the tree where it is not to be kept alive. */
  readonly identity: object;
  /** The last edits that it has come of, the last first; see `changedBlocks`. */
  readonly steps: readonly Step[];
  /** What is known of some blocks; see `BlockFacts`. */
  readonly facts: FactTable;
  /** One block at its place. The same index always gives the same object, unless the tree rests. */
  block(index: number): Block;
  /** Lets go of all that can be read again from the text; it then is, whenever somebody asks. */
  rest(): void;
}

/** A text with the places in it that hold no words of the note. */
export interface BlockText {
  readonly text: string;
  /** Comments and code spans: places inside blocks that hold no citations. In order, disjoint. */
  readonly opaque: readonly Opaque[];
}

/** An opener without an end: a comment, or a fence of some length. */
export interface Unclosed extends TextRange {
  readonly kind: 'comment' | '`' | '~';
}

export interface Opaque extends TextRange {
  readonly kind: 'comment' | 'code';
}

export type Block =
  | FrontMatter
  | Heading
  | SpeakerHeading
  | Statement
  | Quotation
  | Rule
  | Code
  | Comment
  | Prose
  | Blank;

interface BlockRange extends TextRange {
  /** First and last line the block occupies. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** `---` … `---` from the first line. */
export interface FrontMatter extends BlockRange {
  readonly kind: 'frontMatter';
  /** The YAML between the two marks. */
  readonly yaml: TextRange;
}

/** `## Text`: opens a section and resets nesting. */
export interface Heading extends BlockRange {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly title: TextRange;
}

/** `### (Name)`: names the speaker of the statements below it, and nothing else. */
export interface SpeakerHeading extends BlockRange {
  readonly kind: 'speakerHeading';
  readonly speaker: Named;
}

/** `claim #id (Speaker) -> #target: text`, with everything that belongs to it. */
export interface Statement extends BlockRange {
  readonly kind: 'statement';
  readonly keyword: Keyword;
  readonly keywordRange: TextRange;
  /** Display column of the bullet, or of the keyword where there is no bullet. */
  readonly column: number;
  /** The bullet character with the white space after it, if the line has one. */
  readonly bullet: TextRange | null;
  /** From the bullet or keyword to just after the colon. */
  readonly header: TextRange;
  readonly id: Named | null;
  readonly speaker: Named | null;
  readonly targets: readonly Target[];
  /** Text, quotations, code and comments of the statement, in order. */
  readonly parts: readonly StatementPart[];
}

export type StatementPart = TextPart | Quotation | Code | Comment;

/** Lines of a statement's own words. */
export interface TextPart extends TextRange {
  readonly kind: 'text';
  /** One piece a line, without indentation and trailing white space; never empty. */
  readonly pieces: readonly TextRange[];
}

/** Lines that begin with `>`: somebody else's words. */
export interface Quotation extends BlockRange {
  readonly kind: 'quotation';
  /** One piece a line, without the marks; a line of only marks gives none. */
  readonly pieces: readonly TextRange[];
}

/** A paragraph nobody has marked yet. */
export interface Prose extends BlockRange {
  readonly kind: 'prose';
  readonly pieces: readonly TextRange[];
}

/** Fenced code, fences included. */
export interface Code extends BlockRange {
  readonly kind: 'code';
}

/** Whole lines of `<!-- … -->`. */
export interface Comment extends BlockRange {
  readonly kind: 'comment';
}

/** A line of only `---`, `===`, `***` or `-- `. */
export interface Rule extends BlockRange {
  readonly kind: 'rule';
}

export interface Blank extends BlockRange {
  readonly kind: 'blank';
}

/** A name as written, and where; `range` spans the name alone, without `#` or parentheses. */
export interface Named {
  readonly name: string;
  readonly range: TextRange;
}

/** `#id`, `other-note#id` or `<other note#id>`. */
export interface Target {
  /** Path of the other note as written, or null for this note. */
  readonly path: string | null;
  readonly id: string;
  readonly range: TextRange;
}
