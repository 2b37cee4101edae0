import { BlockFacts } from './blockFacts';
import { BlockMemo, textOfBlock } from './blockMemo';
import { type GreenBlock, partsOf } from './green';
import { firstOpaque } from './pieces';
import type { TextRange } from './textRange';
import type { BlockText, NoteTree, Target } from './tree';

/** `[[#id]]` or `[[other-note#id]]` in a text: it mentions a statement without answering it. */
export interface TextReference extends Target {
  /** Without the brackets, like the range of a target. */
  readonly range: TextRange;
  /** Index of the block that the reference stands in. */
  readonly block: number;
}

const REFERENCE = /\[\[(?<path>[^[\]#]*)#(?<id>\p{L}[\p{L}\p{M}\p{N}_-]*)\]\]/gu;

const NONE: readonly never[] = [];

const IN_BLOCK = new BlockMemo(referencesIn);

/**
 * The references in the texts of a note, in order: in prose, headings and statements, but not in code and comments,
 * and not in `>` quotations, which are somebody else's words. Cost: the blocks that have not been asked for yet.
 */
export function textReferences(tree: NoteTree): readonly TextReference[] {
  return IN_NOTE.in(tree).flatMap(({ block, facts }) => placedIn(tree, block, facts));
}

const IN_NOTE = new BlockFacts(referencesOfBlock);

/** Those in one block. Cost: the block, once for all versions of the note. */
export function textReferencesInBlock(tree: NoteTree, block: number): readonly TextReference[] {
  return placedIn(tree, block, referencesOfBlock(tree, block));
}

function referencesOfBlock(tree: NoteTree, block: number): readonly Target[] {
  // Most blocks have none, and need not remember that.
  return textOfBlock(tree, block).includes('[[') ? IN_BLOCK.of(tree, block) : NONE;
}

function placedIn(tree: NoteTree, block: number, references: readonly Target[]): readonly TextReference[] {
  if (references.length === 0) return NONE;
  const shift = tree.starts[block] as number;
  return references.map((reference) => {
    const { start, end } = reference.range;
    return { ...reference, range: { start: start + shift, end: end + shift }, block };
  });
}

/** Those in one block that stands alone in a text. */
export function referencesIn(green: GreenBlock, text: string): Target[] {
  if (!text.includes('[[')) return [];
  return ownPieces(green).flatMap((piece) => inPiece({ text, opaque: green.enclosed.opaque }, piece));
}

/** The words of a block that are its writer's own: not quoted. Counted from the block's start. */
export function ownPieces(green: GreenBlock): readonly TextRange[] {
  if (green.kind === 'statement') {
    return partsOf(green).flatMap((part) => (part.kind === 'text' ? part.pieces : []));
  }
  const { block } = green;
  return block.kind === 'prose' ? block.pieces : block.kind === 'heading' ? [block.title] : [];
}

function inPiece(block: BlockText, piece: TextRange): Target[] {
  const source = block.text.slice(piece.start, piece.end);
  if (!source.includes('[[')) return [];
  return Array.from(source.matchAll(REFERENCE), ({ 0: whole, index, groups }) => {
    const range = { start: piece.start + index + 2, end: piece.start + index + whole.length - 2 };
    return { path: groups?.['path']?.trim() || null, id: groups?.['id'] ?? '', range };
  }).filter(({ range }) => !firstOpaque(block, range.start - 2, range.end + 2));
}
