import type { BrokenOverview, CitationOverview, PaperOverview } from '../../../server/src/protocol/messages';

/** A paper, or a reference that leads to none. It stays the same object as long as it is cited, so that what is open stays so. */
export interface CitedNode {
  readonly id: string;
  readonly cited: PaperOverview | BrokenOverview;
}

/** A place where it is cited. */
export interface CitationNode {
  readonly id: string;
  readonly citation: CitationOverview;
  readonly parent: CitedNode;
}

export type PapersNode = CitedNode | CitationNode;

export function isCitation(node: PapersNode): node is CitationNode {
  return 'citation' in node;
}

export function isBroken(cited: PaperOverview | BrokenOverview): cited is BrokenOverview {
  return 'written' in cited;
}

/** The paper that an item of the view is about; undefined for a reference that leads to none. */
export function paperOf(node: PapersNode): PaperOverview | undefined {
  const { cited } = isCitation(node) ? node.parent : node;
  return isBroken(cited) ? undefined : cited;
}

/** What a paper or a broken reference is called in the view. */
export function nameOf(cited: PaperOverview | BrokenOverview): string {
  return isBroken(cited) ? cited.written : (cited.title ?? cited.forms[0] ?? '');
}

/** Nodes of the places where something is cited. A place keeps its name while no other comes before it in the same note. */
export function citationNodes(parent: CitedNode, citations: readonly CitationOverview[]): CitationNode[] {
  const times = new Map<string, number>();
  return citations.map((citation) => {
    const time = times.get(citation.uri) ?? 0;
    times.set(citation.uri, time + 1);
    return { id: `${parent.id} ${citation.uri} ${time}`, citation, parent };
  });
}
