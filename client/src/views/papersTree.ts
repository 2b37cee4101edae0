import { type CancellationToken, type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type {
  BrokenOverview,
  CitationOverview,
  PaperOverview,
  PapersAnswer,
} from '../../../server/src/protocol/messages';
import { citationItem, citedItem, citedTooltip } from './paperItem';
import {
  type CitationNode,
  type CitedNode,
  citationNodes,
  isBroken,
  isCitation,
  nameOf,
  type PapersNode,
} from './paperNodes';

/** What papers are sorted by; broken references and papers of which nothing is known come first whatever it is. */
export type PapersOrder = 'name' | 'year' | 'count';

type Cited = CitedNode['cited'];
type Changeable = { -readonly [Property in keyof CitedNode]: CitedNode[Property] };

/** Everything that notes cite as the tree that the papers view shows. Places are asked for when a paper is opened. */
export class PapersTree implements TreeDataProvider<PapersNode>, Disposable {
  private readonly changed = new EventEmitter<CitedNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** By key. */
  private nodes = new Map<string, Changeable>();
  private ordered: readonly CitedNode[] = [];
  /** What is open, with its places as they are shown. */
  private readonly open = new Map<CitedNode, readonly CitationNode[]>();
  private order: PapersOrder = 'name';
  private words: readonly string[] = [];

  /** @param ask where something is cited, by its key */
  constructor(private readonly ask: (key: string) => Promise<readonly CitationOverview[]>) {}

  /** Takes in what is new, different or gone: only that is drawn anew. Returns once the places of what is open are right. */
  async show({ isAll, papers, broken, gone }: PapersAnswer): Promise<void> {
    const before = this.nodes;
    if (isAll) this.nodes = new Map();
    for (const key of gone) this.nodes.delete(key);
    const different: CitedNode[] = [];
    for (const cited of [...broken, ...papers]) {
      const node = before.get(cited.key) ?? { id: cited.key, cited };
      if (JSON.stringify(node.cited) !== JSON.stringify(cited)) different.push(node);
      node.cited = cited;
      this.nodes.set(cited.key, node);
    }
    this.arrange(different);
    await this.askAgain();
  }

  /** Sorts the papers another way. */
  sortBy(order: PapersOrder): void {
    this.order = order;
    this.arrange([]);
  }

  /** Leaves what holds all of some words: in its name, its authors, its forms, or the names of those who cite it. */
  filterBy(words: string): void {
    this.words = folded(words).split(/\s+/).filter(Boolean);
    this.arrange([]);
  }

  /** Tells that what a node holds is not shown any more. */
  closed(node: PapersNode): void {
    if (!isCitation(node)) this.open.delete(node);
  }

  /** How many papers and broken references there are, and how many of them the filter leaves. */
  get count(): { readonly all: number; readonly shown: number } {
    return { all: this.nodes.size, shown: this.ordered.length };
  }

  getChildren(node?: PapersNode): CitedNode[] | Promise<CitationNode[]> {
    if (!node) return [...this.ordered];
    return isCitation(node) ? [] : this.places(node);
  }

  getParent(node: PapersNode): CitedNode | undefined {
    return isCitation(node) ? node.parent : undefined;
  }

  getTreeItem(node: PapersNode): TreeItem {
    return isCitation(node) ? citationItem(node) : citedItem(node);
  }

  /** For and against which claims a paper is cited is asked for when somebody looks. */
  async resolveTreeItem(item: TreeItem, node: PapersNode, token: CancellationToken): Promise<TreeItem> {
    if (isCitation(node)) return item;
    const citations = await this.ask(node.cited.key);
    if (!token.isCancellationRequested) item.tooltip = citedTooltip(node.cited, citations);
    return item;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async places(node: CitedNode): Promise<CitationNode[]> {
    const nodes = citationNodes(node, await this.ask(node.cited.key));
    this.open.set(node, nodes);
    return nodes;
  }

  /** Lines may have moved in a paper that is the same otherwise. */
  private async askAgain(): Promise<void> {
    const moved: CitedNode[] = [];
    for (const [node, shown] of [...this.open]) {
      if (this.nodes.get(node.cited.key) !== node) this.open.delete(node);
      else if (!areAt(shown, await this.ask(node.cited.key))) moved.push(node);
    }
    if (moved.length > 0) this.changed.fire(moved);
  }

  private arrange(different: CitedNode[]): void {
    const before = this.ordered;
    const left = [...this.nodes.values()].filter(({ cited }) =>
      this.words.every((word) => textOf(cited).includes(word)),
    );
    this.ordered = left.sort((a, b) => compare(a.cited, b.cited, this.order));
    const isSame = before.length === this.ordered.length && before.every((node, i) => node === this.ordered[i]);
    if (!isSame) this.changed.fire(undefined);
    else if (different.length > 0) this.changed.fire(different);
  }
}

function areAt(shown: readonly CitationNode[], citations: readonly CitationOverview[]): boolean {
  return JSON.stringify(shown.map(({ citation }) => citation)) === JSON.stringify(citations);
}

/** Everything that a filter looks at. */
function textOf(cited: Cited): string {
  const own = isBroken(cited) ? [cited.written, cited.reason] : [cited.title, cited.reference, ...cited.forms];
  return folded([...own, ...cited.speakers].join('\n'));
}

/** Without regard to case and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const NAMES = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(a: Cited, b: Cited, order: PapersOrder): number {
  return rankOf(a) - rankOf(b) || compareBy(a, b, order) || NAMES.compare(nameOf(a), nameOf(b));
}

function rankOf(cited: PaperOverview | BrokenOverview): number {
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
      return b.citations - a.citations;
  }
}

/** Those without a year are the oldest. */
function yearOf(cited: Cited): number {
  return isBroken(cited) ? 0 : (cited.year ?? -100_000);
}
