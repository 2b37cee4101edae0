import {
  type CancellationToken,
  type Connection,
  DocumentDiagnosticReportKind,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { canonicalUri, isSnapshot } from '../workspace/noteUri';
import type { Reported, ReportedDiagnostics } from './reportedDiagnostics';
import type { Host } from './requests/request';
import { stopIfCancelled } from './scheduling';

/** Milliseconds without a change before all notes are checked again, at least. */
const CALM = 500;

/** How many times as long as the last check took the next is waited for: while somebody types it is a fifth of the time. */
const REST = 4;

/** Notes looked at in one check after which all are told to rest. */
const MANY = 32;

/** Reports that are sent at once to a client that takes them one after the other. */
const BATCH = 32;

/**
 * The diagnostics of all notes, for a client that asks for them (LSP 3.17, `workspace/diagnostic`). A client asks again
 * as soon as it is answered, and so is answered only when there is something new: a request is held open until then, as
 * the specification has it. Checking waits for a pause in typing, makes room for whoever waits, and begins again where
 * a note changes on the way.
 */
export class WorkspaceDiagnostics {
  private changes = 0;
  private lastChange = Number.NEGATIVE_INFINITY;
  private readonly sleepers = new Set<() => void>();
  /** Whether all that there is to tell has been told once. */
  private hasAnswered = false;
  private isClosed = false;
  /** Milliseconds of work in the last check. */
  private spent = 0;

  /**
   * Answers such requests from now on.
   * @param scanned resolves once all notes have been read that there are at the start: before, much seems to lead nowhere
   */
  constructor(
    private readonly host: Host,
    private readonly reported: ReportedDiagnostics,
    private readonly scanned: Promise<void>,
    private readonly calm = CALM,
  ) {
    host.answer(WorkspaceDiagnosticRequest.type, (params, token) => this.answer(params, token), { isEncoded: true });
  }

  /** Notes, settings or files have changed, so that any note may have other findings. */
  changed(): void {
    this.changes++;
    this.lastChange = performance.now();
    this.wake();
  }

  /** Answers those that wait: the client is about to leave. */
  close(): void {
    this.isClosed = true;
    this.wake();
  }

  private async answer(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const pull = new Pull(this.host.connection, params);
    await this.scanned;
    try {
      for (;;) {
        await this.pause(token);
        const before = this.changes;
        const isComplete = await this.check(pull, token);
        if (this.isClosed) return pull.rest();
        if (isComplete && (pull.hasNews || !this.hasAnswered)) {
          this.hasAnswered = true;
          return pull.rest();
        }
        while (isComplete && this.changes === before && !this.isClosed) await this.sleep(null, token);
      }
    } finally {
      pull.done();
    }
  }

  /** Checks all notes once. Returns whether it came to an end before the next change. */
  private async check(pull: Pull, token: CancellationToken): Promise<boolean> {
    const { service, schedule, loadConfig } = this.host;
    const uris = service.noteUris().filter((uri) => !isSnapshot(uri) && this.isTold(uri));
    const before = this.changes;
    let [spent, looked] = [0, 0];
    for (const [index, uri] of uris.entries()) {
      pull.progress(index, uris.length);
      await schedule.makeRoom();
      stopIfCancelled(token);
      if (this.changes !== before || this.isClosed) return false;
      await loadConfig(uri);
      const start = performance.now();
      const note = service.note(uri);
      if (note && this.report(pull, uri, note.version)) looked++;
      spent += performance.now() - start;
    }
    this.spent = spent;
    pull.tellGone((uri) => this.isTold(uri));
    // Each has been asked about by those that came after it.
    if (looked >= MANY) for (const uri of uris) service.rest(uri);
    this.reported.forget((uri) => this.isTold(uri));
    return true;
  }

  /** Whether the client is told what is found in a note: of those that it has not open, as the user wishes. */
  private isTold(uri: string): boolean {
    const note = this.host.service.note(uri);
    return note !== undefined && (note.version !== null || this.host.settings().workspaceProblems);
  }

  /**
   * Tells of one note. If nobody has it open, nothing is kept but what its diagnostics follow from.
   * @returns whether it had to be looked at
   */
  private report(pull: Pull, uri: string, version: number | null): boolean {
    const resting = this.reported.ofResting(uri);
    if (resting !== null && pull.tellKnown(uri, version, resting)) return false;
    const reported = this.reported.of(uri);
    pull.tell(uri, version, reported);
    if (version === null) this.reported.rest(uri, reported);
    return version === null;
  }

  /** Waits until nothing has changed for a while. */
  private async pause(token: CancellationToken): Promise<void> {
    for (;;) {
      const left = this.lastChange + pauseAfter(this.spent, this.calm) - performance.now();
      if (left <= 0 || this.isClosed) return;
      await this.sleep(left, token);
    }
  }

  /** Waits for a change, or for some milliseconds at most. Throws where the request is taken back. */
  private async sleep(milliseconds: number | null, token: CancellationToken): Promise<void> {
    stopIfCancelled(token);
    await new Promise<void>((resolve) => {
      const timer = milliseconds === null ? undefined : setTimeout(() => wake(), milliseconds);
      const cancelled = token.onCancellationRequested(() => wake());
      const wake = () => {
        clearTimeout(timer);
        cancelled.dispose();
        this.sleepers.delete(wake);
        resolve();
      };
      this.sleepers.add(wake);
    });
    stopIfCancelled(token);
  }

  private wake(): void {
    for (const wake of [...this.sleepers]) wake();
  }
}

/**
 * How long nothing must have changed before all notes are checked again. Only those are looked into whose findings may be
 * others, but an edit of what all are tied to by references, or of the settings, may make all such.
 * @param spent milliseconds that the last check took
 */
export function pauseAfter(spent: number, least = CALM): number {
  return Math.max(least, REST * spent);
}

/** One request: what its client has been told, and what it has still to be told. */
class Pull {
  hasNews = false;
  /** Result ids that the client has, with the URI that it has them under, by canonical URI. */
  private readonly known: Map<string, { readonly uri: string; readonly resultId: string | null }>;
  /** By canonical URI. Of a client that takes reports one after the other, those that have not been sent. */
  private readonly reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
  /** What this request has told of each note already. */
  private readonly told = new Map<string, string>();
  private readonly reporter: WorkDoneProgressReporter;
  private percent = 0;

  constructor(
    private readonly connection: Connection,
    private readonly params: WorkspaceDiagnosticParams,
  ) {
    const ids = params.previousResultIds.map(
      ({ uri, value }) => [canonicalUri(uri), { uri, resultId: value }] as const,
    );
    this.known = new Map(ids);
    this.reporter = connection.window.attachWorkDoneProgress(params.workDoneToken);
    this.reporter.begin('Checking notes', 0, undefined, true);
  }

  progress(done: number, all: number): void {
    const percent = Math.round((100 * done) / all);
    if (percent !== this.percent) this.reporter.report(percent, `${done} of ${all}`);
    this.percent = percent;
  }

  done(): void {
    this.reporter.done();
  }

  tell(uri: string, version: number | null, { items, resultId }: Reported): void {
    if (this.tellKnown(uri, version, resultId)) return;
    const key = canonicalUri(uri);
    this.told.set(key, resultId);
    this.known.set(key, { uri, resultId });
    this.addNews(key, { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...items] });
  }

  /** Tells that diagnostics are those that the client knows by their id. Returns false if it does not know them. */
  tellKnown(uri: string, version: number | null, resultId: string): boolean {
    const key = canonicalUri(uri);
    if (this.told.get(key) === resultId) return true;
    if (this.known.get(key)?.resultId !== resultId) return false;
    this.told.set(key, resultId);
    this.add(key, { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId });
    return true;
  }

  /** Tells the client that notes which it has problems of have none any more, because they are gone. */
  tellGone(isThere: (uri: string) => boolean): void {
    for (const [key, { uri }] of this.known) {
      if (isThere(uri)) continue;
      this.known.delete(key);
      this.told.delete(key);
      this.addNews(key, { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
  }

  /** What has not been sent. */
  rest(): WorkspaceDiagnosticReport {
    return { items: [...this.reports.values()] };
  }

  private addNews(key: string, report: WorkspaceDocumentDiagnosticReport): void {
    this.hasNews = true;
    this.add(key, report);
  }

  private add(key: string, report: WorkspaceDocumentDiagnosticReport): void {
    this.reports.set(key, report);
    const { partialResultToken } = this.params;
    if (partialResultToken === undefined || this.reports.size < BATCH) return;
    void this.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, this.rest());
    this.reports.clear();
  }
}
