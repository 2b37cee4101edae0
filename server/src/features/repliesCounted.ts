import { isAccepted } from '../citations/reference';
import { citationsInBlock } from '../workspace/blockCitations';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';

/** The replies to a statement that are counted, in the order in which they are told. */
const COUNTED = ['support', 'rebuttal', 'undercut', 'answer', 'question', 'concession'] as const;

/**
 * What has been said to a statement, over all notes, in numbers: `2 supports`, `1 rebuttal`, `3 citations`. What it cites
 * itself counts as what `cite:` lines under it do; what is cited in quotations is somebody else's. Cost: its replies.
 */
export function repliesCounted(notes: Notes, of: PointOf): string[] {
  const counts = new Map<string, number>();
  let citations = citationsOf(of.note, of.point.index);
  for (const reply of notes.repliesTo(of)) {
    const { keyword } = reply.point.statement;
    // A claim under a question is an answer, and under anything else no reply.
    const counted = keyword === 'claim' ? (of.point.statement.keyword === 'question' ? 'answer' : '') : keyword;
    if (keyword === 'cite') citations += citationsOf(reply.note, reply.point.index) || sourceOf(reply);
    else counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const replies = COUNTED.map((keyword) => number(counts.get(keyword) ?? 0, keyword));
  return [...replies, number(citations, 'citation')].filter((part) => part !== '');
}

function number(count: number, name: string): string {
  return count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`;
}

function citationsOf(note: Note, index: number): number {
  const reads = citationsInBlock(note.tree, note.argument.blocks[index] as number);
  let count = 0;
  for (const { citations, quoted } of reads) if (!quoted) count += citations.filter(isAccepted).length;
  return count;
}

/** A book or a conversation is no citation that is known, but a source all the same. */
function sourceOf({ note, point }: PointOf): number {
  return note.isSourced(point.index) ? 1 : 0;
}
