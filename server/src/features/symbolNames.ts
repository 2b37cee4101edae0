import { BlockMemo } from '../syntax/blockMemo';
import { type GreenBlock, partsOf } from '../syntax/green';
import { statementText } from '../syntax/pieces';
import type { NoteTree } from '../syntax/tree';
import { shortened } from '../workspace/shortened';

/** UTF-16 units of a name; an outline shows less. */
export const LONGEST_NAME = 200;

const NAMES = new BlockMemo((green, text) => ({ name: nameOf(green, text) }));

/** What an outline calls the statement of a block. Cost: the block, once for all versions of the note. */
export function statementName(tree: NoteTree, block: number): string {
  return NAMES.of(tree, block).name;
}

function nameOf(green: GreenBlock, text: string): string {
  if (green.kind !== 'statement') return '';
  const words = statementText({ text, opaque: green.enclosed.opaque }, { parts: partsOf(green) });
  return shortened(words, LONGEST_NAME) || green.header.keyword;
}
