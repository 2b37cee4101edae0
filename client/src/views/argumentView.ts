import {
  commands,
  Disposable,
  l10n,
  type Memento,
  type TextDocument,
  type TextEditor,
  type TreeView,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ARGUMENT_CHANGED, type ArgumentAnswer, type ArgumentNodeAnswer } from '../../../server/src/protocol/messages';
import type { CurrentNote } from '../currentNote';
import type { ServerLife, ServerState } from '../life/serverLife';
import { isNote } from '../noteSelector';
import type { Row } from './argumentRows';
import { ArgumentSource } from './argumentSource';
import { ArgumentTree } from './argumentTree';
import { BranchDrag } from './branchDrag';
import { setContext, type ViewOptions, ViewState } from './viewState';

/** Milliseconds without an edit before the view asks for the argument again. */
const QUIET = 120;

/** Milliseconds until it asks once more when the answer was about another version of the note. */
const RETRY = 500;

/** Milliseconds that the cursor has to rest before the view looks where it is. */
const REST = 60;

/** The argument view in the sidebar: shows the note of the active editor, or all notes, and follows the cursor while visible. */
export class ArgumentView implements Disposable {
  readonly tree: ArgumentTree;
  readonly drag = new BranchDrag();
  private readonly source: ArgumentSource;
  private readonly state: ViewState;
  private readonly view: TreeView<Row>;
  private readonly subscriptions: Disposable[];
  private words = '';
  /** The row that the cursor was last seen in. */
  private followed: Row | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private cursorTimer: ReturnType<typeof setTimeout> | undefined;
  /** One question at a time: what the server tells builds on what it told before. */
  private asking: Promise<void> | undefined;
  private isAskedAgain = false;

  private readonly client: BaseLanguageClient;

  /** @param memory remembers for the workspace how the view was left */
  constructor(
    server: ServerLife,
    private readonly current: CurrentNote,
    memory: Memento,
  ) {
    const { client } = server;
    this.client = client;
    this.source = new ArgumentSource(client);
    this.state = new ViewState(memory);
    this.tree = new ArgumentTree((row) => this.source.details(row));
    this.view = window.createTreeView('debateNotes.argument', {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: this.drag,
    });
    this.subscriptions = [
      this.view,
      this.tree,
      current.onDidChange(() => this.show()),
      window.onDidChangeActiveTextEditor(() => this.revealCursorSoon()),
      window.onDidChangeTextEditorSelection(() => this.revealCursorSoon()),
      this.view.onDidChangeVisibility(({ visible }) => visible && this.becomeVisible()),
      workspace.onDidChangeTextDocument(({ document }) => this.isShown(document) && this.refreshSoon(QUIET)),
      client.onNotification(ARGUMENT_CHANGED, () => this.refreshSoon(0)),
      server.onDidChangeState((state) => (state === 'running' ? this.startAgain() : this.wait(state))),
    ];
    if (this.note) this.show();
  }

  /** How the argument is shown. */
  get options(): ViewOptions {
    return this.state.chosen;
  }

  /** The one note that is shown. */
  get shownNote(): Uri | undefined {
    return this.options.scope === 'note' ? this.note?.uri : undefined;
  }

  get filter(): string {
    return this.words;
  }

  /** The rows that are selected in the view. */
  get selection(): readonly Row[] {
    return this.view.selection;
  }

  /** What the view says beside its rows. */
  get told(): Pick<TreeView<Row>, 'badge' | 'description' | 'message'> {
    const { badge, description, message } = this.view;
    return { ...(badge && { badge }), ...(description && { description }), ...(message && { message }) };
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  /** Where a row leads and what is known of it; null for one that is gone, and for groups. */
  details(row: Row): Promise<ArgumentNodeAnswer | null> {
    return this.source.details(row);
  }

  /** Shows the argument in another way, and remembers that. Returns when the rows are there. */
  async choose(options: Partial<ViewOptions>): Promise<void> {
    await this.state.choose(options);
    this.followed = undefined;
    await this.refresh();
  }

  /** Leaves the rows that hold some words; all for none. Returns when the rows are there. */
  async filterBy(words: string): Promise<void> {
    this.words = words;
    this.followed = undefined;
    setContext('argument.isFiltered', words.trim() !== '');
    await this.refresh();
  }

  async expandAll(): Promise<void> {
    const [selected] = this.selection;
    this.tree.expandAll();
    if (selected) await this.reveal(selected, false);
  }

  /** Selects the statement under the cursor of the active note, and shows the view for that. */
  async revealCurrent(): Promise<void> {
    const row = await this.rowAtCursor(window.activeTextEditor);
    if (row) await this.reveal(row, true);
  }

  /** Selects the statement that a link stands for; goes to its line where it is not shown, as in another note. */
  async revealLinked(link: Row): Promise<void> {
    const row = link.node.linked === null ? undefined : this.tree.rows.get(link.node.linked);
    if (row) await this.reveal(row, true);
    else await commands.executeCommand('debateNotes.goToStatement', link);
  }

  /** Selects a row; opens what it is in. */
  async reveal(row: Row, focus: boolean): Promise<void> {
    await this.view.reveal(row, { select: true, focus }).then(undefined, (error: unknown) => {
      this.client.warn('The argument view could not show a statement.', error, false);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.cursorTimer);
    Disposable.from(...this.subscriptions).dispose();
  }

  private becomeVisible(): void {
    if (this.options.scope === 'all' && this.client.needsStart()) this.refreshSoon(0);
    else this.revealCursorSoon();
  }

  private get note(): TextDocument | undefined {
    return this.current.document;
  }

  private show(): void {
    if (!this.note && this.options.scope === 'note') this.showNothing();
    else {
      if (this.tree.rows.roots.length === 0 || this.options.scope === 'note') this.say('waiting');
      this.refreshSoon(0);
    }
  }

  private showNothing(): void {
    clearTimeout(this.timer);
    this.say('nothing');
    this.source.forget();
    this.tree.clear();
    this.tellAround(null);
  }

  private startAgain(): void {
    this.source.forget();
    this.refreshSoon(0);
  }

  /** Tells the welcome texts what the view shows. */
  private say(state: 'nothing' | 'waiting' | 'note'): void {
    setContext('argumentView', state);
  }

  private isShown(document: TextDocument): boolean {
    return document === this.note || (this.options.scope === 'all' && isNote(document));
  }

  private refreshSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  /** Asks the server what is other now. Returns when all that was asked for until then is shown. */
  private async refresh(): Promise<void> {
    this.isAskedAgain = true;
    this.asking ??= this.askWhileAsked();
    await this.asking;
  }

  private async askWhileAsked(): Promise<void> {
    // Whoever asks in the meantime is answered, too.
    await Promise.resolve();
    try {
      while (this.isAskedAgain) {
        this.isAskedAgain = false;
        await this.askOnce();
      }
    } finally {
      this.asking = undefined;
    }
  }

  private async askOnce(): Promise<void> {
    const { note, options, words } = this;
    if (!note && options.scope === 'note') return this.showNothing();
    // All notes can be wanted while none is open, which is what the server is otherwise started for.
    if (!note && this.view.visible && this.client.needsStart()) await this.client.start().catch(() => undefined);
    const answer = await this.source.ask(note, options, words);
    if (answer) this.tree.show(answer, options, words.trim() !== '');
    // The server has not heard of the note or of the last edit yet; after a fault it asks to be asked when it runs.
    if (!answer || (note === this.note && note && answer.version !== note.version)) {
      if (this.client.isRunning()) this.refreshSoon(RETRY);
      if (!answer) return;
    }
    this.say('note');
    this.tellAround(answer);
    this.revealCursorSoon(false);
  }

  /** The rows stay: they are what is known, and may be old. */
  private wait(state: ServerState): void {
    if (this.tree.rows.roots.length === 0) return;
    const isStopped = state === 'stopped';
    this.view.message = isStopped
      ? l10n.t('The language server is not running.')
      : l10n.t('Waiting for the language server…');
  }

  /** Title, message and badge. */
  private tellAround(answer: ArgumentAnswer | null): void {
    this.view.description = answer ? this.description() : '';
    const isFiltered = answer !== null && this.words.trim() !== '';
    this.view.message = isFiltered ? l10n.t('“{0}”: {1} of {2}', this.words.trim(), answer.found, answer.count) : '';
    const open = answer?.openPoints ?? 0;
    const tooltip = open === 1 ? l10n.t('1 open point') : l10n.t('{0} open points', open);
    this.view.badge = open === 0 ? undefined : { value: open, tooltip };
  }

  private description(): string {
    const { scope, grouping } = this.options;
    const what = scope === 'all' ? l10n.t('all notes') : this.note ? baseName(this.note) : '';
    const by = { argument: '', speaker: l10n.t('by speaker'), open: l10n.t('open points') }[grouping];
    return [what, by].filter((part) => part !== '').join(' · ');
  }

  /** @param isMoved whether the cursor may be elsewhere, and not only the rows are others */
  private revealCursorSoon(isMoved = true): void {
    clearTimeout(this.cursorTimer);
    if (isMoved) this.followed = undefined;
    if (!this.view.visible || !this.options.follows) return;
    this.cursorTimer = setTimeout(() => void this.revealCursor(window.activeTextEditor), REST);
  }

  /** Selects the statement under the cursor; never opens the sidebar, and leaves the focus in the editor. */
  private async revealCursor(editor: TextEditor | undefined): Promise<void> {
    const row = await this.rowAtCursor(editor);
    // Who has several selected is about to do something with them.
    if (!row || !this.view.visible || !this.options.follows || this.selection.length > 1) return;
    // What somebody has selected in the view stays so until the cursor moves.
    if (this.followed === row) return;
    this.followed = row;
    if (this.selection[0] !== row) await this.reveal(row, false);
  }

  private async rowAtCursor(editor: TextEditor | undefined): Promise<Row | undefined> {
    if (!editor || !this.isShown(editor.document)) return undefined;
    const key = await this.source.keyAt(editor.document.uri, editor.selection.active);
    return key === null ? undefined : this.tree.rows.get(key);
  }
}

function baseName({ uri: { path } }: TextDocument): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
