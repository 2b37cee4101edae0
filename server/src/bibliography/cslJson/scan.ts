import type { TextRange } from '../../syntax/textRange';

/** The objects of a list, and whether the text goes on to the end of the last and of the list. */
export interface ObjectScan {
  readonly objects: readonly TextRange[];
  readonly isWhole: boolean;
}

/**
 * Finds the objects of the outermost list of a JSON text, by brackets and strings alone. The list may be the value of a
 * member (`{"items": […]}`). An object without an end ends where the next record begins, so that it costs only itself.
 * Cost: linear.
 */
export function scanObjects(text: string): ObjectScan {
  return new ObjectScanner(text).scan();
}

/** What a record begins with. Objects inside of one may begin so, too: Crossref names funders by ids. */
const RECORD = /\{\s*"(?:id|type|citation-key)"\s*:/y;

class ObjectScanner {
  private readonly objects: TextRange[] = [];
  private depth = 0;
  /** The depth of what stands in the list; -1 before the list. */
  private listDepth = -1;
  private start = 0;
  private isOver = false;
  /** The character before this one, white space left out. */
  private before = -1;
  /** For every list around this place, by its depth, whether its objects begin as records do. */
  private readonly hasRecords: boolean[] = [];

  constructor(private readonly text: string) {}

  scan(): ObjectScan {
    const { text } = this;
    for (let at = 0; at < text.length && !this.isOver; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) at = stringEnd(text, at);
      else if (code === LEFT_BRACE || code === LEFT_BRACKET) this.open(at, code === LEFT_BRACE);
      else if (code === RIGHT_BRACE || code === RIGHT_BRACKET) this.close(at, code === RIGHT_BRACE);
      if (code > SPACE) this.before = code;
    }
    return { objects: this.objects, isWhole: this.isOver || text.trim() === '' };
  }

  private open(at: number, isObject: boolean): void {
    if (!isObject && this.listDepth === -1) this.listDepth = this.depth + 1;
    else if (isObject && this.listDepth !== -1) {
      if (this.depth > this.listDepth && this.isNextRecord(at)) {
        this.objects.push({ start: this.start, end: at });
        this.depth = this.listDepth;
      }
      if (this.depth === this.listDepth) this.start = at;
    }
    this.depth++;
    if (!isObject) this.hasRecords[this.depth] = false;
  }

  /**
   * Whether what begins inside of a record is the next one: it begins as one, and stands where the record can have no
   * such object. It can as a value, and in a list of such objects.
   */
  private isNextRecord(at: number): boolean {
    RECORD.lastIndex = at;
    if (!RECORD.test(this.text) || this.before === COLON) return false;
    if (this.before === LEFT_BRACKET) this.hasRecords[this.depth] = true;
    return !this.hasRecords[this.depth];
  }

  private close(at: number, isObject: boolean): void {
    if (this.depth === this.listDepth) {
      // A brace too many changes nothing.
      if (!isObject) this.isOver = true;
      return;
    }
    this.depth--;
    if (isObject && this.depth === this.listDepth) this.objects.push({ start: this.start, end: at + 1 });
  }
}

/** Offset of the quotation mark that ends a string, of the line's end where it does not end, or the end of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE || code === LINE_FEED) return at;
  }
  return text.length;
}

const LINE_FEED = 10;
const SPACE = 32;
const QUOTE = 34;
const COLON = 58;
const LEFT_BRACKET = 91;
const BACKSLASH = 92;
const RIGHT_BRACKET = 93;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
