import type { Citation } from '../citations/reference';
import { blockAt } from '../syntax/noteTree';
import { touches } from '../syntax/textRange';
import { citationsInBlock, isParticipant } from '../workspace/blockCitations';
import type { Note } from '../workspace/note';

/** The citation that an offset touches; the name of somebody who takes part is none. Cost: the citations of the block. */
export function citationAt({ tree }: Note, offset: number): Citation | undefined {
  const block = blockAt(tree, offset);
  const shift = tree.starts[block] as number;
  for (const { citations } of citationsInBlock(tree, block)) {
    const found = citations.find(({ range }) => touches(range, offset - shift));
    if (!found || isParticipant(found, tree)) continue;
    const { start, end } = found.range;
    return { ...found, range: { start: start + shift, end: end + shift } };
  }
  return undefined;
}
