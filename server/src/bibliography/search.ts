import { compact } from '../syntax/detached';
import type { Summary } from './entries';
import { plainLine } from './escape';

/**
 * What an entry is found by, as one text without regard to case and accents: its key, the names of its authors, its year
 * and its title, a line each. Made once for each entry.
 */
export function searchText({ key, authors, year, title }: Summary): string {
  return folded([key, authors.join(' '), year, title].map(plainLine).join('\n'));
}

/** So many entries are kept as one text: less memory than a text each, and a look at it can pass over all of them. */
const BLOCK = 64;
/** In no entry: what is not seen has been taken out of them. */
const BETWEEN_ENTRIES = '\0';

/** What many entries are found by. */
export class SearchTexts {
  private readonly blocks: string[] = [];

  /** Cost: linear. */
  constructor(summaries: Iterable<Summary>) {
    let block: string[] = [];
    const close = () => {
      if (block.length > 0) this.blocks.push(compact(block.join(BETWEEN_ENTRIES)));
      block = [];
    };
    for (const summary of summaries) if (block.push(searchText(summary)) === BLOCK) close();
    close();
  }

  /** The entries that fit some words, by number from 0 in their order, with their `searchRank`. Cost: linear. */
  *find(words: readonly string[]): Generator<{ readonly number: number; readonly rank: number }> {
    for (const [index, block] of this.blocks.entries()) {
      if (!words.every((word) => block.includes(word))) continue;
      for (const [at, text] of block.split(BETWEEN_ENTRIES).entries()) {
        const rank = searchRank(text, words);
        if (rank !== null) yield { number: index * BLOCK + at, rank };
      }
    }
  }
}

/** The words of what somebody types to find an entry. */
export function searchWords(query: string): string[] {
  return folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * How well an entry fits what somebody types to find it. Each word has to be in its key, the names of its authors, its
 * year or its title. Before all else comes what its key begins with, then names of authors, then words of its title.
 * @returns null where it does not fit; the less, the better otherwise. Cost: linear
 */
export function searchRank(text: string, words: readonly string[]): number | null {
  let rank = 0;
  for (const word of words) {
    const one = rankOf(text, word);
    if (one === null) return null;
    rank += one;
  }
  return rank;
}

/** Lines of the text. */
const KEY = 0;
const AUTHORS = 1;
const YEAR = 2;

function rankOf(text: string, word: string): number | null {
  if (text.startsWith(word)) return text[word.length] === '\n' ? WHOLE_KEY : KEY_START;
  let best: number | null = null;
  let line = KEY;
  let lineEnd = text.indexOf('\n');
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    while (lineEnd >= 0 && at > lineEnd) {
      line++;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    const rank = rankAt(text, at, line);
    if (best === null || rank < best) best = rank;
    if (best === AUTHOR_START) break;
  }
  return best;
}

const WHOLE_KEY = 0;
const KEY_START = 1;
const AUTHOR_START = 2;
const IN_KEY = 3;
const YEAR_START = 4;
const TITLE_WORD = 5;
const ANYWHERE = 6;

function rankAt(text: string, at: number, line: number): number {
  if (line === KEY) return IN_KEY;
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return ANYWHERE;
  if (line === AUTHORS) return AUTHOR_START;
  return line === YEAR ? YEAR_START : TITLE_WORD;
}

/** Dashes and quotation marks are told from those of a keyboard by nobody who looks for a title. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const plain = lower.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .replace(/\p{Pd}/gu, '-')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"');
}

const ASCII = /^[\0-\x7f]*$/;
