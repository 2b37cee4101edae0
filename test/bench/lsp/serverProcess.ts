import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A language server that the bench measures. */
export interface Subject {
  readonly name: string;
  /** Arguments for Node. */
  readonly command: readonly string[];
  readonly language: string;
  /** How its files end. */
  readonly ending: string;
  readonly initializationOptions?: unknown;
  /** What it is answered where it asks for a section of the settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Answers the requests beyond the protocol that it needs. */
  readonly serve?: (connection: MessageConnection, texts: ReadonlyMap<string, string>, folder: string) => void;
}

/** What a client says of itself: as much as a modern editor. */
const CAPABILITIES = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    completion: { dynamicRegistration: true, completionItem: { snippetSupport: true } },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

/** A running server with one open document, and what it has cost. Linux only: costs are read from `/proc`. */
export class ServerProcess {
  /** Milliseconds from the start of the process to the first diagnostics. */
  firstDiagnostics = 0;
  private readonly texts = new Map<string, string>();
  private document = TextDocument.create('', '', 0, '');
  /** Settled when diagnostics are pushed; for servers that are not asked. */
  private pushed: ((diagnostics: Diagnostic[]) => void)[] = [];
  private last: Diagnostic[] | undefined;
  private pulls = false;

  private constructor(
    private readonly subject: Subject,
    private readonly server: ChildProcess,
    private readonly connection: MessageConnection,
    private readonly started: number,
  ) {}

  /** Starts a server for a folder, up to `initialized`. */
  static async start(subject: Subject, folder: string): Promise<ServerProcess> {
    const started = performance.now();
    const server = spawn(process.execPath, [...subject.command], { stdio: ['pipe', 'pipe', 'inherit'] });
    assert.ok(server.stdout && server.stdin);
    const streams = [new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)] as const;
    const running = new ServerProcess(subject, server, createMessageConnection(...streams), started);
    await running.initialize(folder);
    return running;
  }

  private async initialize(folder: string): Promise<void> {
    const { connection, subject } = this;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      if (uri !== this.document.uri) return;
      this.last = diagnostics;
      for (const told of this.pushed.splice(0)) told(diagnostics);
    });
    connection.onRequest((method, params) => this.answer(method, params));
    subject.serve?.(connection, this.texts, folder);
    connection.listen();
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      initializationOptions: subject.initializationOptions,
      capabilities: CAPABILITIES,
    });
    this.pulls ||= capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: subject.settings ?? {} });
  }

  private answer(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') {
      const { items } = params as { items: { section?: string }[] };
      return items.map(({ section = '' }) => section.split('.').reduce<unknown>(field, this.subject.settings) ?? null);
    }
    if (method === 'client/registerCapability') {
      const { registrations } = params as { registrations: { method: string }[] };
      this.pulls ||= registrations.some((registration) => registration.method === 'textDocument/diagnostic');
    }
    return null;
  }

  /** Opens the document, and waits for its first diagnostics. */
  async open(uri: string, text: string): Promise<Diagnostic[]> {
    const textDocument = { uri, languageId: this.subject.language, version: 1, text };
    this.document = TextDocument.create(uri, textDocument.languageId, 1, text);
    this.texts.set(uri, text);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    const found = await this.diagnostics();
    this.firstDiagnostics = performance.now() - this.started;
    return found;
  }

  /** Replaces a part of the document, between two offsets, by a text. */
  async edit(start: number, end: number, text: string): Promise<void> {
    const { document } = this;
    const change = { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
    this.last = undefined;
    this.document = TextDocument.update(document, [change], document.version + 1);
    this.texts.set(document.uri, this.document.getText());
    const textDocument = { uri: document.uri, version: this.document.version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
  }

  /** Diagnostics of the document as it is now. */
  async diagnostics(): Promise<Diagnostic[]> {
    if (this.pulls) {
      const report = await this.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', {});
      return report.items;
    }
    return this.last ?? (await new Promise((resolve) => this.pushed.push(resolve)));
  }

  /** Asks about the document. */
  ask<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri: this.document.uri }, ...params });
  }

  /** Asks about an offset in the document. */
  askAt<T>(method: string, offset: number, params: object = {}): Promise<T> {
    return this.ask<T>(method, { position: this.document.positionAt(offset), ...params });
  }

  /** Asks about the workspace. */
  askOfAll<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** Milliseconds of CPU that the server has taken so far, all its threads together. */
  cpu(): number {
    const tasks = `/proc/${this.server.pid}/task`;
    const spent = readdirSync(tasks).map((task) =>
      Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return spent.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
  }

  /** Megabytes that are resident. */
  resident(): number {
    const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Waits until the server does nothing any more: no CPU to speak of for half a second. */
  async idle(): Promise<void> {
    for (let before = -1, now = this.cpu(); now - before > 5; before = now, now = this.cpu()) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.server.stdin?.end();
    await ended;
    this.connection.dispose();
  }
}

function field(value: unknown, name: string): unknown {
  if (name === '') return value;
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
