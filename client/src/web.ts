import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type DebateNotes } from './extension';

type Worker = ConstructorParameters<typeof BrowserMessageWriter>[0] & { terminate(): void };
declare const Worker: new (url: string) => Worker;

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** Starts the extension in a browser, with the language server in a web worker. */
export function activate(context: ExtensionContext): Promise<DebateNotes> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  return activateWith(context, (options) => {
    const start = async () => {
      // One that has stopped answering does not end by itself.
      worker?.terminate();
      worker = new Worker(script);
      // VS Code's own workers are none to `instanceof`, by which the client would tell them from transports.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    client = new LanguageClient('debateNotes', 'Debate Notes', start, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
