import type { ClientCapabilities, Position } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { EncodedText, type LinesOf } from './encodedText';
import type { CharacterUnit } from './lineUnits';
import { encodeTokens } from './tokens';
import { convertPositions } from './walk';

/** A text that positions are in, and its lines. While the text is the same it is the same object. */
export interface PlacedText {
  readonly text: string;
  readonly lines: LinesOf;
}

const KNOWN: readonly CharacterUnit[] = ['utf-8', 'utf-16', 'utf-32'];

/** The unit that client and server count characters in: the first of the client's that there is (LSP 3.17). */
export function negotiate({ general }: ClientCapabilities): CharacterUnit {
  return general?.positionEncodings?.flatMap((wanted) => KNOWN.find((known) => known === wanted) ?? [])[0] ?? 'utf-16';
}

/**
 * Converts what a client says and is told between its unit and UTF-16, which is all that the server knows within. A
 * client that counts in UTF-16 costs nothing: everything is passed on as it is. Otherwise the cost is linear in the
 * message and in the lines it is about; what is known of the lines of a text is kept as long as the text.
 */
export class PositionEncoding {
  unit: CharacterUnit = 'utf-16';
  private readonly encoded = new WeakMap<PlacedText, EncodedText>();

  /** @param textOf the text that the positions of a document are in; null for a document that is not known */
  constructor(private readonly textOf: (uri: string) => PlacedText | null) {}

  /** What the client has sent, in UTF-16. @param uri of the document that it is about, where it does not say so itself */
  incoming<T>(value: T, uri: string | null): T {
    if (this.unit === 'utf-16') return value;
    return convertPositions(value, uri, (position, of) => this.of(of)?.fromClient(position) ?? position);
  }

  /** What the client is sent, in its unit. @param uri of the document that it is about, where it does not say so itself */
  outgoing<T>(value: T, uri: string | null): T {
    if (this.unit === 'utf-16') return value;
    return convertPositions(value, uri, (position, of) => this.toClient(position, of));
  }

  /** Semantic tokens, which are numbers and no positions. */
  outgoingTokens(data: readonly number[], uri: string): readonly number[] {
    if (this.unit === 'utf-16') return data;
    return encodeTokens(data, (position) => this.toClient(position, uri));
  }

  /** Applies the edits of a client to a document; each is of the text that those before have left. */
  edited(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
    const { unit } = this;
    if (unit === 'utf-16') return TextDocument.update(document, changes, version);
    for (const change of changes) {
      const text = new EncodedText(document.getText(), linesOf(document), unit);
      const inUtf16 =
        'range' in change
          ? { range: both(change.range, (position) => text.fromClient(position)), text: change.text }
          : change;
      TextDocument.update(document, [inUtf16], version);
    }
    return changes.length > 0 ? document : TextDocument.update(document, [], version);
  }

  private toClient(position: Position, uri: string): Position {
    return this.of(uri)?.toClient(position) ?? position;
  }

  private of(uri: string): EncodedText | null {
    const { unit } = this;
    const placed = this.textOf(uri);
    if (!placed || unit === 'utf-16') return null;
    let encoded = this.encoded.get(placed);
    if (!encoded) {
      encoded = new EncodedText(placed.text, placed.lines, unit);
      this.encoded.set(placed, encoded);
    }
    return encoded;
  }
}

function both({ start, end }: { start: Position; end: Position }, convert: (position: Position) => Position) {
  return { start: convert(start), end: convert(end) };
}

/** The lines of a document, of which it keeps count itself. */
function linesOf(document: TextDocument): LinesOf {
  const text = document.getText();
  const start = (line: number) => document.offsetAt({ line, character: 0 });
  return {
    count: document.lineCount,
    start,
    end: (line) => {
      let end = line + 1 < document.lineCount ? start(line + 1) : text.length;
      if (line + 1 < document.lineCount) {
        if (text[end - 1] === '\n') end--;
        if (text[end - 1] === '\r' && end > start(line)) end--;
      }
      return end;
    },
  };
}
