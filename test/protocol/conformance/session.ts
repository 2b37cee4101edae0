import { CancellationTokenSource, type WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { LinkedClient } from '../../support/linkedClient';
import { MemoryFiles } from '../../support/memoryFiles';
import type { Asked } from '../../support/questions';
import { converted, type Unit } from '../../support/unitsOfText';
import { capabilitiesOf } from './capabilities';
import { MessageLog } from './messages';
import { answered } from './patience';
import { PULLS, QUESTIONS } from './questions';
import { BIBLIOGRAPHY, FOLDER, OTHER_FOLDERS, SETTINGS, type State } from './state';
import { type Change, FILES, type Script, type Step } from './steps';

/** A client in a random session, and what it knows itself: the texts of the notes that it has open, and the files. */
export class Session implements Asked {
  readonly log = new MessageLog();
  /** Open notes by URI. */
  readonly open = new Map<string, TextDocument>();
  private client!: LinkedClient;
  private readonly pending = new Set<Promise<unknown>>();
  private readonly held = new Set<CancellationTokenSource>();
  private endOfScan!: Promise<void>;
  private settings: object;
  /** Progress tokens given so far: each is for one request. */
  private tokens = 0;
  readonly files: MemoryFiles;
  /** Of the workspace, as the client has it. */
  private folders: readonly string[];
  readonly unit: Unit;
  readonly pulls: boolean;

  private constructor(state: State) {
    this.files = new MemoryFiles(state.files);
    this.unit = state.unit;
    this.pulls = state.pulls;
    this.settings = state.settings;
    this.folders = state.folders;
  }

  /** A session at its beginning. */
  static of({ unit, pulls, files }: Script): Promise<Session> {
    const texts = files.flatMap((text, file): [string, string][] =>
      text === null ? [] : [[FILES[file] as string, text]],
    );
    return Session.start({
      unit,
      pulls,
      settings: SETTINGS[0] ?? {},
      folders: [FOLDER],
      files: new Map([BIBLIOGRAPHY, ...texts]),
    });
  }

  /** A new client and server where another session is now, in another unit perhaps; returns once all is read. */
  async fresh(unit: Unit): Promise<Session> {
    const session = await Session.start({
      ...this,
      unit,
      files: this.files.texts,
      settings: this.settings,
      folders: this.folders,
    });
    for (const [uri, document] of this.open) await session.openAs(uri, document.getText(), document.version);
    await session.settle();
    return session;
  }

  private static async start(state: State): Promise<Session> {
    const session = new Session(state);
    let scanned = () => {};
    session.endOfScan = new Promise((resolve) => {
      scanned = resolve;
    });
    session.client = await LinkedClient.start({
      capabilities: capabilitiesOf(state),
      initializationOptions: { commands: { showReferences: 'show.references', suggest: 'suggest' } },
      folders: state.folders,
      files: session.files,
      answers: { 'workspace/configuration': () => [session.settings] },
      onMessage: (from, message) => {
        session.log.add(from, message);
        if (from === 'server' && JSON.stringify(message).includes('"kind":"end"')) scanned();
      },
    });
    return session;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.client.request<T>(method, params);
  }

  /** The text of a note as the client has it; undefined where there is none. */
  readonly textOf = (uri: string): string | undefined => {
    const isPart = this.folders.some((folder) => uri.startsWith(`${folder}/`));
    const file = isPart ? this.files.texts.get(uri) : undefined;
    return this.open.get(uri)?.getText() ?? (file === undefined ? undefined : readBack(file));
  };

  /** The text of a note as the server has it. */
  textOfServer(uri: string): string | undefined {
    return this.client.service.note(uri)?.text;
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'wait') return this.settle();
    if (step.do === 'folder') return this.toggle(OTHER_FOLDERS[step.folder % OTHER_FOLDERS.length] as string);
    if (step.do === 'set') return this.set(SETTINGS[step.settings % SETTINGS.length] as object);
    const uri = FILES[step.file % FILES.length] as string;
    switch (step.do) {
      case 'open':
        return this.open.has(uri) ? undefined : this.openAs(uri, this.textOf(uri) ?? '', 1);
      case 'close':
        return this.close(await this.opened(step.file));
      case 'save':
        return this.save(await this.opened(step.file));
      case 'edit':
        return this.edit(await this.opened(step.file), step.changes);
      case 'write':
        return this.write(uri, step.text);
      case 'rename':
        return this.rename(uri, FILES[step.to % FILES.length] as string);
      case 'ask':
        return this.ask(uri, step);
    }
  }

  /** Returns once everything has been answered and the server has read what it was told of. */
  async settle(): Promise<void> {
    for (const held of this.held) held.cancel();
    this.held.clear();
    await answered(this.pending);
    this.pending.clear();
    await this.endOfScan;
    // Answered once settings that have just been changed are known.
    await this.request('workspace/executeCommand', { command: 'debateNotes.lookUp', arguments: [] });
    for (let turn = 0; turn < MOST_TURNS && this.differences().length > 0; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Notes of which client and server have different texts. */
  differences(): string[] {
    return FILES.filter((uri) => this.textOf(uri) !== this.textOfServer(uri)).map(
      (uri) => `${uri} is ${shown(this.textOf(uri))} and the server has ${shown(this.textOfServer(uri))}`,
    );
  }

  async stop(): Promise<void> {
    await this.settle();
    await this.client.stop();
  }

  /** One of the open notes, by number; where there is none, one is opened. */
  private async opened(file: number): Promise<string> {
    const [first] = this.open.keys();
    if (first === undefined) await this.take({ do: 'open', file });
    const open = [...this.open.keys()];
    return open[file % open.length] as string;
  }

  private save(uri: string): Promise<void> {
    return this.write(uri, this.open.get(uri)?.getText() ?? '');
  }

  private async openAs(uri: string, text: string, version: number): Promise<void> {
    this.open.set(uri, TextDocument.create(uri, 'debate', version, text));
    await this.client.open(uri, text, version);
  }

  private async close(uri: string): Promise<void> {
    if (!this.open.delete(uri)) return;
    await this.client.notify('textDocument/didClose', { textDocument: { uri } });
  }

  private async edit(uri: string, changes: readonly Change[]): Promise<void> {
    const document = this.open.get(uri);
    if (!document) return;
    const version = document.version + 1;
    const sent = changes.map(({ at, length, text }) => {
      if (at === null) {
        TextDocument.update(document, [{ text }], version);
        return { text };
      }
      const range = this.rangeAt(document, at, length);
      const theirs = this.inUnit(range, document.getText());
      TextDocument.update(document, [{ range, text }], version);
      return { range: theirs, text };
    });
    await this.client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: sent });
  }

  /** A file is written, or deleted, by whomever. */
  private async write(uri: string, text: string | null): Promise<void> {
    if (!uri.startsWith('file:')) return;
    const type = text === null ? 3 : this.files.texts.has(uri) ? 2 : 1;
    if (text === null) this.files.texts.delete(uri);
    else this.files.texts.set(uri, text);
    await this.client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** A file gets another name, as editors do it: the server says what has to be edited before. */
  private async rename(oldUri: string, newUri: string): Promise<void> {
    const text = this.files.texts.get(oldUri);
    if (text === undefined || this.textOf(newUri) !== undefined || !newUri.startsWith('file:')) return;
    await this.settle();
    const edit = await this.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const { uri } = change.textDocument;
      const before = this.textOf(uri) ?? '';
      const edits = change.edits.flatMap((one) =>
        'newText' in one ? [{ range: this.fromUnit(one.range, before), newText: one.newText }] : [],
      );
      const after = TextDocument.applyEdits(TextDocument.create(uri, 'debate', 1, before), edits);
      if (this.open.has(uri)) await this.edit(uri, [{ at: null, length: 0, text: after }]);
      else await this.write(uri, after);
    }
    const wasOpen = this.open.get(oldUri)?.getText();
    await this.close(oldUri);
    const moved = this.files.texts.get(oldUri) ?? text;
    await this.write(newUri, moved);
    await this.write(oldUri, null);
    if (wasOpen !== undefined) await this.openAs(newUri, wasOpen, 1);
  }

  /** A folder becomes part of the workspace, or is one no longer. */
  private async toggle(folder: string): Promise<void> {
    const isAdded = !this.folders.includes(folder);
    this.folders = isAdded ? [...this.folders, folder] : this.folders.filter((other) => other !== folder);
    const changed = [{ uri: folder, name: 'folder' }];
    const event = { added: isAdded ? changed : [], removed: isAdded ? [] : changed };
    await this.client.notify('workspace/didChangeWorkspaceFolders', { event });
  }

  private async set(settings: object): Promise<void> {
    this.settings = settings;
    await this.client.notify('workspace/didChangeConfiguration', { settings: null });
  }

  private async ask(uri: string, { question, at, next }: Step & { do: 'ask' }): Promise<void> {
    const document = this.open.get(uri) ?? TextDocument.create(uri, 'debate', 1, this.textOf(uri) ?? '');
    const range = this.inUnit(this.rangeAt(document, at, question), document.getText());
    const all = this.pulls ? [...QUESTIONS, ...PULLS] : QUESTIONS;
    this.tokens++;
    const [method, params] = all[question % all.length]?.({ uri, position: range.start, range }, this.tokens) ?? [
      '',
      {},
    ];
    const cancel = new CancellationTokenSource();
    const answer = this.client.connection.sendRequest(method, params, cancel.token).catch(() => null);
    this.pending.add(answer);
    void answer.then(() => this.pending.delete(answer));
    if (method === 'workspace/diagnostic') this.held.add(cancel);
    if (next === 'cancel') cancel.cancel();
    if (next === 'close') await this.close(uri);
    if (next === 'wait' && method !== 'workspace/diagnostic') await answer;
  }

  /** Nobody has the cursor within a character. */
  private rangeAt(document: TextDocument, at: number, length: number): Range {
    const text = document.getText();
    const place = (offset: number) => document.positionAt(offset);
    const start = at % (text.length + 1);
    const range = { start: place(start), end: place(Math.min(start + length, text.length)) };
    return this.fromUnit(this.inUnit(range, text, 'utf-32'), text, 'utf-32');
  }

  private inUnit({ start, end }: Range, text: string, unit = this.unit): Range {
    const convert = (position: Position) => converted(position, text, 'utf-16', unit);
    return { start: convert(start), end: convert(end) };
  }

  private fromUnit({ start, end }: Range, text: string, unit = this.unit): Range {
    const convert = (position: Position) => converted(position, text, unit, 'utf-16');
    return { start: convert(start), end: convert(end) };
  }
}

/** Turns that a server has to read a file it was told of. */
const MOST_TURNS = 2000;

/** What is read of a file that a text was written to. */
function readBack(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

function shown(text: string | undefined): string {
  return text === undefined ? 'not there' : JSON.stringify(text.slice(0, 300));
}
