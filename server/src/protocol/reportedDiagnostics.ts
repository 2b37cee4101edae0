import type { Diagnostic } from 'vscode-languageserver';
import type { LanguageService } from '../service';
import { hash } from '../syntax/hash';
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
  /** What was reported of notes that rest, by canonical URI. */
  private readonly resting = new Map<string, { readonly resultId: string; readonly digest: string }>();
  private last = 0;

  constructor(
    private readonly service: LanguageService,
    private readonly encoding: PositionEncoding,
  ) {}

  of(uri: string): Reported {
    const items = this.encodedOf(uri);
    let resultId = this.ids.get(items);
    if (resultId === undefined) {
      const known = this.resting.get(canonicalUri(uri));
      resultId = known?.digest === digestOf(items) ? known.resultId : String(++this.last);
      this.ids.set(items, resultId);
    }
    return { items, resultId };
  }

  /** The id of what `of` would return for a note that rests; null where that is to be worked out. */
  ofResting(uri: string): string | null {
    const known = this.resting.get(canonicalUri(uri));
    return known && this.service.linter.isCurrent(uri) ? known.resultId : null;
  }

  /** Lets go of the diagnostics of a note that nobody has open, and of all else that can be worked out again. */
  rest(uri: string, { items, resultId }: Reported): void {
    const key = canonicalUri(uri);
    this.resting.set(key, { resultId, digest: digestOf(items) });
    this.encoded.delete(key);
    this.service.rest(uri);
  }

  /** Nothing need be known any more of notes that are gone. */
  forget(isThere: (key: string) => boolean): void {
    for (const key of this.resting.keys()) if (!isThere(key)) this.resting.delete(key);
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

/** The same for equal lists and, but by chance, for no others. */
function digestOf(items: readonly Diagnostic[]): string {
  return hash(JSON.stringify(items));
}
