/** Width of a text in some face, in units of the map. */
export type Measure = (text: string) => number;

/** Remembers widths: texts are made of the same words again and again. */
export function remembered(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      width = measure(text);
      known.set(text, width);
    }
    return width;
  };
}

/**
 * Breaks a text into lines at its spaces, and words that are too long for a line, such as addresses and scripts without
 * spaces, between characters. Where there are more lines than fit, the last one ends in an ellipsis. Cost: linear in what
 * fits, and in its longest word.
 * @param measure is asked for single words and characters only, so that their widths can be remembered
 */
export function wrap(text: string, width: number, mostLines: number, measure: Measure): string[] {
  const wrapper = new Wrapper(width, mostLines, measure);
  for (const [word] of text.matchAll(/\S+/gu)) if (!wrapper.add(word)) break;
  return wrapper.done();
}

/** A text on one line that fits into a width, cut and with an ellipsis where it has to be. */
export function cut(text: string, width: number, measure: Measure): string {
  let used = 0;
  for (const character of charactersOf(text)) used += measure(character);
  return used <= width ? text : withEllipsis(text, width, measure);
}

class Wrapper {
  private readonly lines: string[] = [];
  private line = '';
  private used = 0;
  private readonly space: number;

  constructor(
    private readonly width: number,
    private readonly mostLines: number,
    private readonly measure: Measure,
  ) {
    this.space = measure(' ');
  }

  /** @returns whether there is room for more */
  add(word: string): boolean {
    const width = this.measure(word);
    if (this.used > 0 && this.used + this.space + width <= this.width) {
      this.line += ` ${word}`;
      this.used += this.space + width;
      return true;
    }
    if (this.used > 0) this.endLine();
    if (width > this.width) this.addLong(word);
    else this.begin(word, width);
    return this.lines.length <= this.mostLines;
  }

  done(): string[] {
    if (this.used > 0) this.endLine();
    if (this.lines.length <= this.mostLines) return this.lines;
    const kept = this.lines.slice(0, this.mostLines);
    kept.push(withEllipsis(kept.pop() ?? '', this.width, this.measure));
    return kept;
  }

  private begin(text: string, width: number): void {
    this.line = text;
    this.used = width;
  }

  private endLine(): void {
    this.lines.push(this.line);
    this.begin('', 0);
  }

  private addLong(word: string): void {
    for (const character of charactersOf(word)) {
      const width = this.measure(character);
      if (this.used > 0 && this.used + width > this.width) this.endLine();
      if (this.lines.length > this.mostLines) return;
      this.begin(this.line + character, this.used + width);
    }
  }
}

function withEllipsis(line: string, width: number, measure: Measure): string {
  const room = width - measure('…');
  let kept = '';
  let used = 0;
  for (const character of charactersOf(line)) {
    used += measure(character);
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as readers see them: letters with their marks, and signs that are put together of several. */
function charactersOf(text: string): Iterable<string> {
  // Finding out what belongs together is dear, and in most texts there is nothing to find.
  return /^[ -~]*$/.test(text) ? text : Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}
