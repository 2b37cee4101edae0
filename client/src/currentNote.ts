import {
  type Disposable,
  EventEmitter,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { isNote } from './noteSelector';

/**
 * The note that the sidebar is about: that of the active editor. An editor of something else leaves it, since its
 * argument is still of use beside a paper or a terminal; it goes with its last tab. Where there is none, as in a window that
 * comes back with a map in front, it is a note that is on the screen.
 */
export class CurrentNote implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: Disposable[];
  private current: TextDocument | undefined;

  constructor() {
    this.subscriptions = [
      this.changed,
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      window.onDidChangeVisibleTextEditors(() => this.follow(window.activeTextEditor)),
      // A document whose language changes is closed and opened again.
      workspace.onDidOpenTextDocument(() => this.follow(window.activeTextEditor)),
      window.tabGroups.onDidChangeTabs(() => this.current && !hasTab(this.current) && this.set(undefined)),
    ];
    this.follow(window.activeTextEditor);
  }

  get document(): TextDocument | undefined {
    return this.current;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(editor: TextEditor | undefined): void {
    if (editor && isNote(editor.document)) this.set(editor.document);
    else if (!this.current || !isNote(this.current)) this.set(noteOnScreen());
  }

  private set(document: TextDocument | undefined): void {
    if (document === this.current) return;
    this.current = document;
    this.changed.fire();
  }
}

function noteOnScreen(): TextDocument | undefined {
  return window.visibleTextEditors.map(({ document }) => document).find((document) => isNote(document));
}

/** VS Code keeps a document for minutes after its last editor is closed; a reader has left it with the tab. */
function hasTab({ uri }: TextDocument): boolean {
  const name = uri.toString();
  const shows = (input: unknown) => input instanceof TabInputText && input.uri.toString() === name;
  const comparesWith = (input: unknown) => input instanceof TabInputTextDiff && input.modified.toString() === name;
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => shows(input) || comparesWith(input)));
}
