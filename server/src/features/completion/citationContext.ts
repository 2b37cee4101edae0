/** Whether a citation key is being typed: behind `@` in brackets, as Pandoc has it, or in a `cite:` line. */
import { blockAt } from '../../syntax/noteTree';
import { piecesOfPart } from '../../syntax/pieces';
import type { Note } from '../../workspace/note';

/** A key as far as it has been typed; in braces it is anything without a space. */
const TYPED_KEY =
  /(?<![\p{L}\p{N}\p{M}._%+/@\\&=]|[^\s[;(]-)@(?:(?<key>[\p{L}\p{M}\p{N}_:.#$%&+?<>~/-]*)|\{(?<braced>[^\s{}]*))$/u;

/** UTF-16 units between a key and the bracket that its group begins with. */
const LONGEST_GROUP = 400;

/** What has been typed of a key; null where none is being typed. Cost: what stands in front of it. */
export function typedKey(note: Note, offset: number, before: string): { key: string; isBraced: boolean } | null {
  const typed = TYPED_KEY.exec(before);
  if (!typed) return null;
  if (!isInCiteLine(note, offset) && !isInGroup(note, offset)) return null;
  const { key, braced } = typed.groups ?? {};
  return { key: key ?? braced ?? '', isBraced: braced !== undefined };
}

function isInCiteLine({ text, tree }: Note, offset: number): boolean {
  const block = tree.block(blockAt(tree, offset));
  if (block.kind !== 'statement' || block.keyword !== 'cite') return false;
  const pieces = block.parts.flatMap((part) => (part.kind === 'text' ? piecesOfPart(part) : []));
  const piece = pieces.find(({ start, end }) => start <= offset && offset <= end);
  // What follows a dash tells what the reference shows.
  return piece !== undefined && !text.slice(piece.start, offset).includes('—');
}

/** Whether a place is in the brackets of a group of citations, closed or not yet. */
export function isInGroup({ text, tree }: Note, offset: number): boolean {
  const block = tree.starts[blockAt(tree, offset)] ?? 0;
  const before = text.slice(Math.max(block, offset - LONGEST_GROUP), offset);
  const opened = before.lastIndexOf('[');
  return opened >= 0 && !before.includes(']', opened) && before[opened - 1] !== '[';
}
