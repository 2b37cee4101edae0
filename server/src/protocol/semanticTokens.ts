import {
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { LanguageService } from '../service';
import { semanticTokensDelta } from '../service';
import { canonicalUri } from '../workspace/noteUri';
import type { Door } from './door';
import type { Pauses } from './pauses';

/** What must be told when semantic tokens may have changed or are asked for no more. */
export interface SemanticTokensDelivery {
  /** The client has opened or edited a note: statements of others may have other labels. */
  noteEdited(uri: string): void;
  /** Statements may have other labels, in notes that the client has not edited. */
  labelsChanged(): void;
  noteClosed(uri: string): void;
}

/**
 * Answers for semantic tokens (LSP 3.17): of whole notes, of ranges, and of what has changed since the last answer,
 * which is kept for every open note.
 */
export function serveSemanticTokens(
  door: Door,
  service: LanguageService,
  canRefresh: boolean,
  pauses: Pauses,
): SemanticTokensDelivery {
  const sent = new SentTokens();
  const refresh = () => {
    if (canRefresh) door.refresh(SemanticTokensRefreshRequest.type);
  };
  const compareSoon = pauses.after(COMPARE_DELAY, () => {
    if (sent.notes().some(([uri, { labels }]) => labels && service.labels(uri) !== labels)) refresh();
  });
  const tokens = (uri: string, range?: Range) => door.encoding.outgoingTokens(service.semanticTokens(uri, range), uri);
  // Kept as they are sent: only of those can the client be told what has changed.
  const encode = ({ uri }: { uri: string }) => ({ data: tokens(uri), labels: service.labels(uri) });
  const answering = { urgency: 'soon', isEncoded: true } as const;
  door.answer(
    SemanticTokensRequest.type,
    ({ textDocument }) => sent.full(textDocument.uri, encode(textDocument)),
    answering,
  );
  door.answer(
    SemanticTokensDeltaRequest.type,
    ({ textDocument, previousResultId }) => sent.delta(textDocument.uri, encode(textDocument), previousResultId),
    answering,
  );
  door.answer(
    SemanticTokensRangeRequest.type,
    ({ textDocument, range }) => ({ data: [...tokens(textDocument.uri, range)] }),
    answering,
  );
  return {
    noteEdited: (uri) => {
      sent.edited(uri);
      compareSoon();
    },
    labelsChanged: refresh,
    noteClosed: (uri) => sent.forget(uri),
  };
}

/** Milliseconds without an edit before it is looked whether other notes have other labels. */
const COMPARE_DELAY = 300;

/** The tokens of a note, and the labels that they show; null once the client has edited it, and will ask by itself. */
interface Encoded {
  readonly data: readonly number[];
  readonly labels: object | null;
}

/** The last answer about each open note. */
class SentTokens {
  /** By canonical URI. */
  private readonly last = new Map<string, Encoded & { readonly resultId: string }>();
  private count = 0;

  notes(): [uri: string, sent: Encoded][] {
    return [...this.last];
  }

  edited(uri: string): void {
    const before = this.last.get(canonicalUri(uri));
    if (before) this.last.set(canonicalUri(uri), { ...before, labels: null });
  }

  full(uri: string, encoded: Encoded): SemanticTokens {
    this.count++;
    const resultId = String(this.count);
    // A note that is not there has nothing to compare with.
    if (encoded.labels) this.last.set(canonicalUri(uri), { ...encoded, resultId });
    return { resultId, data: [...encoded.data] };
  }

  /** The edits since an answer; everything where that was not the last. */
  delta(uri: string, encoded: Encoded, previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(canonicalUri(uri));
    const fresh = this.full(uri, encoded);
    if (before?.resultId !== previousResultId) return fresh;
    return { resultId: String(this.count), edits: semanticTokensDelta(before.data, encoded.data) };
  }

  forget(uri: string): void {
    this.last.delete(canonicalUri(uri));
  }
}
