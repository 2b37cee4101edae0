import { commands, type Disposable, l10n, type Memento, type TreeView, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  CITATIONS_REQUEST,
  type CitationOverview,
  type CitationsParams,
  PAPERS_CHANGED,
  PAPERS_REQUEST,
  type PapersAnswer,
  type PapersParams,
} from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import { askForFilter, type Filtered } from './filterBox';
import type { PapersNode } from './paperNodes';
import { type PapersOrder, PapersTree } from './papersTree';
import { setContext } from './viewState';

/** Milliseconds without a change before the view asks again. */
const QUIET = 300;

const ORDER = 'papersOrder';
const ORDERS: Readonly<Record<PapersOrder, string>> = {
  name: 'debateNotes.papers.sortByName',
  year: 'debateNotes.papers.sortByYear',
  count: 'debateNotes.papers.sortByCount',
};

/** The papers view in the sidebar: everything that the notes of the workspace cite. It asks only while it is visible. */
export class PapersView implements Disposable, Filtered {
  readonly tree: PapersTree;
  private readonly view: TreeView<PapersNode>;
  private readonly subscriptions: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private revision: number | null = null;
  private lastAsked = 0;
  private words = '';

  /** @param memory of the workspace: keeps what papers are sorted by */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly memory: Memento,
  ) {
    this.tree = new PapersTree((key) => this.citations(key));
    this.view = window.createTreeView('debateNotes.papers', { treeDataProvider: this.tree, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.tree,
      this.view.onDidCollapseElement(({ element }) => this.tree.closed(element)),
      this.view.onDidChangeVisibility(({ visible }) => visible && this.refreshSoon(0)),
      workspace.onDidChangeTextDocument(({ document }) => isNote(document) && this.refreshSoon(QUIET)),
      workspace.onDidOpenTextDocument((document) => isNote(document) && this.refreshSoon(QUIET)),
      workspace.onDidCloseTextDocument((document) => isNote(document) && this.refreshSoon(QUIET)),
      client.onNotification(PAPERS_CHANGED, () => this.refreshSoon(QUIET)),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.restart()),
      commands.registerCommand('debateNotes.papers.filter', () =>
        askForFilter(
          this,
          l10n.t('Filter the Papers'),
          l10n.t('Words of a title, an author, a year, an id or a speaker'),
        ),
      ),
      commands.registerCommand('debateNotes.papers.clearFilter', () => this.filterBy('')),
      ...Object.entries(ORDERS).map(([order, command]) =>
        commands.registerCommand(command, () => this.sortBy(order as PapersOrder)),
      ),
    ];
    this.sortBy(readOrder(memory.get(ORDER)));
  }

  /** Where a paper or a broken reference is cited; nothing where the server does not answer. */
  async citations(key: string): Promise<readonly CitationOverview[]> {
    const params: CitationsParams = { key };
    return (await this.ask<CitationOverview[]>(CITATIONS_REQUEST, params)) ?? [];
  }

  get filter(): string {
    return this.words;
  }

  /** What the view says beside its rows. */
  get told(): Pick<TreeView<PapersNode>, 'description' | 'message'> {
    const { description, message } = this.view;
    return { ...(description && { description }), ...(message && { message }) };
  }

  filterBy(words: string): void {
    this.words = words;
    setContext('papers.isFiltered', words.trim() !== '');
    this.tree.filterBy(words);
    this.tell();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private sortBy(order: PapersOrder): void {
    void this.memory.update(ORDER, order);
    setContext('papersOrder', order);
    this.tree.sortBy(order);
  }

  /** Another server counts revisions anew. */
  private restart(): void {
    this.revision = null;
    this.refreshSoon(0);
  }

  private refreshSoon(delay: number): void {
    if (!this.view.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  private async refresh(): Promise<void> {
    this.lastAsked++;
    const asked = this.lastAsked;
    const params: PapersParams = { revision: this.revision };
    const answer = await this.ask<PapersAnswer>(PAPERS_REQUEST, params);
    // A later request is on its way, and knows what has become of it.
    if (!answer || asked !== this.lastAsked) return;
    this.revision = answer.revision;
    await this.tree.show(answer);
    setContext('papersView', this.tree.count.all > 0 ? 'papers' : 'none');
    this.tell();
  }

  private tell(): void {
    const { all, shown } = this.tree.count;
    this.view.description = all === 0 ? '' : String(all);
    const isFiltered = this.words.trim() !== '';
    this.view.message = isFiltered ? l10n.t('Filter “{0}”: {1} of {2}', this.words.trim(), shown, all) : '';
  }

  private async ask<T>(request: string, params: object): Promise<T | null> {
    try {
      return await this.client.sendRequest<T | null>(request, params);
    } catch (error) {
      this.client.error('The papers view got no answer.', error, false);
      return null;
    }
  }
}

function readOrder(written: unknown): PapersOrder {
  return (Object.keys(ORDERS) as PapersOrder[]).find((order) => order === written) ?? 'name';
}
