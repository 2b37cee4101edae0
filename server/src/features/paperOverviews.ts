import { authorYear, reference } from '../bibliography/authorYear';
import { plainLine, plainText } from '../bibliography/escape';
import type { Paper } from '../bibliography/paper';
import { writtenForm } from '../citations/paper';
import type { BrokenReference, CitedPaper, PaperCitation } from '../workspace/literature/literature';
import type { Notes } from '../workspace/notes';
import type { Standing } from '../workspace/standing';
import { aboutCited, canLookUp, placesOf, speakerOf } from './papers';

/** How often, and by whom, something is cited. */
export interface CitationCounts {
  readonly citations: number;
  /** In how many notes. */
  readonly notes: number;
  /** Citations that speak for a claim, and that speak against one. */
  readonly supports: number;
  readonly attacks: number;
  /** Those who cite it, each once. */
  readonly speakers: readonly string[];
}

/** A cited paper in a line. All texts are plain lines. */
export interface PaperOverview extends CitationCounts, Shown {
  readonly key: string;
  readonly forms: readonly string[];
  readonly url: string | null;
  readonly canLookUp: boolean;
}

/** What is known of a paper. */
interface Shown {
  /** Null where only identifiers are known. */
  readonly title: string | null;
  readonly authorYear: string;
  readonly year: number | null;
  /** As a line of a list of references. */
  readonly reference: string;
}

export interface BrokenOverview extends CitationCounts {
  readonly key: string;
  readonly written: string;
  readonly reason: string;
  readonly meant: string | null;
}

/** A cited paper in a line, without its citations. Cost: the citations; those of notes that have not changed cost next to nothing. */
export function paperOverview(notes: Notes, cited: CitedPaper): PaperOverview {
  const about = aboutCited(notes, cited);
  return {
    key: cited.key,
    ...(about ? shownOf(about) : UNKNOWN),
    forms: [...new Set(cited.references.map(writtenForm))],
    url: placesOf(cited, about).url,
    canLookUp: canLookUp(notes, cited, about),
    ...countsOf(notes, cited.citations),
  };
}

export function brokenOverview(
  notes: Notes,
  { key, written, reason, meant, citations }: BrokenReference,
): BrokenOverview {
  return { key, written, reason, meant: meant && writtenForm(meant), ...countsOf(notes, citations) };
}

/** UTF-16 units of who and when: a name may be as long as a file. */
const LONGEST_AUTHOR_YEAR = 80;

const UNKNOWN: Shown = { title: null, authorYear: '', year: null, reference: '' };

const SHOWN = new WeakMap<Paper, Shown>();

function shownOf(paper: Paper): Shown {
  let shown = SHOWN.get(paper);
  if (!shown) {
    shown = {
      title: paper.title && plainLine(paper.title),
      authorYear: paper.authors.length > 0 ? plainText(authorYear(paper), LONGEST_AUTHOR_YEAR) : '',
      year: paper.year,
      reference: plainLine(reference(paper)),
    };
    SHOWN.set(paper, shown);
  }
  return shown;
}

function countsOf(notes: Notes, citations: readonly PaperCitation[]): CitationCounts {
  const [citing, speakers] = [new Set<string>(), new Set<string>()];
  let [supports, attacks] = [0, 0];
  for (const citation of citations) {
    const counted = countOf(notes, citation);
    citing.add(citation.note.key);
    if (counted.speaker !== null) speakers.add(counted.speaker);
    if (counted.supports) supports++;
    if (counted.attacks) attacks++;
  }
  return { citations: citations.length, notes: citing.size, supports, attacks, speakers: [...speakers] };
}

interface Counted {
  readonly standing: Standing;
  readonly speaker: string | null;
  readonly supports: boolean;
  readonly attacks: boolean;
}

const COUNTED = new WeakMap<PaperCitation, Counted>();

/** What one citation adds. It holds while nobody's answers have changed in the notes that refer to its own. */
function countOf(notes: Notes, citation: PaperCitation): Counted {
  const { note, statement, quoted } = citation;
  const standing = notes.standing(note);
  const known = COUNTED.get(citation);
  if (known?.standing === standing) return known;
  const sides = statement === null || quoted ? [] : notes.sidesOf(note, statement);
  const counted = {
    standing,
    speaker: speakerOf(notes, citation),
    supports: sides.some(({ does }) => does === 'supports'),
    attacks: sides.some(({ does }) => does === 'attacks'),
  };
  COUNTED.set(citation, counted);
  return counted;
}
