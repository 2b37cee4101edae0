/**
 * The text that a value in LaTeX shows, near enough to be listed and searched: accents and letters are put together,
 * commands and braces left out. Hovers and references take the exact text from citation-js; this one is for ten
 * thousand titles at a time. Cost: linear.
 */
export function plainTex(value: string): string {
  MARK.lastIndex = 0;
  let mark = MARK.exec(value);
  if (!mark) return value.trim();
  let text = '';
  let copied = 0;
  for (; mark; mark = MARK.exec(value)) {
    text += value.slice(copied, mark.index);
    const meant =
      mark[0] === '\\' ? command(value, mark.index) : { text: MEANINGS[mark[0]] ?? '', end: MARK.lastIndex };
    text += meant.text;
    copied = meant.end;
    MARK.lastIndex = copied;
  }
  return (text + value.slice(copied)).replace(/\s{2,}/g, ' ').trim();
}

/** What does not stand for itself. */
const MARK = /[\\{}$~\t\r\n]|---?|``|''| {2}/g;

const MEANINGS: Readonly<Record<string, string>> = {
  '~': ' ',
  '\t': ' ',
  '\r': ' ',
  '\n': ' ',
  '  ': ' ',
  '--': '–',
  '---': '—',
  '``': '"',
  "''": '"',
};

/** What a command stands for, and where the value goes on behind it. */
function command(value: string, at: number): { text: string; end: number } {
  ACCENT.lastIndex = at;
  const accent = ACCENT.exec(value);
  if (accent) {
    const letter = (accent[2] ?? accent[3] ?? '').replace('\\', '');
    return { text: (letter + (COMBINING[accent[1] ?? ''] ?? '')).normalize('NFC'), end: ACCENT.lastIndex };
  }
  LETTER.lastIndex = at;
  const letter = LETTER.exec(value);
  if (letter) return { text: LETTERS[letter[1] ?? ''] ?? '', end: LETTER.lastIndex };
  const next = value.charAt(at + 1);
  if (/[&%$#_]/.test(next)) return { text: next, end: at + 2 };
  NAME.lastIndex = at;
  return NAME.test(value) ? { text: ' ', end: NAME.lastIndex } : { text: '', end: at + 1 };
}

/** `\"o`, `\"{o}`, `\v s`, `\v{s}`, `\'{\i}`, `\'\i`; the letter may be any. */
const ACCENT =
  /\\(["'`^~=.]|[uvHtcdbkr](?![a-zA-Z]))\s{0,3}(?:\{\s{0,3}(\\?\p{L}|\\[ij])\s{0,3}\}|(\\[ij](?![a-zA-Z])|\p{L}))/uy;
const LETTER = /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|dj|DJ|th|TH|ng|NG)(?![a-zA-Z])(?:\{\}|\s{0,3})/y;
const NAME = /\\[a-zA-Z]+\*?\s*|\\[^{}]/y;

const COMBINING: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  t: '\u0361',
  c: '\u0327',
  d: '\u0323',
  b: '\u0331',
  k: '\u0328',
  r: '\u030a',
};

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
};
