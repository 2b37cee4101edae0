import { commands, type Disposable, type Memento, type TreeView, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  PAPERS_CHANGED,
  PAPERS_REQUEST,
  type PapersAnswer,
  type PapersParams,
} from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import type { PapersNode } from './paperNodes';
import { type PapersOrder, PapersTree } from './papersTree';

/** Milliseconds without a change before the view asks again. */
const QUIET = 300;

const ORDER = 'papersOrder';
const ORDERS: Readonly<Record<PapersOrder, string>> = {
  name: 'debateNotes.papers.sortByName',
  year: 'debateNotes.papers.sortByYear',
  count: 'debateNotes.papers.sortByCount',
};

/** The papers view in the sidebar: everything that the notes of the workspace cite. It asks only while it is visible. */
export class PapersView implements Disposable {
  readonly tree = new PapersTree();
  private readonly view: TreeView<PapersNode>;
  private readonly subscriptions: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private revision: number | null = null;
  /** URIs of the notes that cite something, as the server writes them. */
  private notes: readonly string[] = [];

  /** @param memory of the workspace: keeps what papers are sorted by */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly memory: Memento,
  ) {
    this.view = window.createTreeView('debateNotes.papers', { treeDataProvider: this.tree, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.tree,
      this.view.onDidChangeVisibility(({ visible }) => visible && this.refreshSoon(0)),
      workspace.onDidChangeTextDocument(({ document }) => isNote(document) && this.refreshSoon(QUIET)),
      workspace.onDidOpenTextDocument((document) => isNote(document) && this.refreshSoon(QUIET)),
      workspace.onDidCloseTextDocument((document) => isNote(document) && this.refreshSoon(QUIET)),
      client.onNotification(PAPERS_CHANGED, () => this.refreshSoon(QUIET)),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.restart()),
      ...Object.entries(ORDERS).map(([order, command]) =>
        commands.registerCommand(command, () => this.sortBy(order as PapersOrder)),
      ),
    ];
    this.sortBy(readOrder(memory.get(ORDER)));
  }

  /** URIs of all notes that the view shows citations of. */
  get citingNotes(): readonly string[] {
    return this.notes;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private sortBy(order: PapersOrder): void {
    void this.memory.update(ORDER, order);
    void commands.executeCommand('setContext', 'debateNotes.papersOrder', order);
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
    if (!this.client.isRunning()) return;
    const answer = await this.ask({ revision: this.revision });
    if (!answer) return;
    this.revision = answer.revision;
    const cited = [...answer.papers, ...answer.broken];
    this.notes = [...new Set(cited.flatMap(({ citations }) => citations.map(({ uri }) => uri)))];
    this.tree.show(answer);
    void commands.executeCommand('setContext', 'debateNotes.papersView', cited.length > 0 ? 'papers' : 'none');
  }

  private async ask(params: PapersParams): Promise<PapersAnswer | null> {
    try {
      return await this.client.sendRequest<PapersAnswer | null>(PAPERS_REQUEST, params);
    } catch (error) {
      this.client.error('The papers view got no answer.', error, false);
      return null;
    }
  }
}

function readOrder(written: unknown): PapersOrder {
  return (Object.keys(ORDERS) as PapersOrder[]).find((order) => order === written) ?? 'name';
}
