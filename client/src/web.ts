import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateWith, type DebateNotes } from './extension';
import { quiet } from './life/quietClient';

type Worker = ConstructorParameters<typeof BrowserMessageWriter>[0] & {
  terminate(): void;
  onerror: unknown;
};
declare const Worker: new (url: string) => Worker;

let client: LanguageClient | undefined;
let worker: Worker | undefined;
let reader: ClosableReader | undefined;

class ClosableReader extends BrowserMessageReader {
  end(): void {
    this.fireClose();
  }
}

/** Starts the extension in a browser, with the language server in a web worker. */
export function activate(context: ExtensionContext): Promise<DebateNotes> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  return activateWith(context, (options: LanguageClientOptions) => {
    client = quiet(new LanguageClient('debateNotes', 'Debate Notes', async () => transports(script), options));
    return { client, endServer };
  });
}

export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop();
  worker?.terminate();
}

/** Starts the worker. */
function transports(script: string): MessageTransports {
  // One that has stopped answering does not end by itself.
  worker?.terminate();
  worker = new Worker(script);
  // Of a script that cannot be loaded, and of what would end a process.
  worker.onerror = ({ message }: { message?: string }) => {
    client?.outputChannel.appendLine(`The worker of the language server: ${message ?? 'it could not be loaded'}`);
    endServer();
  };
  // VS Code's own workers are none to `instanceof`, by which the client would tell them from transports.
  reader = new ClosableReader(worker);
  return { reader, writer: new BrowserMessageWriter(worker) };
}

/** A worker tells nobody that it has ended: whoever ends it closes the connection. */
function endServer(): boolean {
  if (!worker || !reader) return false;
  worker.terminate();
  reader.end();
  return true;
}
