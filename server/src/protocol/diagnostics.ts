import {
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Door } from './door';
import type { Pauses } from './pauses';
import type { ReportedDiagnostics } from './reportedDiagnostics';
import { stopIfCancelled } from './scheduling';

/** How a client learns of diagnostics. */
export interface DiagnosticsDelivery {
  /** The client has opened or edited a note. */
  noteEdited(uri: string): void;
  /** Notes have changed that the client knows nothing of: the findings in open ones may be others. */
  notesChanged(): void;
  noteClosed(uri: string): void;
}

/** What has to be known of a note before anything can be said of it. */
interface Loading {
  load(note: string): Promise<void>;
}

/** The client asks (LSP 3.17): answered with result ids, so that an unchanged list is not sent again. */
export function servePull(
  door: Door,
  reported: ReportedDiagnostics,
  config: Loading,
  pauses: Pauses,
  canRefresh: boolean,
): DiagnosticsDelivery {
  /** Id of what the client was told last of each note that it has asked about. */
  const told = new Map<string, string>();
  door.answer(
    DocumentDiagnosticRequest.type,
    async ({ textDocument, previousResultId }, token) => {
      await config.load(textDocument.uri);
      stopIfCancelled(token);
      const { items, resultId } = reported.of(textDocument.uri);
      told.set(textDocument.uri, resultId);
      return report(items, resultId, previousResultId);
    },
    { urgency: 'soon', isEncoded: true, stale: askAgain },
  );
  const refresh = () => {
    if (canRefresh) door.refresh(DiagnosticRefreshRequest.type);
  };
  const refreshIfOld = pauses.after(ASKING_DELAY, () => {
    const old = [...told].map(([uri, id]) => [uri, id, reported.of(uri).resultId] as const);
    if (old.every(([, id, now]) => id === now)) return;
    // Told once: a client may show some of them no more.
    for (const [uri, , now] of old) told.set(uri, now);
    refresh();
  });
  return {
    // After an edit a client asks by itself about what it shows. Not so where it edits a note that it does not show, as a
    // quick fix of another may; and it may have asked about one before it told of the edit of the other.
    noteEdited: refreshIfOld,
    notesChanged: refresh,
    noteClosed: (uri) => told.delete(uri),
  };
}

/** Milliseconds after an edit within which a client has asked about the notes that it shows. */
const ASKING_DELAY = 500;

function report(
  items: readonly Diagnostic[],
  resultId: string,
  previousResultId: string | undefined,
): DocumentDiagnosticReport {
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}

/** The note was edited after it was asked about: what was asked for would be thrown away. */
function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'the note has been edited since', { retriggerRequest: true });
}

/** The client is told, shortly after the last of a burst of changes. */
export function servePush(
  connection: Connection,
  reported: ReportedDiagnostics,
  config: Loading,
  pauses: Pauses,
  openNotes: () => readonly { readonly uri: string; readonly version: number }[],
): DiagnosticsDelivery {
  const sent = new Map<string, readonly Diagnostic[]>();
  const send = async () => {
    for (const { uri } of openNotes()) await config.load(uri);
    if (pauses.isOver) return;
    for (const { uri, version } of openNotes()) {
      const { items } = reported.of(uri);
      if (sent.get(uri) === items) continue;
      sent.set(uri, items);
      void connection.sendDiagnostics({ uri, version, diagnostics: [...items] });
    }
  };
  const sendSoon = pauses.after(PUSH_DELAY, () => {
    send().catch((error: unknown) => connection.console.error(String(error)));
  });
  return {
    noteEdited: sendSoon,
    notesChanged: sendSoon,
    noteClosed: (uri) => {
      sent.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

/** Milliseconds without a change before diagnostics are pushed. */
const PUSH_DELAY = 150;
