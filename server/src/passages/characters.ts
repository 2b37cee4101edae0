/** What a character is to the words of a passage. */
export const CHARACTER = {
  /** Punctuation, white space, symbols: stands between words. */
  other: 0,
  letter: 1,
  /** A character of a script that is written without spaces: a word of its own. */
  unspaced: 2,
  /** Soft hyphens, zero-width spaces and the like: what pasting leaves inside words. */
  invisible: 3,
  apostrophe: 4,
  /** Ends a sentence, if white space follows. */
  stop: 5,
  /** White space. */
  space: 6,
  /** Opens or closes a quotation. */
  quotationMark: 7,
  /** Half of a character beyond the first 65,536: which, is to be asked of the whole. */
  surrogate: 8,
  /** A mark that belongs to the letter before it, or to a character of an unspaced script. */
  mark: 9,
} as const;

type CharacterClass = (typeof CHARACTER)[keyof typeof CHARACTER];

/** With the mark that lengthens a kana, which belongs to no script. */
const UNSPACED =
  /[\u30fc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Classes by UTF-16 unit, worked out page by page: a debate uses few of the 256 pages. */
const classes = new Uint8Array(0x10000);
const isPageKnown = new Uint8Array(0x100);

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  const page = unit >> 8;
  if (isPageKnown[page] === 0) fillPage(page);
  return classes[unit] as number;
}

/** The class of a character that is written as two units; `other` for half of one. */
export function classOfPair(high: number, low: number): CharacterClass {
  const isPair = high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
  return isPair ? workedOut(String.fromCharCode(high, low)) : CHARACTER.other;
}

function fillPage(page: number): void {
  isPageKnown[page] = 1;
  for (let unit = page << 8; unit < (page + 1) << 8; unit++) {
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    classes[unit] = isHalf ? CHARACTER.surrogate : workedOut(String.fromCharCode(unit));
  }
}

function workedOut(character: string): CharacterClass {
  if (/['’ʼ]/.test(character)) return CHARACTER.apostrophe;
  if (UNSPACED.test(character)) return CHARACTER.unspaced;
  if (/\p{M}/u.test(character)) return CHARACTER.mark;
  if (/[\p{L}\p{N}]/u.test(character)) return CHARACTER.letter;
  if (/\p{Cf}/u.test(character)) return CHARACTER.invisible;
  if (/["“”„«»「」『』]/.test(character)) return CHARACTER.quotationMark;
  if (/[.!?…。！？]/.test(character)) return CHARACTER.stop;
  return /\s/.test(character) ? CHARACTER.space : CHARACTER.other;
}
