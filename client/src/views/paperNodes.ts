import type { BrokenOverview, CitationOverview, PaperOverview } from '../../../server/src/protocol/messages';

/** A paper, or a reference that leads to none. It stays the same object as long as it is cited, so that what is open stays so. */
export interface CitedNode {
  readonly id: string;
  readonly cited: PaperOverview | BrokenOverview;
  readonly citations: readonly CitationNode[];
}

/** A place where it is cited. */
export interface CitationNode {
  readonly id: string;
  readonly citation: CitationOverview;
  readonly parent: CitedNode;
}

export type PapersNode = CitedNode | CitationNode;

/** The paper that an item of the view is about; undefined for a reference that leads to none. */
export function paperOf(node: PapersNode): PaperOverview | undefined {
  const { cited } = 'citations' in node ? node : node.parent;
  return isBroken(cited) ? undefined : cited;
}

export function isBroken(cited: PaperOverview | BrokenOverview): cited is BrokenOverview {
  return 'written' in cited;
}

/** What a paper or a broken reference is called in the view. */
export function nameOf(cited: PaperOverview | BrokenOverview): string {
  return isBroken(cited) ? cited.written : (cited.title ?? cited.forms[0] ?? '');
}
