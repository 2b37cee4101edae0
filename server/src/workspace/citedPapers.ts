import type { Argument } from '../argument/argument';
import type { Citation } from '../citations/reference';
import type { Block, NoteTree } from '../syntax/tree';
import { citationsInBlock, isParticipant, isSourcedByPeople } from './blockCitations';

/** A citation of a note and where it stands in the argument. */
export interface NoteCitation {
  readonly citation: Citation;
  /** Index of the statement it stands in; null in prose and headings. */
  readonly statement: number | null;
  /** True inside a `>` quotation: somebody else cites it. */
  readonly quoted: boolean;
}

export interface CitedNote {
  /** In the order of the text, disjoint. */
  readonly citations: readonly NoteCitation[];
  /** Statements that name a source of their own: a paper in their text, or a `cite:` line's reference. */
  readonly sourced: ReadonlySet<number>;
}

/** Finds every citation of a note, and which statements have a source. Cost: linear. */
export function findCitedPapers(tree: NoteTree, argument: Argument): CitedNote {
  const indexOf = new Map<Block, number>();
  for (const { statement, introducedBy, index } of argument.points) {
    for (const block of [statement, ...introducedBy]) indexOf.set(block, index);
  }
  const citations: NoteCitation[] = [];
  const sourced = new Set<number>();
  tree.green.forEach((_, number) => {
    const reads = citationsInBlock(tree, number);
    if (reads.length === 0) return;
    const statement = indexOf.get(tree.block(number)) ?? null;
    const shift = tree.starts[number] as number;
    for (const read of reads) {
      for (const citation of read.citations) {
        if (isParticipant(citation, tree)) continue;
        citations.push({ citation: moved(citation, shift), statement, quoted: read.quoted });
      }
      if (statement !== null && read.sourced && !isSourcedByPeople(read, tree)) sourced.add(statement);
    }
  });
  return { citations, sourced };
}

function moved(citation: Citation, shift: number): Citation {
  const { start, end } = citation.range;
  return { ...citation, range: { start: start + shift, end: end + shift } };
}
