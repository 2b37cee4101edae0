import { Message } from 'vscode-languageserver-protocol/node';
import { findMetaModel, type Misfit } from './metaModel';
import { TypeGuards } from './typeGuards';

const MODEL = findMetaModel();

/** How messages are checked, for people. */
export const CHECKED_BY = MODEL
  ? `the meta model of LSP ${MODEL.version}`
  : 'the type guards of vscode-languageserver-types, because there is no meta model: LSP_META_MODEL may name one';

const CHECK = MODEL ?? new TypeGuards();

interface Sent {
  readonly method: string;
  readonly params: unknown;
}

/** Checks the messages of one session against the protocol: each by itself, and what answers what. */
export class MessageLog {
  /** What does not fit, with the message. */
  readonly problems: string[] = [];
  private readonly asked = { client: new Map<string, Sent>(), server: new Map<string, Sent>() };
  /** Methods of requests by the token that their partial results, or their progress, are reported on. */
  private readonly partial = new Map<string, string>();
  private readonly working = new Map<string, 'made' | 'begun' | 'ended'>();

  /** Requests of the client that have not been answered. */
  get open(): string[] {
    return [...this.asked.client.values()].map(({ method }) => method);
  }

  /** Tokens of progress that has begun and goes on. */
  get begun(): string[] {
    return [...this.working].filter(([, stage]) => stage === 'begun').map(([token]) => token);
  }

  add(from: 'client' | 'server', message: Message): void {
    const other = from === 'client' ? 'server' : 'client';
    if (Message.isRequest(message)) {
      const { id, method, params } = message;
      this.note(isOurs(method) ? null : CHECK.request(method, params, from), message);
      this.asked[from].set(String(id), { method, params });
      this.follow(method, params);
    } else if (Message.isNotification(message)) {
      const { method, params } = message;
      this.note(isOurs(method) ? null : CHECK.notification(method, params, from), message);
      if (method === '$/progress') this.progress(params as unknown as Progress, message);
    } else if (Message.isResponse(message)) {
      const asked = this.asked[other].get(String(message.id));
      this.asked[other].delete(String(message.id));
      if (!asked) this.note('answers nothing that was asked', message);
      else if (message.error) this.note(this.refusal(asked.method, message.error), message);
      else if (message.result === undefined) this.note('has neither a result nor an error', message);
      else if (!isOurs(asked.method)) this.note(CHECK.result(asked.method, message.result), message, asked.method);
    } else this.note('is no message', message);
  }

  private refusal(method: string, { code, message, data }: { code: number; message: string; data?: unknown }): Misfit {
    if (!REFUSALS.has(code)) return `error.code: ${code} is a fault of the server: ${message}`;
    return CHECK.errorData(method, data);
  }

  private follow(method: string, params: unknown): void {
    const { partialResultToken, workDoneToken, token } = Object(params) as Readonly<Record<string, unknown>>;
    if (partialResultToken !== undefined) this.partial.set(String(partialResultToken), method);
    if (workDoneToken !== undefined) this.working.set(String(workDoneToken), 'made');
    if (method === 'window/workDoneProgress/create') this.working.set(String(token), 'made');
  }

  /** Progress begins, goes on and ends, in this order, on a token that somebody has made. */
  private progress({ token, value }: Progress, message: Message): void {
    const method = this.partial.get(String(token));
    if (method === undefined) this.workDone(String(token), value, message);
    else this.note(CHECK.partialResult(method, value), message);
  }

  private workDone(token: string, value: unknown, message: Message): void {
    const before = this.working.get(token);
    const { kind } = Object(value) as { kind?: unknown };
    const fits = kind === 'begin' ? before === 'made' : before === 'begun';
    if (!fits) this.note(`progress is ${String(kind)} where it is ${before ?? 'unknown'}`, message);
    this.working.set(token, kind === 'end' ? 'ended' : 'begun');
    const names: Record<string, string> = { begin: 'Begin', report: 'Report', end: 'End' };
    this.note(CHECK.type(`WorkDoneProgress${names[String(kind)]}`, value), message);
  }

  private note(misfit: Misfit, message: Message, method = ''): void {
    if (misfit) this.problems.push(`${method} ${misfit} in ${JSON.stringify(message).slice(0, 600)}`.trim());
  }
}

interface Progress {
  readonly token: string | number;
  readonly value: unknown;
}

/** Cancelled, modified, cancelled by the server, failed with a reason for the user. */
const REFUSALS: ReadonlySet<number> = new Set([-32800, -32801, -32802, -32803]);

/** Requests beyond the protocol, which no model knows. */
function isOurs(method: string): boolean {
  return method.startsWith('debateNotes/');
}
