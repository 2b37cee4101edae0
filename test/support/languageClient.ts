import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The server as it ships, bundled. */
const SERVER = path.join(__dirname, '..', 'server.js');

export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Arguments for Node in front of the server's file, and variables added to its environment. */
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Requests of the server that the client answers; others are answered with null. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
}

/** A client in a test that talks to a real server process over standard input and output. */
export class TestClient {
  /** Diagnostics as last pushed, by URI. */
  readonly pushed = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  /** Methods that the server asked the client for. */
  readonly asked: string[] = [];
  /** What the server wrote into the client's log. */
  readonly logged: string[] = [];
  initialized!: InitializeResult;

  private constructor(
    private readonly server: ChildProcess,
    readonly connection: MessageConnection,
  ) {}

  static async start(start: Start = {}): Promise<TestClient> {
    const { capabilities = {}, folders = [], answers = {}, initializationOptions, nodeArguments = [] } = start;
    const server = spawn(process.execPath, [...nodeArguments, SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...start.environment },
    });
    assert.ok(server.stdout && server.stdin);
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new TestClient(server, connection);
    client.listen(answers);
    client.initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: path.basename(uri) })),
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  private listen(answers: NonNullable<Start['answers']>): void {
    this.connection.onNotification('textDocument/publishDiagnostics', (push: PublishDiagnosticsParams) => {
      this.pushed.set(push.uri, { version: push.version, diagnostics: push.diagnostics });
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onRequest((method, params) => {
      this.asked.push(method);
      return answers[method]?.(params) ?? null;
    });
    this.connection.listen();
  }

  /** Sends any request. */
  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'debate', version, text },
    });
  }

  edit(uri: string, version: number, ...contentChanges: { range?: Range; text: string }[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** Diagnostics of a note, which must not be "unchanged". */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.items;
  }

  /** Shuts the server down as the protocol has it; returns its exit code. */
  async stop(): Promise<number | null> {
    const ended = once(this.server, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await ended;
    this.connection.dispose();
    return code;
  }
}

/** Capabilities of a client that pulls diagnostics and takes snippets. */
export const modern: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** Asks until the answer is as wanted; fails after five seconds, naming what was awaited. */
export async function until<T>(what: string, ask: () => T | Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 5000; ; ) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`waited for ${what}; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
