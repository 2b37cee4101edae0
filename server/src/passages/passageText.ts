import { firstOpaque } from '../syntax/pieces';
import { quotedWords } from '../syntax/quotedWords';
import type { TextRange } from '../syntax/textRange';
import type { Block, NoteTree, StatementPart } from '../syntax/tree';

/** A stretch of text that a repeated passage may run through, and cannot leave. */
export interface PassageText {
  /** Where its words stand; headers, marks, comments and code left out. In order, disjoint. */
  readonly pieces: readonly TextRange[];
  /** True inside `>`: the words are declared as somebody else's. */
  readonly quoted: boolean;
  /** Words within pieces that stand in quotation marks: declared, too. In order, disjoint. */
  readonly quotations: readonly TextRange[];
}

/**
 * The passages of a note: paragraphs and statements run on into each other; headings, rules, code and the border of
 * a `>` quotation end a stretch. Cost: linear.
 */
export function passageTexts(tree: NoteTree): PassageText[] {
  const texts: OpenText[] = [];
  let open: OpenText | null = null;
  for (const part of tree.blocks.flatMap(partsOf)) {
    if (part.kind === 'blank' || part.kind === 'comment') continue;
    if (!hasPassages(part)) {
      open = null;
      continue;
    }
    if (open?.quoted !== (part.kind === 'quotation')) {
      open = { pieces: [], quotations: [], quoted: part.kind === 'quotation' };
      texts.push(open);
    }
    addPart(tree, part, open);
  }
  return texts;
}

interface OpenText {
  readonly pieces: TextRange[];
  readonly quotations: TextRange[];
  readonly quoted: boolean;
}

type WithPassages = Extract<Block | StatementPart, { pieces: readonly TextRange[] }>;

function partsOf(block: Block): readonly (Block | StatementPart)[] {
  return block.kind === 'statement' ? block.parts : [block];
}

function hasPassages(part: Block | StatementPart): part is WithPassages {
  return 'pieces' in part;
}

function addPart(tree: NoteTree, part: WithPassages, to: OpenText): void {
  for (const piece of part.pieces) to.pieces.push(...clearPieces(tree, piece));
  to.quotations.push(...quotedWords(tree.text, part.pieces));
}

/** What is left of a piece when comments and code spans are cut out. */
function clearPieces(tree: NoteTree, piece: TextRange): TextRange[] {
  const clear: TextRange[] = [];
  let start = piece.start;
  for (let next = firstOpaque(tree, start, piece.end); next; next = firstOpaque(tree, start, piece.end)) {
    if (next.start > start) clear.push({ start, end: next.start });
    start = next.end;
    if (start >= piece.end) break;
  }
  if (start < piece.end) clear.push({ start, end: piece.end });
  return clear;
}
