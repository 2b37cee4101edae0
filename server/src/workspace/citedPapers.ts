import type { Argument } from '../argument/argument';
import { type Citation, isAccepted } from '../citations/reference';
import type { BlockFacts } from '../syntax/blockFacts';
import type { NoteTree } from '../syntax/tree';
import { type BlockCitation, citationFacts, isParticipant } from './blockCitations';

/** A citation of a note and where it stands in the argument. */
export interface NoteCitation {
  readonly citation: Citation;
  /** Index of the statement it stands in, or that the quotation it stands in leads up to; null in prose and headings. */
  readonly statement: number | null;
  /** True inside a `>` quotation: somebody else cites it. */
  readonly quoted: boolean;
}

/** All citations, whether they can be or not. */
export const ANY_CITATION = citationFacts(() => true);

/** Those that name an entry of a bibliography. */
export const CITATION_KEYS = citationFacts((citation) => isAccepted(citation) && citation.reference.kind === 'citekey');

/**
 * The citations of a note that are of some kind, in the order of the text, disjoint; names of participants are none.
 * Cost: those of the kind, and that of `BlockFacts.in`.
 */
export function citedInNote(
  { tree, argument }: { readonly tree: NoteTree; readonly argument: Argument },
  kind: BlockFacts<BlockCitation>,
): NoteCitation[] {
  const found: NoteCitation[] = [];
  const leads = new Leads(tree, argument);
  for (const { block, facts } of kind.in(tree)) {
    const statement = leads.statementOf(block);
    const shift = tree.starts[block] as number;
    for (const { citation, quoted } of facts) {
      if (!isParticipant(citation, tree)) found.push({ citation: moved(citation, shift), statement, quoted });
    }
  }
  return found;
}

/** Which statement a block is, or leads up to as a quotation. Blocks are asked for in order. */
class Leads {
  /** The first block that is none of those that may stand between a quotation and what it leads up to. */
  private end = 0;

  constructor(
    private readonly tree: NoteTree,
    private readonly argument: Argument,
  ) {}

  /** @returns the number of the statement; null for a block that is none. Cost: logarithmic, and each block once. */
  statementOf(block: number): number | null {
    const kind = this.tree.green[block]?.kind;
    if (kind === 'statement') return this.argument.firstFrom(block);
    // Quotations lead up to what stands right below, with nothing but others between; see `introductions`.
    if (kind !== 'quotation') return null;
    const { green } = this.tree;
    this.end = Math.max(this.end, block);
    while (this.end < green.length && MAY_STAND_BETWEEN.has(green[this.end]?.kind ?? '')) this.end++;
    return green[this.end]?.kind === 'statement' ? this.argument.firstFrom(this.end) : null;
  }
}

const MAY_STAND_BETWEEN: ReadonlySet<string> = new Set(['quotation', 'blank', 'comment']);

function moved(citation: Citation, shift: number): Citation {
  const { start, end } = citation.range;
  return { ...citation, range: { start: start + shift, end: end + shift } };
}
