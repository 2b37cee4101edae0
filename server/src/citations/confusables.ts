import { unicodeHost } from './punycode';

/**
 * The ASCII letters that a host name looks like: `аrxiv.org` with a Cyrillic а, its `xn--` form, `árxiv.org` and
 * fullwidth letters all give `arxiv.org`. Letters that resemble no ASCII letter stay as they are. The idea is that of
 * Unicode Technical Standard 39, section 4; the table holds only what can occur in the names of known hosts.
 */
export function skeleton(host: string): string {
  // What is written in ASCII looks like itself.
  if (!/[^\0-\x7f]|xn--/i.test(host)) return host.toLowerCase();
  const plain = unicodeHost(host.toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, '');
  return Array.from(plain, (character) => LOOKS_LIKE.get(character) ?? character)
    .join('')
    .toLowerCase();
}

/** Lower-case letters after the ASCII letter they look like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'ЬьƄƅв',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еҽє',
  f: 'ғſ',
  g: 'ɡցɢ',
  h: 'һհн',
  i: 'іıιɩɪӏℹ',
  j: 'јϳ',
  l: 'ⅼłⵏ',
  m: 'мⅿ',
  n: 'пողη',
  o: 'оοօσөø',
  p: 'рρ',
  q: 'ԛ',
  r: 'гᴦⲅʀ',
  u: 'υսцʋ',
  v: 'ѵνᴠ',
  w: 'ԝѡաᴡ',
  x: 'хχ×ҳ',
  k: 'кκ',
  s: 'ѕꜱ',
  t: 'тτ',
  y: 'уγү',
  z: 'ᴢ',
};

const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([letter, others]) => Array.from(others, (other) => [other, letter])),
);
