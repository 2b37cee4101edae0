import type { Connection, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { LanguageService } from '../service';
import { semanticTokensDelta } from '../service';
import { canonicalUri } from '../workspace/noteUri';
import { letMessagesThrough, stopIfCancelled } from './scheduling';

/** What must be told when semantic tokens may have changed or are asked for no more. */
export interface SemanticTokensDelivery {
  /** Statements may have other labels, in notes that were not edited. */
  labelsChanged(): void;
  noteClosed(uri: string): void;
}

/** Before the client has said what it can do. */
export const NO_TOKENS: SemanticTokensDelivery = { labelsChanged: () => undefined, noteClosed: () => undefined };

/**
 * Answers for semantic tokens (LSP 3.17): of whole notes, of ranges, and of what has changed since the last answer,
 * which is kept for every open note.
 */
export function serveSemanticTokens(
  connection: Connection,
  service: LanguageService,
  canRefresh: boolean,
): SemanticTokensDelivery {
  const { semanticTokens } = connection.languages;
  const sent = new SentTokens();
  semanticTokens.on(async ({ textDocument: { uri } }, token) => {
    await letMessagesThrough();
    stopIfCancelled(token);
    return sent.full(uri, service.semanticTokens(uri));
  });
  semanticTokens.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
    await letMessagesThrough();
    stopIfCancelled(token);
    return sent.delta(uri, service.semanticTokens(uri), previousResultId);
  });
  semanticTokens.onRange(async ({ textDocument: { uri }, range }, token) => {
    await letMessagesThrough();
    stopIfCancelled(token);
    return { data: service.semanticTokens(uri, range) };
  });
  return {
    labelsChanged: () => {
      if (canRefresh) void semanticTokens.refresh();
    },
    noteClosed: (uri) => sent.forget(uri),
  };
}

/** The last answer about each open note. */
class SentTokens {
  private readonly last = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  private count = 0;

  full(uri: string, data: number[]): SemanticTokens {
    this.count++;
    const resultId = String(this.count);
    this.last.set(canonicalUri(uri), { resultId, data });
    return { resultId, data };
  }

  /** The edits since an answer; everything where that was not the last. */
  delta(uri: string, data: number[], previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(canonicalUri(uri));
    const fresh = this.full(uri, data);
    if (before?.resultId !== previousResultId) return fresh;
    return { resultId: String(this.count), edits: semanticTokensDelta(before.data, data) };
  }

  forget(uri: string): void {
    this.last.delete(canonicalUri(uri));
  }
}
