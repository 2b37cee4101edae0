import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerGoToStatement } from './commands/goToStatement';
import { registerNewNote } from './commands/newNote';
import { ArgumentTree } from './views/argumentTree';
import { ArgumentView } from './views/argumentView';

/** What the extension lets other extensions, and its own tests, see. */
export interface DebateNotes {
  /** What the argument view shows. */
  readonly argumentTree: ArgumentTree;
  readonly argumentView: ArgumentView;
}

/**
 * Everything that happens on activation. Notes are told by their language, whatever their scheme: people paste into
 * untitled documents and work in remote folders.
 * @param createClient makes the client for the place the extension runs in
 */
export async function activateWith(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<DebateNotes> {
  const client = createClient({ documentSelector: [{ language: 'debate' }] });
  const argumentTree = new ArgumentTree();
  const argumentView = new ArgumentView(client, argumentTree);
  context.subscriptions.push(argumentTree, argumentView, registerGoToStatement(), registerNewNote());
  try {
    await client.start();
  } catch {
    // The client has shown what happened; colours, commands and the view stay.
  }
  return { argumentTree, argumentView };
}
