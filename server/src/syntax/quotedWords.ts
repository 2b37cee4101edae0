import type { TextRange } from './textRange';

/** A straight mark opens before a word and closes after one, so that inches and seconds do neither. */
const MARK = /(?<curly>[“”])|(?<opens>(?<![^\s([{—–-])"(?=\S))|(?<=\S)"(?![^\s)\]}.,;:!?—–-])/gu;

/** How far away, in UTF-16 units, a curly mark in another line closes a quotation: some lines of a wrapped text. */
const FARTHEST = 600;

const ANY_MARK = /[“”"]/;

/**
 * Words in “…” or "…" within one paragraph: somebody else's words, declared as such. A mark that is never closed
 * before the next opening one quotes nothing. A quotation in curly marks may run on over the ends of hard-wrapped
 * lines, but for no more than 600 characters: where every line is a paragraph, two lone marks must not quote all that
 * stands between them. Within one line it may be of any length.
 * @param pieces the paragraph's lines
 * @returns the stretches between the marks, marks included, in order and disjoint. Cost: linear.
 */
export function quotedWords(text: string, pieces: readonly TextRange[]): TextRange[] {
  const found: TextRange[] = [];
  let open: Mark | null = null;
  for (const piece of pieces) {
    for (const mark of marksIn(text, piece)) {
      if (mark.opens && (mark.curly || !open)) open = mark;
      else if (!mark.opens && open?.curly === mark.curly) {
        const isNear = open.start >= piece.start || mark.start - open.start < FARTHEST;
        if (isNear) found.push({ start: open.start, end: mark.start + 1 });
        open = null;
      }
    }
    // A straight mark says too little to be carried into the next line of a paste.
    if (open?.curly === false) open = null;
  }
  return found;
}

interface Mark {
  readonly start: number;
  readonly curly: boolean;
  readonly opens: boolean;
}

function marksIn(text: string, piece: TextRange): Mark[] {
  const source = text.slice(piece.start, piece.end);
  // Most lines quote nothing, and looking around every character of them is dear.
  if (!ANY_MARK.test(source)) return [];
  return Array.from(source.matchAll(MARK), ({ index, groups }) => ({
    start: piece.start + index,
    curly: groups?.['curly'] !== undefined,
    opens: groups?.['opens'] !== undefined || groups?.['curly'] === '“',
  }));
}
