import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { activateWith, type DebateNotes } from './extension';

type Worker = ConstructorParameters<typeof BrowserMessageWriter>[0] & { terminate(): void };
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
  const createClient = (options: LanguageClientOptions) => {
    const start = async () => {
      // One that has stopped answering does not end by itself.
      worker?.terminate();
      worker = new Worker(script);
      // VS Code's own workers are none to `instanceof`, by which the client would tell them from transports.
      reader = new ClosableReader(worker);
      return { reader, writer: new BrowserMessageWriter(worker) };
    };
    client = new LanguageClient('debateNotes', 'Debate Notes', start, options);
    return client;
  };
  // A worker tells nobody that it has ended: whoever ends it closes the connection.
  return activateWith(context, createClient, () => {
    worker?.terminate();
    reader?.end();
  });
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
