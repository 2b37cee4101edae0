import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerArgumentCommands } from './commands/argumentView';
import { registerPaperCopies } from './commands/copyPaper';
import { registerGoToCitation } from './commands/goToCitation';
import { registerInsertCitation } from './commands/insertCitation';
import { registerLookUps } from './commands/lookUpPapers';
import { registerNewNote } from './commands/newNote';
import { registerRefactorings } from './commands/refactor';
import { registerShowReferences, SHOW_REFERENCES } from './commands/showReferences';
import { serveFiles } from './files';
import { followIncludedNotes } from './includedNotes';
import { ArgumentMaps } from './map/argumentMaps';
import { isNote, noteSelector, onDidChangeNoteSelector } from './noteSelector';
import { paperHover } from './paperHover';
import { renameInBibliography } from './renameInBibliography';
import type { ArgumentTree } from './views/argumentTree';
import { ArgumentView } from './views/argumentView';
import { PapersView } from './views/papersView';

/** What the extension lets other extensions, and its own tests, see. */
export interface DebateNotes {
  /** What the argument view shows. */
  readonly argumentTree: ArgumentTree;
  readonly argumentView: ArgumentView;
  readonly argumentMaps: ArgumentMaps;
  readonly papersView: PapersView;
}

/**
 * Everything that happens on activation.
 * @param createClient makes the client for the place the extension runs in
 */
export async function activateWith(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<DebateNotes> {
  const client = createClient({
    documentSelector: noteSelector(),
    middleware: { ...paperHover, ...renameInBibliography },
    initializationOptions: () => ({
      ...settings(),
      commands: { showReferences: SHOW_REFERENCES, suggest: 'editor.action.triggerSuggest' },
      readsFiles: true,
      paperFolder: Uri.joinPath(context.globalStorageUri, 'papers').toString(),
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    }),
  });
  const argumentView = new ArgumentView(client, context.workspaceState);
  const { tree: argumentTree } = argumentView;
  const argumentMaps = new ArgumentMaps(client, context.extensionUri);
  const commands = [registerNewNote(), registerRefactorings(), registerShowReferences()];
  const papersView = new PapersView(client, context.workspaceState);
  const goToCitation = registerGoToCitation((key) => papersView.citations(key));
  const lookUps = [...registerLookUps(client), registerInsertCitation(client)];
  const papers = [papersView, goToCitation, ...registerPaperCopies(client), ...lookUps];
  const files = serveFiles(client);
  const views = [argumentView, registerArgumentCommands(client, argumentView), argumentMaps];
  context.subscriptions.push(...views, followIncludedNotes(), ...commands, ...papers, ...files);
  await new ClientStart(client, context).whenNeeded();
  return { argumentTree, argumentView, argumentMaps, papersView };
}

/**
 * Starts the client as soon as there is a note to serve: the extension is woken by any Markdown file, which need not be
 * one.
 */
class ClientStart {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly context: ExtensionContext,
  ) {}

  /** Returns when the client runs, or when there is nothing to run it for yet. */
  async whenNeeded(): Promise<void> {
    this.context.subscriptions.push(onDidChangeNoteSelector(() => void this.restart()));
    if (workspace.textDocuments.some(isNote)) return this.start();
    const opened = workspace.onDidOpenTextDocument((document) => {
      if (!isNote(document)) return;
      opened.dispose();
      void this.start();
    });
    this.context.subscriptions.push(opened);
  }

  private async start(): Promise<void> {
    try {
      await this.client.start();
    } catch {
      // The client has shown what happened; colours, commands and the view stay.
    }
  }

  /** A client is told which documents are its own when it starts, and not again. */
  private async restart(): Promise<void> {
    this.client.clientOptions.documentSelector = noteSelector();
    if (this.client.isRunning()) await this.client.stop();
    if (workspace.textDocuments.some(isNote)) await this.start();
  }
}

/** Values only: the object that VS Code gives has methods too, which cannot be sent to a worker. */
function settings(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(workspace.getConfiguration('debateNotes'))) as Record<string, unknown>;
}
