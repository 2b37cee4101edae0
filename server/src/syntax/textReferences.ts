import { firstOpaque } from './pieces';
import type { TextRange } from './textRange';
import type { Block, NoteTree, Target } from './tree';

/** `[[#id]]` or `[[other-note#id]]` in a text: it mentions a statement without answering it. */
export interface TextReference extends Target {
  /** Without the brackets, like the range of a target. */
  readonly range: TextRange;
  /** Index of the block that the reference stands in. */
  readonly block: number;
}

const REFERENCE = /\[\[(?<path>[^[\]#]*)#(?<id>\p{L}[\p{L}\p{M}\p{N}_-]*)\]\]/gu;

const known = new WeakMap<NoteTree, readonly TextReference[]>();

/**
 * The references in the texts of a note, in order: in prose, headings and statements, but not in code and comments,
 * and not in `>` quotations, which are somebody else's words. Cost: linear.
 */
export function textReferences(tree: NoteTree): readonly TextReference[] {
  let found = known.get(tree);
  if (!found) {
    found = tree.blocks.flatMap((block, index) => ownPieces(block).flatMap((piece) => inPiece(tree, piece, index)));
    known.set(tree, found);
  }
  return found;
}

function ownPieces(block: Block): readonly TextRange[] {
  if (block.kind === 'prose') return block.pieces;
  if (block.kind === 'heading') return [block.title];
  if (block.kind !== 'statement') return [];
  return block.parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []));
}

function inPiece(tree: NoteTree, piece: TextRange, block: number): TextReference[] {
  const source = tree.text.slice(piece.start, piece.end);
  if (!source.includes('[[')) return [];
  return Array.from(source.matchAll(REFERENCE), ({ 0: whole, index, groups }) => {
    const range = { start: piece.start + index + 2, end: piece.start + index + whole.length - 2 };
    return { path: groups?.['path']?.trim() || null, id: groups?.['id'] ?? '', range, block };
  }).filter(({ range }) => !firstOpaque(tree, range.start - 2, range.end + 2));
}
