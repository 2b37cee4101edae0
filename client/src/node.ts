import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type DebateNotes } from './extension';

let client: LanguageClient | undefined;

/** Starts the extension on a desktop or a remote machine, with the language server in a process of its own. */
export function activate(context: ExtensionContext): Promise<DebateNotes> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const createClient = (options: LanguageClientOptions) => {
    client = new LanguageClient('debateNotes', 'Debate Notes', { run, debug }, options);
    return client;
  };
  // By the process id that the operating system knows, as anybody else would.
  return activateWith(context, createClient, () => process.kill(serverProcess(), 'SIGKILL'));
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function serverProcess(): number {
  const pid = client?.serverProcess?.pid;
  if (pid === undefined) throw new Error('There is no server process.');
  return pid;
}
