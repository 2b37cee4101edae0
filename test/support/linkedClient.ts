import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type Message,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/protocol/server';
import type { LanguageService } from '../../server/src/service';
import type { FileSystem } from '../../server/src/workspace/fileSystem';
import { MemoryFiles } from './memoryFiles';

export interface Link {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  readonly files?: FileSystem;
  /** Requests of the server that the client answers; others are answered with null. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
  /** What the client says of itself in other words than the usual. */
  readonly introduction?: Partial<InitializeParams>;
  /** Sees every message, in the order in which the client sends and receives them. */
  readonly onMessage?: (from: 'client' | 'server', message: Message) => void;
}

/** A client whose server runs in the same process: what it sends goes through the same bytes, and starts in no time. */
export class LinkedClient {
  initialized!: InitializeResult;

  private constructor(
    readonly connection: MessageConnection,
    private readonly server: { dispose(): void },
    /** What the server answers from. */
    readonly service: LanguageService,
  ) {}

  static async start(link: Link = {}): Promise<LinkedClient> {
    const client = LinkedClient.connect(link);
    await client.introduce(link);
    return client;
  }

  /** A client that has said nothing yet. */
  static connect({ answers = {}, files = new MemoryFiles(), onMessage }: Link = {}): LinkedClient {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    const service = serve(server, files, null);
    const reader = new StreamMessageReader(toClient);
    const writer = new StreamMessageWriter(toServer);
    if (onMessage) tap(reader, writer, onMessage);
    const client = new LinkedClient(createMessageConnection(reader, writer), server, service);
    client.connection.onRequest((method, params) => answers[method]?.(params) ?? null);
    client.connection.listen();
    return client;
  }

  /** Says what the client can do, and waits for what the server can do. */
  async introduce({ capabilities = {}, folders = [], initializationOptions, introduction }: Link = {}): Promise<void> {
    this.initialized = await this.request('initialize', {
      processId: null,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
      capabilities,
      initializationOptions,
      ...introduction,
    });
    await this.notify('initialized', {});
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'debate', version, text } });
  }

  /** Ends both sides. The process, which is that of the test, goes on. */
  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.connection.dispose();
    this.server.dispose();
  }
}

function tap(
  reader: StreamMessageReader,
  writer: StreamMessageWriter,
  onMessage: (from: 'client' | 'server', message: Message) => void,
): void {
  const listen = reader.listen.bind(reader);
  reader.listen = (callback) =>
    listen((message) => {
      onMessage('server', message);
      callback(message);
    });
  const write = writer.write.bind(writer);
  writer.write = (message) => {
    onMessage('client', message);
    return write(message);
  };
}
