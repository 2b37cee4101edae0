import type { TextRange } from './textRange';

/** A straight mark opens before a word and closes after one, so that inches and seconds do neither. */
const MARK = /[“”„«»「」『』]|(?<opens>(?<![^\s([{—–-])"(?=\S))|(?<=\S)"(?![^\s)\]}.,;:!?—–-])/gu;

/** How far away, in UTF-16 units, a mark in another line closes a quotation: some lines of a wrapped text. */
const FARTHEST = 600;

const ANY_MARK = /[“”"„«»「」『』]/;

/** What closes a quotation, by the mark that opens it. Languages turn guillemets either way, and end „ with “ or ”. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"',
};

/** Marks of one kind: of each kind one quotation may be open. */
const KIND: Readonly<Record<string, string>> = {
  '“': 'curly',
  '”': 'curly',
  '„': 'curly',
  '«': 'guillemets',
  '»': 'guillemets',
  '「': 'corners',
  '」': 'corners',
  '『': 'white corners',
  '』': 'white corners',
  '"': 'straight',
};

/**
 * Words in “…” or "…", or in the marks of other languages („…“, «…», »…«, 「…」), within one paragraph: somebody else's
 * words, declared as such. A mark that is never closed before the next opening one of its kind quotes nothing. A quotation
 * in marks that are not straight may run on over the ends of hard-wrapped lines, but for no more than 600 characters:
 * where every line is a paragraph, two lone marks must not quote all that stands between them. Within one line it may be
 * of any length.
 * @param pieces the paragraph's lines
 * @returns the stretches between the marks, marks included, in order and disjoint: of one in another the outer. Cost:
 * linear.
 */
export function quotedWords(text: string, pieces: readonly TextRange[]): TextRange[] {
  const found: TextRange[] = [];
  const open = new Map<string, Mark>();
  for (const piece of pieces) {
    for (const mark of marksIn(text, piece)) {
      const opened = open.get(kindOf(mark));
      if (opened && closes(mark, opened)) {
        open.delete(kindOf(mark));
        const isNear = opened.start >= piece.start || mark.start - opened.start < FARTHEST;
        if (isNear) add(found, { start: opened.start, end: mark.start + 1 });
        else if (mark.opens) begin(open, mark);
      } else if (mark.opens) begin(open, mark);
    }
    // A straight mark says too little to be carried into the next line of a paste.
    open.delete('straight');
  }
  return found;
}

/** Opens a quotation. Between curly marks straight ones open none. */
function begin(open: Map<string, Mark>, mark: Mark): void {
  const kind = kindOf(mark);
  if (kind === 'straight' && (open.has('straight') || open.has('curly'))) return;
  if (kind === 'curly') open.delete('straight');
  open.set(kind, mark);
}

/** Adds a stretch that ends behind all others, in the place of those in it; not one that only begins in another. */
function add(found: TextRange[], stretch: TextRange): void {
  for (let last = found.at(-1); last && last.start > stretch.start; last = found.at(-1)) found.pop();
  if ((found.at(-1)?.end ?? 0) <= stretch.start) found.push(stretch);
}

interface Mark {
  readonly start: number;
  readonly sign: string;
  readonly opens: boolean;
}

function kindOf({ sign }: Mark): string {
  return KIND[sign] as string;
}

function closes({ sign, opens }: Mark, opened: Mark): boolean {
  return (CLOSING[opened.sign] as string).includes(sign) && !(sign === '"' && opens);
}

function marksIn(text: string, piece: TextRange): Mark[] {
  const source = text.slice(piece.start, piece.end);
  // Most lines quote nothing, and looking around every character of them is dear.
  if (!ANY_MARK.test(source)) return [];
  return Array.from(source.matchAll(MARK), ({ index, groups, 0: sign }) => ({
    start: piece.start + index,
    sign,
    opens: sign === '"' ? groups?.['opens'] !== undefined : sign in CLOSING,
  }));
}
