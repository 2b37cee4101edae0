import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { LanguageService } from '../service';
import { letMessagesThrough, stopIfCancelled } from './scheduling';

/** How a client learns of diagnostics. */
export interface DiagnosticsDelivery {
  /** The client has opened or edited a note. */
  noteEdited(): void;
  /** Notes have changed that the client knows nothing of: the findings in open ones may be others. */
  notesChanged(): void;
  noteClosed(uri: string): void;
}

/** Before the client has said how it wants them. */
export const NO_DELIVERY: DiagnosticsDelivery = {
  noteEdited: () => undefined,
  notesChanged: () => undefined,
  noteClosed: () => undefined,
};

/** What has to be known of a note before anything can be said of it. */
interface Loading {
  load(note: string): Promise<void>;
}

/** The client asks (LSP 3.17): answered with result ids, so that an unchanged list is not sent again. */
export function servePull(
  connection: Connection,
  service: LanguageService,
  config: Loading,
  canRefresh: boolean,
): DiagnosticsDelivery {
  const resultIds = new ResultIds();
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await letMessagesThrough();
    await config.load(textDocument.uri);
    stopIfCancelled(token);
    const items = service.linter.diagnostics(textDocument.uri);
    return report(items, resultIds.idOf(items), previousResultId);
  });
  return {
    ...NO_DELIVERY,
    // After its own edits a client asks by itself.
    notesChanged: () => {
      if (canRefresh) connection.languages.diagnostics.refresh();
    },
  };
}

function report(
  items: readonly Diagnostic[],
  resultId: string,
  previousResultId: string | undefined,
): DocumentDiagnosticReport {
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}

/** One id for each list of diagnostics: the service returns the same list while nothing has changed. */
class ResultIds {
  private readonly ids = new WeakMap<readonly Diagnostic[], string>();
  private last = 0;

  idOf(items: readonly Diagnostic[]): string {
    let id = this.ids.get(items);
    if (id === undefined) {
      this.last++;
      id = String(this.last);
      this.ids.set(items, id);
    }
    return id;
  }
}

/** The client is told, shortly after the last of a burst of changes. */
export function servePush(
  connection: Connection,
  service: LanguageService,
  config: Loading,
  openNotes: () => readonly { readonly uri: string; readonly version: number }[],
): DiagnosticsDelivery {
  const sent = new Map<string, readonly Diagnostic[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = async () => {
    for (const { uri } of openNotes()) await config.load(uri);
    for (const { uri, version } of openNotes()) {
      const diagnostics = service.linter.diagnostics(uri);
      if (sent.get(uri) === diagnostics) continue;
      sent.set(uri, diagnostics);
      void connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
    }
  };
  const sendSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      send().catch((error: unknown) => connection.console.error(String(error)));
    }, PUSH_DELAY);
  };
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
