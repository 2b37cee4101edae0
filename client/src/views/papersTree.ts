import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { BrokenOverview, PaperOverview, PapersAnswer } from '../../../server/src/protocol/messages';
import { citationItem, citedItem } from './paperItem';
import { type CitationNode, type CitedNode, isBroken, nameOf, type PapersNode } from './paperNodes';

/** What papers are sorted by; broken references and papers of which nothing is known come first whatever it is. */
export type PapersOrder = 'name' | 'year' | 'count';

type Changeable = { -readonly [Property in keyof CitedNode]: CitedNode[Property] };

/** Everything that notes cite as the tree that the papers view shows. */
export class PapersTree implements TreeDataProvider<PapersNode>, Disposable {
  private readonly changed = new EventEmitter<CitedNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private nodes = new Map<string, Changeable>();
  private ordered: readonly CitedNode[] = [];
  private order: PapersOrder = 'name';

  /** Shows what notes cite: only what is different is drawn anew. */
  show({ papers, broken }: PapersAnswer): void {
    const different: CitedNode[] = [];
    const nodes = [...broken, ...papers].map((cited): [string, Changeable] => {
      const id = `${isBroken(cited) ? 'broken' : 'paper'} ${cited.key}`;
      const known = this.nodes.get(id);
      if (known && JSON.stringify(known.cited) === JSON.stringify(cited)) return [id, known];
      const node = known ?? { id, cited, citations: [] };
      Object.assign(node, { cited, citations: citationNodes(node, cited) });
      different.push(node);
      return [id, node];
    });
    this.nodes = new Map(nodes);
    this.arrange(different);
  }

  /** Sorts the papers another way. */
  sortBy(order: PapersOrder): void {
    this.order = order;
    this.arrange([]);
  }

  getChildren(node?: PapersNode): PapersNode[] {
    if (!node) return [...this.ordered];
    return 'citations' in node ? [...node.citations] : [];
  }

  getParent(node: PapersNode): CitedNode | undefined {
    return 'citations' in node ? undefined : node.parent;
  }

  getTreeItem(node: PapersNode): TreeItem {
    return 'citations' in node ? citedItem(node) : citationItem(node);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private arrange(different: CitedNode[]): void {
    const before = this.ordered;
    this.ordered = [...this.nodes.values()].sort((a, b) => compare(a.cited, b.cited, this.order));
    const isSame = before.length === this.ordered.length && before.every((node, i) => node === this.ordered[i]);
    if (!isSame) this.changed.fire(undefined);
    else if (different.length > 0) this.changed.fire(different);
  }
}

/** A place keeps its name while no citation of the same paper comes before it in the same note. */
function citationNodes(parent: CitedNode, { citations }: PaperOverview | BrokenOverview): CitationNode[] {
  const times = new Map<string, number>();
  return citations.map((citation) => {
    const time = times.get(citation.uri) ?? 0;
    times.set(citation.uri, time + 1);
    return { id: `${parent.id} ${citation.uri} ${time}`, citation, parent };
  });
}

type Cited = CitedNode['cited'];

const NAMES = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(a: Cited, b: Cited, order: PapersOrder): number {
  return rankOf(a) - rankOf(b) || compareBy(a, b, order) || NAMES.compare(nameOf(a), nameOf(b));
}

function rankOf(cited: Cited): number {
  if (isBroken(cited)) return 0;
  return cited.title === null ? 1 : 2;
}

/** The newest and the most cited first. */
function compareBy(a: Cited, b: Cited, order: PapersOrder): number {
  switch (order) {
    case 'name':
      return 0;
    case 'year':
      return yearOf(b) - yearOf(a);
    case 'count':
      return b.citations.length - a.citations.length;
  }
}

function yearOf(cited: Cited): number {
  return isBroken(cited) ? 0 : (cited.year ?? Number.NEGATIVE_INFINITY);
}
