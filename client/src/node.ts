import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type DebateNotes } from './extension';
import { quiet } from './life/quietClient';
import { SERVER_FLAGS } from './life/serverFlags';

let client: LanguageClient | undefined;

/** Starts the extension on a desktop or a remote machine, with the language server in a process of its own. */
export function activate(context: ExtensionContext): Promise<DebateNotes> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.stdio, options: { execArgv: SERVER_FLAGS } };
  const debug = { ...run, options: { execArgv: [...SERVER_FLAGS, '--nolazy', '--inspect=6009'] } };
  return activateWith(context, (options: LanguageClientOptions) => {
    client = quiet(new LanguageClient('debateNotes', 'Debate Notes', { run, debug }, options));
    return { client, endServer };
  });
}

export async function deactivate(): Promise<void> {
  // One that is starting cannot be told to stop; it ends with this process.
  if (client?.isRunning()) await client.stop();
}

/** As the operating system would; one that has gone already is none. */
function endServer(): boolean {
  return client?.serverProcess?.kill('SIGKILL') ?? false;
}
