import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type GenericRequestHandler,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  type RequestType,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Bibliography, JsonText, type LanguageService } from '../service';
import { LineIndex } from '../syntax/lineIndex';
import { negotiate, type PlacedText, PositionEncoding } from './encoding/positionEncoding';
import { Lifecycle } from './lifecycle';
import { type Schedule, stopIfCancelled, type Urgency } from './scheduling';

/** How a request is answered. */
export interface Answering {
  /** `now` where nothing is said. */
  readonly urgency?: Urgency;
  /** Whether the handler answers in the client's unit already. */
  readonly isEncoded?: boolean;
  /** What the client is told whose request is of a text that has been edited since; `ContentModified` where nothing is said. */
  readonly stale?: () => ResponseError<unknown>;
}

/**
 * Where requests come in and answers go out, and the one place where positions change their unit: within, characters
 * are UTF-16 units. An answer is about the text that it was asked of, or it is not given.
 */
export class Door {
  readonly encoding = new PositionEncoding((uri) => this.textOf(uri));
  readonly lifecycle = new Lifecycle();
  private readonly bibliographies = new WeakMap<Bibliography, PlacedText>();
  /** Texts of other files that are no notes, as they were looked at last, by URI. */
  private readonly others = new Map<string, PlacedText>();

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly schedule: Schedule,
  ) {}

  /** Agrees with a client on the unit of characters, and returns it. */
  negotiate(client: ClientCapabilities): PositionEncoding['unit'] {
    this.encoding.unit = negotiate(client);
    return this.encoding.unit;
  }

  /** The documents that the client has open, edited as it says. */
  documents(): TextDocuments<TextDocument> {
    return new TextDocuments({
      create: TextDocument.create,
      update: (document, changes, version) => this.encoding.edited(document, changes, version),
    });
  }

  /**
   * Answers a request from now on.
   * @param handler is given the parameters with UTF-16 positions, and answers with such
   */
  answer<P, R, E>(
    type: RequestType<P, R, E>,
    handler: (params: P, token: CancellationToken) => R | JsonText<R> | Promise<R>,
    { urgency = 'now', isEncoded = false, stale = contentModified }: Answering = {},
  ): void {
    const respond: GenericRequestHandler<unknown, E> = async (sent: P, token: CancellationToken) => {
      this.schedule.messageHandled();
      this.lifecycle.stopUnlessWithin();
      const uri = documentOf(sent);
      const asked = uri === null ? undefined : this.service.note(uri);
      const stopIfStale = () => {
        stopIfCancelled(token);
        if (asked && uri !== null && this.service.note(uri) !== asked) throw stale();
      };
      if (urgency === 'soon') {
        await this.schedule.turn();
        stopIfStale();
      }
      const params = this.encoding.incoming(sent, uri);
      const answering = handler(params, token);
      const answer = answering instanceof Promise ? await answering : answering;
      if (answering instanceof Promise) stopIfStale();
      if (isEncoded) return answer;
      if (!(answer instanceof JsonText)) return this.outgoing(answer, uri, params, sent);
      return this.encoding.unit === 'utf-16' ? answer : this.outgoing(answer.value(), uri, params, sent);
    };
    this.connection.onRequest(type.method, respond);
  }

  /** Tells the client of diagnostics that it has not asked for. */
  publish(diagnostics: PublishDiagnosticsParams): void {
    void this.connection.sendDiagnostics(this.encoding.outgoing(diagnostics, diagnostics.uri));
  }

  /** Tells the client to ask again. One that refuses, or has gone, is left alone. */
  refresh({ method }: { readonly method: string }): void {
    this.connection.sendRequest(method).catch(() => undefined);
  }

  /** An item that is resolved comes back as it was sent, but for what is added. */
  private outgoing<P, R>(answer: R, uri: string | null, params: P, sent: P): R {
    const outgoing = this.encoding.outgoing(answer, uri);
    if (outgoing === answer || params === sent || !isObject(answer)) return outgoing;
    const unchanged = Object.entries(sent as object).filter(
      ([key]) => answer[key] !== undefined && answer[key] === (params as Record<string, unknown>)[key],
    );
    return { ...outgoing, ...Object.fromEntries(unchanged) };
  }

  /** Asked only for clients that do not count in UTF-16: otherwise nobody needs the text again. */
  private placedBibliography(bibliography: Bibliography): PlacedText {
    let placed = this.bibliographies.get(bibliography);
    if (!placed) {
      const text = bibliography.text();
      placed = { text, lines: new LineIndex(text) };
      this.bibliographies.set(bibliography, placed);
    }
    return placed;
  }

  private textOf(uri: string): PlacedText | null {
    const note = this.service.note(uri);
    if (note) return note.tree;
    const bibliography = this.service.bibliography(uri);
    if (bibliography) return this.placedBibliography(bibliography);
    const text = this.service.linter.configuration.textOf(uri);
    if (text === null) return null;
    const known = this.others.get(uri);
    if (known?.text === text) return known;
    const placed = { text, lines: new LineIndex(text) };
    this.others.set(uri, placed);
    return placed;
  }
}

function contentModified(): ResponseError<unknown> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the note has been edited since');
}

/** The document that a request is about, in the places where LSP names it. */
function documentOf(params: unknown): string | null {
  if (!isObject(params)) return null;
  for (const named of [params['textDocument'], params['item'], params['data'], params])
    if (isObject(named) && typeof named['uri'] === 'string') return named['uri'];
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
