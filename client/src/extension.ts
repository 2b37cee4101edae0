import { type Event, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { registerArgumentCommands } from './commands/argumentView';
import { registerPaperCopies } from './commands/copyPaper';
import { registerGoToCitation } from './commands/goToCitation';
import { registerInsertCitation } from './commands/insertCitation';
import { registerLookUps } from './commands/lookUpPapers';
import { registerNewNote } from './commands/newNote';
import { registerRefactorings } from './commands/refactor';
import { registerShowReferences, SHOW_REFERENCES } from './commands/showReferences';
import { CurrentNote } from './currentNote';
import { serveFiles } from './files';
import { followIncludedNotes } from './includedNotes';
import { type ClientAndServer, ServerLife, type ServerState } from './life/serverLife';
import { ArgumentMaps } from './map/argumentMaps';
import { MapView } from './map/mapView';
import { noteSelector } from './noteSelector';
import { paperHover } from './paperHover';
import { debateNotes, type MarkdownIt } from './preview/markdownPlugin';
import { NotePreview } from './preview/notePreview';
import { renameInBibliography } from './renameInBibliography';
import { StatusBar } from './statusBar';
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
  readonly statusBar: StatusBar;
  readonly serverState: () => ServerState;
  readonly onDidChangeServerState: Event<ServerState>;
  /** Ends the server as a crash would, without a word; says whether there was one. For tests. */
  readonly endServer: () => boolean;
  /** Milliseconds that activation took until the server was asked to start. */
  readonly activationTime: number;
  /** VS Code's Markdown preview calls this. */
  extendMarkdownIt<Markdown extends MarkdownIt>(md: Markdown): Markdown;
}

/**
 * Everything that happens on activation.
 * @param create makes the client for the place the extension runs in
 */
export async function activateWith(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => ClientAndServer,
): Promise<DebateNotes> {
  const began = performance.now();
  const options: LanguageClientOptions = {
    documentSelector: noteSelector(),
    middleware: { ...paperHover, ...renameInBibliography },
    initializationOptions: () => ({
      ...settings(),
      commands: { showReferences: SHOW_REFERENCES, suggest: 'editor.action.triggerSuggest' },
      readsFiles: true,
      paperFolder: Uri.joinPath(context.globalStorageUri, 'papers').toString(),
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    }),
  };
  const server = new ServerLife(create, options, window.createOutputChannel('Debate Notes', { log: true }));
  const { client } = server;
  const note = new CurrentNote();
  const argumentView = new ArgumentView(server, note, context.workspaceState);
  const { tree: argumentTree } = argumentView;
  const mapView = new MapView(client, context.extensionUri, note);
  const argumentMaps = new ArgumentMaps(client, context.extensionUri, mapView);
  const papersView = new PapersView(client, context.workspaceState);
  const goToCitation = registerGoToCitation((key) => papersView.citations(key));
  const lookUps = [...registerLookUps(client), registerInsertCitation(client)];
  const papers = [papersView, goToCitation, ...registerPaperCopies(client), ...lookUps];
  const statusBar = new StatusBar(server);
  const preview = new NotePreview(client);
  const commands = [registerNewNote(context.extensionUri), registerRefactorings(), registerShowReferences()];
  const files = serveFiles(client);
  const maps = [argumentMaps, mapView];
  const views = [argumentView, registerArgumentCommands(client, argumentView, argumentMaps), ...maps, note];
  context.subscriptions.push(
    server,
    ...views,
    statusBar,
    preview,
    followIncludedNotes(),
    ...commands,
    ...papers,
    ...files,
  );
  const activationTime = performance.now() - began;
  await server.startWhenNeeded();
  return {
    ...{ argumentTree, argumentView, argumentMaps, papersView, statusBar, activationTime },
    serverState: () => server.state,
    onDidChangeServerState: server.onDidChangeState,
    endServer: server.end,
    extendMarkdownIt: (md) => debateNotes(md, (text) => preview.statementsOf(text)),
  };
}

/** Values only: the object that VS Code gives has methods too, which cannot be sent to a worker. */
function settings(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(workspace.getConfiguration('debateNotes'))) as Record<string, unknown>;
}
