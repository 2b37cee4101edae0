import type { Argument } from '../argument/argument';
import type { Citation } from '../citations/reference';
import type { NoteTree } from '../syntax/tree';
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
  const citations: NoteCitation[] = [];
  const sourced = new Set<number>();
  const statements = statementsOf(tree, argument);
  for (let block = 0; block < tree.green.length; block++) {
    const reads = citationsInBlock(tree, block);
    if (reads.length === 0) continue;
    const index = statements[block] as number;
    const statement = index < 0 ? null : index;
    const shift = tree.starts[block] as number;
    for (const read of reads) {
      for (const citation of read.citations) {
        if (isParticipant(citation, tree)) continue;
        citations.push({ citation: moved(citation, shift), statement, quoted: read.quoted });
      }
      if (statement !== null && read.sourced && !isSourcedByPeople(read, tree)) sourced.add(statement);
    }
  }
  return { citations, sourced };
}

/** For each block the statement that it is, or that it leads up to as a quotation; -1 for all others. Cost: linear. */
function statementsOf({ green }: NoteTree, { blocks }: Argument): Int32Array {
  const statements = new Int32Array(green.length).fill(-1);
  let next = blocks.length;
  // Quotations lead up to what stands right below, with nothing but others between; see `introductions`.
  let below = -1;
  for (let block = green.length - 1; block >= 0; block--) {
    const kind = green[block]?.kind;
    if (kind === 'statement') {
      next--;
      below = next;
      statements[block] = next;
    } else if (kind === 'quotation') statements[block] = below;
    else if (kind !== 'blank' && kind !== 'comment') below = -1;
  }
  return statements;
}

function moved(citation: Citation, shift: number): Citation {
  const { start, end } = citation.range;
  return { ...citation, range: { start: start + shift, end: end + shift } };
}
