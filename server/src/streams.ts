import type { Readable, Writable } from 'node:stream';
import { inspect } from 'node:util';
import { AbstractMessageWriter, type Connection, type Message, type MessageWriter } from 'vscode-languageserver';
import { JsonText } from './service';

/** What makes connections in Node. It is given, since this file is in the bundle of web workers, too. */
export type Connect = typeof import('vscode-languageserver/node').createConnection;

/**
 * Writes messages to a stream as the base protocol has them (LSP 3.17, “Base Protocol”). An answer that is known as text
 * is sent as that, piece by piece: none of it is written or copied again.
 */
export class TextWriter extends AbstractMessageWriter implements MessageWriter {
  private errors = 0;

  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves once the stream has taken the message; messages never mix, as a stream keeps the order of what it is given. */
  async write(message: Message): Promise<void> {
    const body = bodyOf(message);
    const length = body.reduce((sum, { byteLength }) => sum + byteLength, 0);
    try {
      await this.writeAll([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...body]);
    } catch (error) {
      this.errors++;
      this.fireError(error, message, this.errors);
      throw error;
    }
  }

  /** All at once, so that whoever listens is not woken for each piece. */
  private writeAll(pieces: readonly Uint8Array[]): Promise<void> {
    const { stream } = this;
    return new Promise((resolve, reject) => {
      stream.cork();
      pieces.forEach((piece, i) => {
        if (i < pieces.length - 1) stream.write(piece);
        else stream.write(piece, (error) => (error ? reject(error) : resolve()));
      });
      stream.uncork();
    });
  }

  end(): void {
    this.stream.end();
  }
}

function bodyOf(message: Message): Uint8Array[] {
  const { result, ...rest } = message as Message & { readonly result?: unknown };
  const pieces = result instanceof JsonText ? result.pieces() : null;
  if (!pieces) return [Buffer.from(JSON.stringify(message))];
  const head = JSON.stringify(rest);
  return [Buffer.from(`${head.slice(0, -1)},"result":`), ...pieces, Buffer.from('}')];
}

/** A message as it can be given to another thread, which gets copies of values and of no functions. */
export function withValue(message: Message): Message {
  const { result } = message as Message & { readonly result?: unknown };
  return result instanceof JsonText ? ({ ...message, result: result.value() } as Message) : message;
}

/** A connection that is read from one stream and written to another, and ends the process when its client has gone. */
export function connectStreams(connect: Connect, input: Readable, output: Writable): Connection {
  // It takes a writer in the place of a stream, which its types do not say.
  return connect(input, new TextWriter(output) as unknown as Writable);
}

/** The same over the standard streams of the process. What a library prints must not get in between the messages. */
export function connectStdio(connect: Connect): Connection {
  const connection = connectStreams(connect, process.stdin, process.stdout);
  for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    console[method] = (...words: unknown[]) => {
      const text = words.map((word) => (typeof word === 'string' ? word : inspect(word))).join(' ');
      connection.console[method === 'debug' ? 'log' : method](text);
    };
  }
  return connection;
}
