/**
 * The words of a note as the passages engine compares them: Unicode-normalised (NFKC), in lower case, with straight
 * apostrophes; punctuation, line breaks, invisible characters, HTML tags and URLs vanish. In scripts that are written without
 * spaces each character is a word of its own, counted as half a word.
 */
import type { TextRange } from '../syntax/textRange';
import { CHARACTER, classOf, classOfPair } from './characters';
import { markupEnd } from './htmlMarkup';

/** What is known of a word beside its letters: bits of `Words.flags`. */
export const FLAG = {
  /** No passage may run on from the word before. */
  breaks: 1,
  /** Declared as somebody else's: in a `>` quotation, or in one of more than a few words in quotation marks. */
  quoted: 2,
  /** A character of an unspaced script, which counts as half a word. */
  half: 4,
  /** A sentence begins with it. */
  sentence: 8,
  /** A paragraph or a statement begins with it. */
  paragraph: 16,
} as const;

/** The words of one note, or of a stretch of it, in the order of the text. The arrays have one entry a word, at least. */
export interface Words {
  readonly count: number;
  /** UTF-16 offsets into the note. Where a word ends, `wordEnd` tells. */
  readonly starts: Int32Array;
  /** 32-bit hash of the normalised word. */
  readonly hashes: Int32Array;
  /** Bits of `FLAG`. */
  readonly flags: Uint8Array;
}

/** Words to which others are added. The arrays are longer than `count`; `done` gives them without the rest. */
export class WordList implements Words {
  count = 0;
  starts: Int32Array;
  hashes: Int32Array;
  flags: Uint8Array;
  /** UTF-16 units of each word. */
  lengths: Int32Array;

  /** @param capacity words that are expected; more may come */
  constructor(capacity = 256) {
    this.starts = new Int32Array(capacity);
    this.hashes = new Int32Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.lengths = new Int32Array(capacity);
  }

  add(start: number, hash: number, flags: number, length: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.hashes[this.count] = hash;
    this.flags[this.count] = flags;
    this.lengths[this.count] = length;
    this.count++;
  }

  /** A copy that holds nothing but the words. */
  done(): Words {
    const { count } = this;
    return {
      count,
      starts: this.starts.slice(0, count),
      hashes: this.hashes.slice(0, count),
      flags: this.flags.slice(0, count),
    };
  }

  /** Some of the words in a row. They hold as long as none is added. */
  part(from: number, to: number): Words {
    return {
      count: to - from,
      starts: this.starts.subarray(from, to),
      hashes: this.hashes.subarray(from, to),
      flags: this.flags.subarray(from, to),
    };
  }

  private grow(): void {
    const { starts, hashes, flags, lengths } = this;
    const length = Math.ceil(1.5 * starts.length) + 16;
    this.starts = new Int32Array(length);
    this.hashes = new Int32Array(length);
    this.flags = new Uint8Array(length);
    this.lengths = new Int32Array(length);
    this.starts.set(starts);
    this.hashes.set(hashes);
    this.flags.set(flags);
    this.lengths.set(lengths);
  }
}

/** Reads the words of a text one piece after the other. */
export class WordReader {
  /** Flags that the next word gets, whenever it comes. */
  next = 0;
  /** Whether a quotation mark was met since this was last set to false. */
  metQuotationMark = false;
  /** 1 when a sentence has ended with a stop, 2 when white space has followed. */
  private ended = 0;
  private quoted = 0;

  /** @param words is given what is read */
  constructor(
    private readonly text: string,
    private readonly words: WordList,
  ) {}

  /**
   * Reads one piece of a line.
   * @param quoted `FLAG.quoted` where the words are declared as somebody else's, otherwise 0
   */
  read(start: number, end: number, quoted: number): void {
    const { text } = this;
    this.quoted = quoted;
    // The end of a line is white space.
    if (this.ended === 1) this.ended = 2;
    for (let at = start; at < end; ) {
      const unit = text.charCodeAt(at);
      if (unit < 128 && FOLDED[unit] !== 0) at = this.word(at, end);
      else if (unit === SPACE) {
        if (this.ended !== 0) this.ended = 2;
        at++;
      } else at = this.other(unit, at, end);
    }
  }

  /** Reads what is neither a letter of ASCII nor a space. */
  private other(unit: number, at: number, end: number): number {
    const kind = classOf(unit);
    if (isWordly(kind)) return this.word(at, end);
    if (kind === CHARACTER.space) this.ended = this.ended === 0 ? 0 : 2;
    else if (kind === CHARACTER.stop) this.ended = 1;
    else if (kind === CHARACTER.quotationMark) this.metQuotationMark = true;
    else if (unit === LESS_THAN || unit === AMPERSAND) return markupEnd(this.text, at, end);
    return at + 1;
  }

  /**
   * Reads the word, or passes over the address or the half character, that stands at an offset. Words of ASCII are
   * folded as they are read.
   */
  private word(start: number, limit: number): number {
    const { text } = this;
    let hash = FNV_OFFSET;
    let at = start;
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return this.unusualWord(start, limit);
      const folded = FOLDED[unit] as number;
      if (folded === 0 && (unit !== APOSTROPHE || !this.isInWord(at, start, limit))) break;
      hash = Math.imul(hash ^ (folded || APOSTROPHE), FNV_PRIME);
    }
    return this.end(start, at, limit, hash, 0);
  }

  /** Whether an apostrophe stands between letters. */
  private isInWord(at: number, start: number, limit: number): boolean {
    return at > start && at + 1 < limit && isWordly(classOf(this.text.charCodeAt(at + 1)));
  }

  /** A word with more than ASCII in it, or no word at all. */
  private unusualWord(start: number, limit: number): number {
    const { text } = this;
    const end = wordEnd(text, start, limit);
    if (end === start) return start + 1;
    const half = isUnspacedAt(text, start) ? FLAG.half : 0;
    return this.end(start, end, limit, hashOf(normalised(text.slice(start, end))), half);
  }

  private end(start: number, end: number, limit: number, hash: number, half: number): number {
    if (isAddress(this.text, start, end)) return addressEnd(this.text, end, limit);
    const sentence = this.ended === 2 ? FLAG.sentence : 0;
    this.words.add(start, hash, this.next | this.quoted | sentence | half, end - start);
    this.next = 0;
    this.ended = 0;
    return end;
  }
}

/** Whether a word, or what may be one, begins with a character of a class. */
function isWordly(kind: number): boolean {
  return kind === CHARACTER.letter || kind === CHARACTER.unspaced || kind >= CHARACTER.surrogate;
}

/**
 * Where the word that begins at an offset ends. It ends with a letter: an apostrophe or invisible characters belong to
 * it only before another.
 * @param limit where the text of the note, or the piece of it, ends
 * @returns the offset itself where no word begins. Cost: linear in the word.
 */
export function wordEnd(text: string, start: number, limit = text.length): number {
  if (isUnspacedAt(text, start)) return marksEnd(text, start + widthAt(text, start), limit);
  let end = start;
  for (let at = start; at < limit; ) {
    const width = widthAt(text, at);
    if (isLetterAt(text, at)) {
      at += width;
      end = at;
      continue;
    }
    const joint = at > start ? jointEnd(text, at, limit) : at;
    if (joint === at || joint >= limit || !isLetterAt(text, joint)) break;
    at = joint;
  }
  return end;
}

/** Where the words `[at, end)` of a text stand. There must be one. */
export function rangeOfWords(text: string, { starts }: Words, at: number, end: number): TextRange {
  return { start: starts[at] as number, end: wordEnd(text, starts[end - 1] as number) };
}

/** Behind one apostrophe, or behind invisible characters; the offset itself where neither stands. */
function jointEnd(text: string, at: number, limit: number): number {
  if (kindAt(text, at) === CHARACTER.apostrophe) return at + 1;
  let next = at;
  while (next < limit && kindAt(text, next) === CHARACTER.invisible) next += widthAt(text, next);
  return next;
}

function marksEnd(text: string, at: number, limit: number): number {
  let next = at;
  while (next < limit && isMarkAt(text, next)) next += widthAt(text, next);
  return next;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = classOf(unit);
  return kind === CHARACTER.surrogate ? classOfPair(unit, text.charCodeAt(at + 1)) : kind;
}

/** UTF-16 units of the character at an offset. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isLetterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === CHARACTER.letter || kind === CHARACTER.mark;
}

function isUnspacedAt(text: string, at: number): boolean {
  return kindAt(text, at) === CHARACTER.unspaced;
}

/** The marks of unspaced scripts are of the class of their script. */
function isMarkAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === CHARACTER.mark || (kind === CHARACTER.unspaced && /\p{M}/u.test(text.charAt(at)));
}

/** Whether the letters from `start` to `end` begin a web address. */
function isAddress(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 3 || length > 5) return false;
  const next = text.charCodeAt(end);
  if (next !== COLON && next !== DOT) return false;
  return /^(?:https?:\/\/|www\.)[^\s]/i.test(text.slice(start, end + 4));
}

function addressEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && classOf(text.charCodeAt(at)) !== CHARACTER.space) at++;
  return at;
}

function normalised(word: string): string {
  return word
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'");
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** Letters and digits of ASCII in lower case; 0 for what is neither. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

const APOSTROPHE = 39;
const SPACE = 32;
const DOT = 46;
const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
const COLON = 58;
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
