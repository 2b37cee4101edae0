/**
 * The words of a note as the passages engine compares them: Unicode-normalised (NFKC), in lower case, with straight
 * apostrophes; punctuation, line breaks, invisible characters and URLs vanish. In scripts that are written without
 * spaces each character is a word of its own, counted as half a word.
 */
import type { TextRange } from '../syntax/textRange';
import type { PassageText } from './passageText';

/** The words of one note, in the order of the text. All arrays have one entry a word. */
export interface Words {
  readonly count: number;
  /** UTF-16 offsets into the note. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 32-bit hash of the normalised word. */
  readonly hashes: Int32Array;
  /** 1 where no passage may run on from the word before. */
  readonly breaks: Uint8Array;
  /** Half words: 2 for a word, 1 for a character of an unspaced script. */
  readonly units: Uint8Array;
  /** 1 where the word is declared as somebody else's: in a `>` quotation, or in one of more than a few words. */
  readonly quoted: Uint8Array;
}

/** With the mark that lengthens a kana, which belongs to no script. */
const UNSPACED =
  '[\\u30fc\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const LETTER = `[[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]`;
/** Soft hyphens, zero-width spaces and the like: what pasting leaves inside words. */
const INVISIBLE = '\\p{Cf}';
/** Group 1: a URL, which is no word; group 2: a character of an unspaced script; otherwise a word. */
const WORD = new RegExp(
  `((?:https?://|www\\.)[^\\s]+)|(${UNSPACED}\\p{M}*)|${LETTER}+(?:(?:${INVISIBLE}+|['’ʼ])${LETTER}+)*`,
  'giv',
);
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');

/**
 * Half words up to which words in quotation marks are no declared quotation, but a name or a doubt about a word: half
 * of the shortest passage, so that of a passage with such a quotation at least half is the writer's own.
 */
const SCARE_QUOTES = 8;

/** Splits passages into words. Cost: linear. */
export function wordsOf(text: string, passages: readonly PassageText[]): Words {
  const builder = new WordsBuilder(text);
  for (const passage of passages) builder.addPassage(passage);
  return builder.done();
}

class WordsBuilder {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly hashes: number[] = [];
  private readonly breaks: number[] = [];
  private readonly units: number[] = [];
  private readonly quoted: number[] = [];

  constructor(private readonly text: string) {}

  addPassage(passage: PassageText): void {
    const first = this.starts.length;
    for (const piece of passage.pieces) {
      // Slicing keeps the search inside the piece: one without words must not cost a walk to the next word.
      for (const match of this.text.slice(piece.start, piece.end).matchAll(WORD)) {
        if (match[1] !== undefined) continue;
        const start = piece.start + match.index;
        const breaks = this.starts.length === first;
        this.add({ start, end: start + match[0].length }, match[2] === undefined ? 2 : 1, passage.quoted, breaks);
      }
    }
    this.declare(passage.quotations, first);
  }

  /** Marks the words in quotations, from the word `at` on, as declared. */
  private declare(quotations: readonly TextRange[], at: number): void {
    for (const { start, end } of quotations) {
      while ((this.starts[at] ?? Infinity) < start) at++;
      const from = at;
      let units = 0;
      for (; (this.starts[at] ?? Infinity) < end; at++) units += this.units[at] as number;
      if (units > SCARE_QUOTES) this.quoted.fill(1, from, at);
    }
  }

  private add(range: TextRange, units: number, quoted: boolean, breaks: boolean): void {
    this.starts.push(range.start);
    this.ends.push(range.end);
    this.hashes.push(wordHash(this.text, range));
    this.breaks.push(breaks ? 1 : 0);
    this.units.push(units);
    this.quoted.push(quoted ? 1 : 0);
  }

  done(): Words {
    return {
      count: this.starts.length,
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
      hashes: Int32Array.from(this.hashes),
      breaks: Uint8Array.from(this.breaks),
      units: Uint8Array.from(this.units),
      quoted: Uint8Array.from(this.quoted),
    };
  }
}

/** FNV-1a over the UTF-16 units of the normalised word. ASCII words are folded as they are read. */
function wordHash(text: string, { start, end }: TextRange): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code === 0x2019 || code === 0x02bc) code = APOSTROPHE;
    if (code > 127) return hashOf(normalised(text.slice(start, end)));
    if (code >= 65 && code <= 90) code += 32;
    hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return hash;
}

function normalised(word: string): string {
  return word.replace(ALL_INVISIBLE, '').normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'");
}

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

const APOSTROPHE = 39;
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
