/** Decodes the `xn--` form of host names (Punycode, RFC 3492), to see what a reader sees in an address bar. */

/** The host name with its `xn--` labels decoded. A label that is not valid Punycode stays as it is. */
export function unicodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');
}

/** A DNS label has at most 63 bytes (RFC 1035); the bound also keeps the insertions below cheap. */
const LONGEST_LABEL = 63;

/** RFC 3492, section 6.2. Null when `encoded` is not valid. */
function decodeLabel(encoded: string): string | null {
  if (encoded.length > LONGEST_LABEL) return null;
  const basicLength = Math.max(encoded.lastIndexOf('-'), 0);
  const output = Array.from(encoded.slice(0, basicLength), (character) => character.charCodeAt(0));
  let position = basicLength > 0 ? basicLength + 1 : 0;
  let codePoint = INITIAL_CODE_POINT;
  let bias = INITIAL_BIAS;
  let index = 0;
  while (position < encoded.length) {
    const delta = readInteger(encoded, position, bias);
    if (delta === null) return null;
    const length = output.length + 1;
    bias = adapt(delta.value, length, index === 0 && codePoint === INITIAL_CODE_POINT);
    index += delta.value;
    codePoint += Math.floor(index / length);
    if (codePoint > 0x10ffff) return null;
    index %= length;
    output.splice(index, 0, codePoint);
    index++;
    position = delta.end;
  }
  return String.fromCodePoint(...output);
}

/** One variable-length integer, its digits least significant first. */
function readInteger(encoded: string, start: number, bias: number): { value: number; end: number } | null {
  let value = 0;
  let weight = 1;
  for (let position = start, k = BASE; position < encoded.length; position++, k += BASE) {
    const digit = Number.parseInt(encoded.charAt(position), 36);
    if (Number.isNaN(digit)) return null;
    // Base 36 of JavaScript begins with the digits, Punycode's with the letters.
    const rank = digit < 10 ? digit + 26 : digit - 10;
    value += rank * weight;
    if (value > Number.MAX_SAFE_INTEGER) return null;
    const threshold = Math.min(Math.max(k - bias, LOWEST_THRESHOLD), HIGHEST_THRESHOLD);
    if (rank < threshold) return { value, end: position + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - LOWEST_THRESHOLD) * HIGHEST_THRESHOLD) / 2) {
    rest = Math.floor(rest / (BASE - LOWEST_THRESHOLD));
    k += BASE;
  }
  return k + Math.floor(((BASE - LOWEST_THRESHOLD + 1) * rest) / (rest + SKEW));
}

const BASE = 36;
const LOWEST_THRESHOLD = 1;
const HIGHEST_THRESHOLD = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_CODE_POINT = 128;
