import type { Diagnostic } from 'vscode-languageserver';
import type { LanguageService } from '../service';
import { canonicalUri } from '../workspace/noteUri';
import type { PositionEncoding } from './encoding/positionEncoding';

/** The diagnostics of a note as the client is told of them. */
export interface Reported {
  readonly items: readonly Diagnostic[];
  /** The same while the items are. */
  readonly resultId: string;
}

/**
 * Diagnostics in the client's unit of characters. While they are equal the very same list is returned, with the same
 * id: in UTF-8 they may move by an edit that moves nothing in UTF-16, so that they are compared as they are sent.
 */
export class ReportedDiagnostics {
  private readonly ids = new WeakMap<readonly Diagnostic[], string>();
  /** As sent last, by canonical URI; nothing for clients that count as the service does. */
  private readonly encoded = new Map<string, readonly Diagnostic[]>();
  private last = 0;

  constructor(
    private readonly service: LanguageService,
    private readonly encoding: PositionEncoding,
  ) {}

  of(uri: string): Reported {
    const items = this.encodedOf(uri);
    let resultId = this.ids.get(items);
    if (resultId === undefined) {
      this.last++;
      resultId = String(this.last);
      this.ids.set(items, resultId);
    }
    return { items, resultId };
  }

  private encodedOf(uri: string): readonly Diagnostic[] {
    const items = this.service.linter.diagnostics(uri);
    if (this.encoding.unit === 'utf-16') return items;
    const key = canonicalUri(uri);
    const before = this.encoded.get(key);
    const fresh = this.encoding.outgoing(items, uri);
    if (!this.service.note(uri)) this.encoded.delete(key);
    else if (before && JSON.stringify(before) === JSON.stringify(fresh)) return before;
    else this.encoded.set(key, fresh);
    return fresh;
  }
}
