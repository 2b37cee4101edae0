import {
  commands,
  type Disposable,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type TextEditor,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { ARGUMENT_REQUEST, type ArgumentAnswer } from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import type { ArgumentTree, StatementNode } from './argumentTree';

/** Milliseconds without an edit before the view asks for the argument again. */
const QUIET = 120;

/** Milliseconds until it asks once more when the answer was about another version of the note. */
const RETRY = 500;

/** The argument view in the sidebar: shows the note of the active editor and follows its cursor while visible. */
export class ArgumentView implements Disposable {
  private readonly view: TreeView<StatementNode>;
  private readonly subscriptions: Disposable[];
  private note: TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastAsked = 0;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly tree: ArgumentTree,
  ) {
    this.view = window.createTreeView('debateNotes.argument', { treeDataProvider: tree, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.revealCursor(textEditor)),
      this.view.onDidChangeVisibility(() => this.revealCursor(window.activeTextEditor)),
      workspace.onDidChangeTextDocument(({ document }) => document === this.note && this.refreshSoon(QUIET)),
      workspace.onDidOpenTextDocument(() => this.follow(window.activeTextEditor)),
      this.client.onDidChangeState(({ newState }) => newState === State.Running && this.refreshSoon(0)),
      window.tabGroups.onDidChangeTabs(() => this.note && !hasTab(this.note) && this.show(undefined)),
    ];
    this.follow(window.activeTextEditor);
  }

  /** The statement that the view has selected, if it has one. */
  get selected(): StatementNode | undefined {
    return this.view.selection[0];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** An editor of something else leaves the note shown: its argument is still of use beside a paper or a terminal. */
  private follow(editor: TextEditor | undefined): void {
    if (editor && isNote(editor.document) && editor.document !== this.note) this.show(editor.document);
    else if (this.note && !isNote(this.note)) this.show(undefined);
  }

  private show(note: TextDocument | undefined): void {
    this.note = note;
    this.say(note ? 'waiting' : 'nothing');
    if (note) this.refreshSoon(0);
    else this.tree.clear();
  }

  /** Tells the welcome texts what the view shows. */
  private say(state: 'nothing' | 'waiting' | 'note'): void {
    void commands.executeCommand('setContext', 'debateNotes.argumentView', state);
  }

  private refreshSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  private async refresh(): Promise<void> {
    const { note } = this;
    if (!note) return;
    this.lastAsked++;
    const asked = this.lastAsked;
    const uri = this.client.code2ProtocolConverter.asUri(note.uri);
    const answer = await this.ask(uri);
    // A later request is on its way.
    if (asked !== this.lastAsked || note !== this.note) return;
    // The server has not heard of the note or of the last edit yet; after a fault it asks to be asked when it runs.
    if (answer?.version !== note.version) {
      if (this.client.isRunning()) this.refreshSoon(RETRY);
      return;
    }
    this.tree.show(note.uri, answer.statements);
    this.say('note');
    this.revealCursor(window.activeTextEditor);
  }

  private async ask(uri: string): Promise<ArgumentAnswer | null> {
    try {
      return await this.client.sendRequest<ArgumentAnswer | null>(ARGUMENT_REQUEST, { textDocument: { uri } });
    } catch (error) {
      this.client.error('The argument view got no answer.', error, false);
      return null;
    }
  }

  /** Selects the statement under the cursor; never opens the sidebar, and leaves the focus in the editor. */
  private revealCursor(editor: TextEditor | undefined): void {
    if (!this.view.visible || !editor || editor.document !== this.note) return;
    const node = this.tree.nodeAt(editor.selection.active);
    if (!node || this.selected === node) return;
    this.view.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
      this.client.warn('The argument view could not show the statement under the cursor.', error, false);
    });
  }
}

/** VS Code keeps a document for minutes after its last editor is closed; a reader has left it with the tab. */
function hasTab({ uri }: TextDocument): boolean {
  const name = uri.toString();
  const shows = (input: unknown) => input instanceof TabInputText && input.uri.toString() === name;
  const comparesWith = (input: unknown) => input instanceof TabInputTextDiff && input.modified.toString() === name;
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => shows(input) || comparesWith(input)));
}
