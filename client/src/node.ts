import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type DebateNotes } from './extension';

let client: LanguageClient | undefined;

/** Starts the extension on a desktop or a remote machine, with the language server in a process of its own. */
export function activate(context: ExtensionContext): Promise<DebateNotes> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return activateWith(context, (options) => {
    client = new LanguageClient('debateNotes', 'Debate Notes', { run, debug }, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
