import { firstOpaque } from './pieces';
import type { TextRange } from './textRange';
import type { Block, NoteTree } from './tree';

/** `[[#id]]` or `[[other-note#id]]` in a text: it mentions a statement without answering it. */
export interface TextReference {
  /** Path of the other note as written, or null for this note. */
  readonly path: string | null;
  readonly id: string;
  /** With its brackets. */
  readonly range: TextRange;
}

const REFERENCE = /\[\[(?<path>[^[\]#|\n]{0,300})#(?<id>\p{L}[\p{L}\p{M}\p{N}_-]{0,200})\]\]/gu;

/**
 * The references in the words of a note, in order: in prose and statements, not in quotations, which are somebody
 * else's words, nor in code and comments. Cost: linear.
 */
export function textReferences(tree: NoteTree): TextReference[] {
  if (!tree.text.includes('[[')) return [];
  return tree.blocks.flatMap(ownLines).flatMap((piece) => referencesIn(tree, piece));
}

function ownLines(block: Block): readonly TextRange[] {
  if (block.kind === 'prose') return block.pieces;
  if (block.kind !== 'statement') return [];
  return block.parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []));
}

function referencesIn(tree: NoteTree, piece: TextRange): TextReference[] {
  const source = tree.text.slice(piece.start, piece.end);
  if (!source.includes('[[')) return [];
  return Array.from(source.matchAll(REFERENCE), ({ 0: whole, index, groups }) => ({
    path: groups?.['path']?.trim() || null,
    id: groups?.['id'] as string,
    range: { start: piece.start + index, end: piece.start + index + whole.length },
  })).filter(({ range }) => !firstOpaque(tree, range.start, range.end));
}
