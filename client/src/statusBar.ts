import {
  commands,
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  MarkdownString,
  type QuickPickItem,
  Selection,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  window,
} from 'vscode';
import type { ServerLife } from './life/serverLife';
import { isNote } from './noteSelector';

/** Rules whose findings wait for somebody to say something. */
const OPEN: readonly string[] = ['unsupported-claim', 'open-question', 'unanswered-rebuttal', 'duplicate-passage'];

/** How many points of the active note are open; a click lists them. While the server is not there, that is what it says. */
export class StatusBar implements Disposable {
  readonly item: StatusBarItem;
  private readonly subscriptions: Disposable;

  constructor(private readonly server: ServerLife) {
    this.item = window.createStatusBarItem('debateNotes.openPoints', StatusBarAlignment.Right, 90);
    this.item.name = l10n.t('Open Points of the Debate Note');
    this.subscriptions = Disposable.from(
      this.item,
      commands.registerCommand('debateNotes.showOpenPoints', showOpenPoints),
      window.onDidChangeActiveTextEditor(() => this.update()),
      languages.onDidChangeDiagnostics(() => this.update()),
      server.onDidChangeState(() => this.update()),
    );
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    const note = activeNote();
    if (!note) {
      this.item.hide();
      return;
    }
    const { state } = this.server;
    if (state === 'running') this.show(openPoints(note).length);
    else if (state === 'stopped') this.say('$(warning)', l10n.t('Debate Notes: Stopped'), 'debateNotes.restartServer');
    else this.say('$(sync~spin)', l10n.t('Debate Notes: Starting'), 'debateNotes.showLog');
    this.item.show();
  }

  private show(count: number): void {
    const text = count === 1 ? l10n.t('1 open point') : l10n.t('{0} open points', count);
    this.say(count === 0 ? '$(pass)' : '$(comment-unresolved)', text, 'debateNotes.showOpenPoints');
  }

  private say(icon: string, text: string, command: string): void {
    this.item.text = `${icon} ${text}`;
    this.item.tooltip = new MarkdownString(
      command === 'debateNotes.restartServer'
        ? l10n.t('The language server is not running. Click to start it again.')
        : l10n.t('Claims without support, open questions, unanswered rebuttals and repeated passages of this note'),
    );
    this.item.accessibilityInformation = { label: text };
    this.item.command = command;
  }
}

function activeNote(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isNote(document) ? document : undefined;
}

/** What is open in a note, from its top to its end. */
function openPoints(note: TextDocument): Diagnostic[] {
  return languages
    .getDiagnostics(note.uri)
    .filter(({ source, code }) => source === 'debate-notes' && OPEN.includes(ruleOf(code)))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

function ruleOf(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** *Show Open Points*: lists them, and goes to the one that is chosen. */
async function showOpenPoints(): Promise<void> {
  const note = activeNote();
  if (!note) return;
  const items = openPoints(note).map(({ message, range }): QuickPickItem & { range: Diagnostic['range'] } => ({
    label: note.lineAt(range.start.line).text.trim(),
    description: l10n.t('line {0}', range.start.line + 1),
    detail: message,
    range,
  }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('This note has no open points.'));
    return;
  }
  const title = l10n.t('Open Points');
  const chosen = await window.showQuickPick(items, { title, matchOnDetail: true });
  if (!chosen) return;
  const { start } = chosen.range;
  const editor = await window.showTextDocument(note, { selection: new Selection(start, start) });
  editor.revealRange(chosen.range);
}
