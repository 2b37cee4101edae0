import type { Paper } from '../../bibliography/paper';
import { paperKey } from '../../citations/paper';
import { type Citation, isAccepted, type Reference } from '../../citations/reference';
import type { TextRange } from '../../syntax/textRange';
import type { Bibliographies } from '../bibliographies';
import type { NoteCitation } from '../citedPapers';
import type { Note } from '../note';
import type { NoteBibliographies } from '../noteBibliographies';

/** One place where a note cites something. */
export interface PaperCitation {
  readonly note: Note;
  /** UTF-16 offsets into the note. */
  readonly range: TextRange;
  /** What is cited, as it is written there; null where that can be nothing. */
  readonly reference: Reference | null;
  /** Index of the statement it stands in; null in prose and headings. */
  readonly statement: number | null;
  /** True inside a `>` quotation: somebody else cites it. */
  readonly quoted: boolean;
}

/** What one note cites, one entry a citation, in the order of the text. */
export interface NoteLiterature {
  readonly papers: readonly CitedHere[];
  readonly broken: readonly BrokenHere[];
}

export interface CitedHere {
  readonly citation: PaperCitation & { readonly reference: Reference };
  /** Everything that stands for the paper, as far as this note's bibliographies tell; at least one. */
  readonly names: readonly string[];
  /** What those bibliographies say of it. */
  readonly entry: Paper | null;
}

export interface BrokenHere {
  readonly citation: PaperCitation;
  readonly reason: string;
  readonly meant: Reference | null;
}

interface Known {
  readonly by: NoteBibliographies;
  readonly literature: NoteLiterature;
}

const KNOWN = new WeakMap<Note, Known>();

/** What a note cites. Cost: its citations, once for a note and what its bibliographies say; then nothing. */
export function literatureOf(note: Note, bibliographies: Bibliographies): NoteLiterature {
  const by = bibliographies.of(note);
  const known = KNOWN.get(note);
  if (known?.by === by) return known.literature;
  const literature = read(note, by);
  KNOWN.set(note, { by, literature });
  return literature;
}

function read(note: Note, by: NoteBibliographies): NoteLiterature {
  const papers: CitedHere[] = [];
  const broken: BrokenHere[] = [];
  for (const cited of note.citations) {
    const { citation } = cited;
    const place = placeOf(note, cited);
    const fault = faultOf(citation, by);
    if (fault) broken.push({ citation: place, ...fault });
    else if (isAccepted(citation)) {
      const found = paperOf(note, cited, citation.reference, by);
      if (found) papers.push({ citation: { ...place, reference: citation.reference }, ...found });
    }
  }
  return { papers, broken };
}

function placeOf(note: Note, { citation, statement, quoted }: NoteCitation): PaperCitation {
  const reference = isAccepted(citation) ? citation.reference : null;
  return { note, range: citation.range, reference, statement, quoted };
}

/** Why a citation leads to no paper: it cannot exist, or no bibliography has its key. */
function faultOf(citation: Citation, by: NoteBibliographies): Pick<BrokenHere, 'reason' | 'meant'> | null {
  if (!isAccepted(citation)) return { reason: citation.reason, meant: citation.meant ?? null };
  const { kind, id } = citation.reference;
  if (kind !== 'citekey' || !by.isComplete || by.entry(id)) return null;
  return { reason: 'no bibliography of the note has this key', meant: null };
}

/** The paper that is cited; null for a web page that nobody calls a source. */
function paperOf(
  note: Note,
  { statement }: NoteCitation,
  reference: Reference,
  by: NoteBibliographies,
): Pick<CitedHere, 'names' | 'entry'> | null {
  const entry = by.paper(reference);
  const isInCiteLine = statement !== null && note.argument.structure.keywords[statement] === 'cite';
  if (reference.kind === 'url' && !entry && !isInCiteLine) return null;
  const names = new Set(entry?.identifiers.map(paperKey));
  if (reference.kind !== 'citekey') names.add(paperKey(reference));
  else if (names.size === 0) names.add(keyName(reference.id, by));
  return { names: [...names], entry };
}

/** A key is that of one bibliography: the same key means another paper in another. */
function keyName(key: string, by: NoteBibliographies): string {
  const entry = by.entry(key);
  return paperKey({ kind: 'citekey', id: entry ? `${key} ${entry.uri}` : key });
}
