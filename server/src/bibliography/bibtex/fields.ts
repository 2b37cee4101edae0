/** Reads the fields between the brackets of an entry or an `@string`. */

/** A piece of a value: what stands in braces or quotation marks, or a number or name without them. UTF-16 offsets. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** True for the name of an `@string`. */
  readonly isName: boolean;
}

export interface Field {
  /** Lower case. */
  readonly name: string;
  readonly pieces: readonly Piece[];
}

export interface FieldsRead {
  readonly fields: readonly Field[];
  /** The first thing that is not as it should be; null for nothing. */
  readonly fault: string | null;
}

/**
 * Reads fields `name = value, …`, values being joined by `#`. Where a field is broken, the next one is looked for, so
 * that it costs only itself; a value without an end is the last, and so is the thousandth field. Cost: linear in `end - start`.
 * @param wanted names of the fields to return; all where it is left out
 */
export function readFields(text: string, start: number, end: number, wanted?: ReadonlySet<string>): FieldsRead {
  return new FieldReader(text, start, end, wanted).all();
}

/** More than any entry has: a file that holds something else must not be taken apart comma by comma. */
const MOST_FIELDS = 1000;

const NAME = /[^\s"#%'(),={}]+/y;

class FieldReader {
  private readonly fields: Field[] = [];
  private fault: string | null = null;
  private read = 0;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
    private readonly wanted?: ReadonlySet<string>,
  ) {}

  all(): FieldsRead {
    while (this.skipCommas()) {
      this.read++;
      if (this.read > MOST_FIELDS) {
        this.complain(`it has more than ${MOST_FIELDS} fields`);
        break;
      }
      const name = this.word();
      if (name === '') {
        this.complain(`${JSON.stringify(this.text.charAt(this.at))} stands where a field should begin`);
        this.recover();
      } else if (this.codeAfterSpace() !== EQUALS) {
        this.complain(`the field ${name} has no value`);
        this.recover();
      } else {
        this.at++;
        this.field(name.toLowerCase());
      }
    }
    return { fields: this.fields, fault: this.fault };
  }

  /** Passes over spaces and commas. @returns whether anything follows */
  private skipCommas(): boolean {
    while (this.codeAfterSpace() === COMMA) this.at++;
    return this.at < this.end;
  }

  /** The character behind any spaces; -1 at the end. */
  private codeAfterSpace(): number {
    while (this.at < this.end && isSpace(this.text.charCodeAt(this.at))) this.at++;
    return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  private word(): string {
    NAME.lastIndex = this.at;
    const [taken = ''] = NAME.exec(this.text) ?? [];
    const start = this.at;
    this.at = Math.min(start + taken.length, this.end);
    return taken.slice(0, this.at - start);
  }

  private field(name: string): void {
    const pieces: Piece[] = [];
    const isWanted = this.wanted?.has(name) ?? true;
    do {
      const piece = this.piece();
      if (piece === null) {
        this.complain(`the value of ${name} has no end`);
        this.at = this.end;
        return;
      }
      if (isWanted) pieces.push(piece);
    } while (this.codeAfterSpace() === HASH && ++this.at > 0);
    if (isWanted) this.fields.push({ name, pieces });
    if (this.at < this.end && this.codeAfterSpace() !== COMMA) this.complain(`a comma is missing behind ${name}`);
  }

  private piece(): Piece | null {
    const first = this.codeAfterSpace();
    if (first === LEFT_BRACE || first === QUOTE) return this.delimited(first === QUOTE ? QUOTE : RIGHT_BRACE);
    const start = this.at;
    const word = this.word();
    return word === '' ? null : { start, end: this.at, isName: !/^-?\d+$/.test(word) };
  }

  private delimited(closing: number): Piece | null {
    const { text, end } = this;
    const start = this.at + 1;
    let depth = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === closing && depth === 0) {
        this.at = at + 1;
        return { start, end: at, isName: false };
      }
      if (code === LEFT_BRACE) depth++;
      else if (code === RIGHT_BRACE) depth--;
    }
    return null;
  }

  /** Goes to the next line or comma, where another field may begin. */
  private recover(): void {
    BREAK.lastIndex = this.at;
    const found = BREAK.exec(this.text);
    this.at = found ? Math.min(found.index + 1, this.end) : this.end;
  }

  private complain(reason: string): void {
    this.fault ??= reason;
  }
}

const BREAK = /[,\n]/g;

function isSpace(code: number): boolean {
  return code <= SPACE || (code >= NO_BREAK_SPACE && OTHER_SPACE.test(String.fromCharCode(code)));
}

const OTHER_SPACE = /\s/;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const COMMA = 44;
const EQUALS = 61;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const NO_BREAK_SPACE = 160;
