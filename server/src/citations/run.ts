import { matchAt, trimmedEnd } from './characters';

/** An unbroken run of characters that may be a URL or a DOI. UTF-16 offsets. */
export interface Run {
  /** End of the reference: brackets that do not close and punctuation at the end are the sentence's. */
  readonly end: number;
  /** Where the run itself ended. */
  readonly stop: number;
}

/**
 * Old DOIs hold `<…>` (`10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2`): a page number, a colon and a code for the title,
 * as in the Serial Item and Contribution Identifier (ANSI/NISO Z39.56). What neither begins with a digit nor holds a
 * colon is pasted HTML.
 */
export const ANGLES_IN_DOI = /<(?:\d[\w.:+~*%-]{0,127}|[\w.+~*%-]{0,32}:[\w.:+~*%-]{0,128})>/y;
/** In a URL only such a DOI explains a `<`, and the colon tells it from a tag. */
export const ANGLES_IN_URL = /<[\w.+~*%-]{0,32}:[\w.:+~*%-]{0,128}>/y;

/** Two references with only a comma or semicolon between them are two. */
const NEXT_REFERENCE = /[,;](?:10\.\d{4,9}\/|doi:|arxiv:|https?:\/\/)/iy;

/**
 * Follows a run from `start` up to white space, a quotation mark, a character no address contains, an angle bracket
 * that `angles` does not match, or a closing bracket that does not close the last one opened in the run. Brackets that
 * nest belong to the reference; it ends before one that is left open. Cost: linear in `stop - start`.
 */
export function runFrom(text: string, start: number, angles: RegExp): Run {
  const open: number[] = [];
  let stop = start;
  for (let length = 1; stop < text.length; stop += length) {
    length = lengthAt(text, stop, angles, open);
    if (length === 0) break;
  }
  return { end: trimmedEnd(text, start, open[0] ?? stop, PUNCTUATION), stop };
}

/** How far the run goes on from `at`, 0 where it ends. `open` holds the offsets of the brackets open so far. */
function lengthAt(text: string, at: number, angles: RegExp, open: number[]): number {
  const code = text.charCodeAt(at);
  if (endsRun(code)) return 0;
  if (code === LESS_THAN) return matchAt(angles, text, at)?.length ?? 0;
  if (code === COMMA || code === SEMICOLON) return matchAt(NEXT_REFERENCE, text, at) === null ? 1 : 0;
  if (OPENING.includes(code)) open.push(at);
  const closing = CLOSING.indexOf(code);
  if (closing === -1) return 1;
  if (text.charCodeAt(open.at(-1) ?? at) !== OPENING[closing]) return 0;
  open.pop();
  return 1;
}

/**
 * What a sentence or Markdown emphasis puts behind a link; compare the autolinks of GitHub Flavored Markdown,
 * https://github.github.com/gfm/#autolinks-extension-
 */
const PUNCTUATION = new Set('.,;:!?\'"”’…*_~–');

function endsRun(code: number): boolean {
  if (code <= SPACE || code === DELETE) return true;
  return code < DELETE ? ASCII_END.includes(code) : OTHER_END.test(String.fromCharCode(code));
}

const codes = (characters: string) => Array.from(characters, (character) => character.charCodeAt(0));
const SPACE = 32;
const DELETE = 127;
const LESS_THAN = 60;
const COMMA = 44;
const SEMICOLON = 59;
const OPENING = codes('([{');
const CLOSING = codes(')]}');
const ASCII_END = codes('>"`|\\');
/**
 * White space, control and direction characters, zero-width spaces, quotation marks, the em dash, and the punctuation
 * of Chinese and Japanese, which is followed by no space.
 */
const OTHER_END =
  /[\s\u0080-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff“”„«»‹›—\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff61]/;
