import type { Range } from 'vscode-languageserver-types';
import type { Point } from '../argument/argument';
import type { Paper } from '../bibliography/paper';
import { plainPaper } from '../bibliography/plainPaper';
import { unknownPaper } from '../bibliography/unknownPaper';
import { writtenForm } from '../citations/paper';
import type { Reference } from '../citations/reference';
import type { Keyword } from '../syntax/tree';
import type { CitedPaper, PaperCitation } from '../workspace/literature/literature';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { toLspRange } from './positions';

/** Everything that notes cite. */
export interface ListedPapers {
  /** Those of which nothing is known come first, then in the order in which they are first cited. */
  readonly papers: readonly ListedPaper[];
  readonly broken: readonly ListedBroken[];
}

export interface ListedPaper {
  /** The same while the paper is called the same. */
  readonly key: string;
  readonly about: Paper;
  /** False where `about` has nothing but identifiers. */
  readonly isKnown: boolean;
  /** The forms in which it is cited: `arXiv:2107.03374v2`, `@perez2022`. */
  readonly forms: readonly string[];
  /** Landing page and PDF of the first form that has one. */
  readonly url: string | null;
  readonly pdf: string | null;
  readonly citations: readonly ListedCitation[];
}

/** Something that is written as a reference and leads to no paper. */
export interface ListedBroken {
  readonly key: string;
  readonly written: string;
  /** An English sentence without its capital letter and full stop. */
  readonly reason: string;
  /** What was probably meant, as it would be written. */
  readonly meant: string | null;
  readonly citations: readonly ListedCitation[];
}

export interface ListedCitation {
  readonly uri: string;
  readonly range: Range;
  /** Keyword of the statement that it stands in; null in prose and headings. */
  readonly kind: Keyword | null;
  /** Who cites it: of a citation line that names nobody, who says what stands above it. */
  readonly speaker: string | null;
  /** The words of the statement; of a citation line with nothing but references, of what stands above it. */
  readonly text: string | null;
  /** True in a quotation: somebody else cites it. */
  readonly quoted: boolean;
  /** For and against which claims the statement speaks; of a quotation none. */
  readonly sides: readonly ListedSide[];
}

export interface ListedSide {
  readonly does: 'supports' | 'attacks';
  /** Id and words of the claim. */
  readonly id: string | null;
  readonly text: string;
  readonly uri: string;
  /** The keyword of the claim. */
  readonly range: Range;
}

/**
 * Everything that notes cite, with what is known of it. Cost: linear in the citations.
 * @param longest UTF-16 units of a statement's words
 */
export function listPapers(notes: Notes, longest = Number.POSITIVE_INFINITY): ListedPapers {
  const { papers, broken } = notes.literature();
  const listed = papers.map((cited) => listPaper(notes, cited, longest));
  return {
    papers: [...listed.filter(({ isKnown }) => !isKnown), ...listed.filter(({ isKnown }) => isKnown)],
    broken: broken.map(({ key, written, reason, meant, citations }) => ({
      key,
      written,
      reason,
      meant: meant && writtenForm(meant),
      citations: citations.map((citation) => listCitation(notes, citation, longest)),
    })),
  };
}

/** What is known of a cited paper, by an entry of a bibliography if there is one; null for nothing. Its texts may be anything. */
export function aboutCited(notes: Notes, { citations }: CitedPaper): Paper | null {
  let known: Paper | null = null;
  for (const { note, reference } of citations) {
    const { paper, entry } = notes.papers.of(note, reference);
    if (paper && entry) return paper;
    known ??= paper;
  }
  return known;
}

/** A cited paper as it can be written down, though nothing but its identifiers may be known: texts are plain lines. */
export function writableCited(notes: Notes, cited: CitedPaper): Paper {
  const about = aboutCited(notes, cited);
  return about ? plainPaper(about) : unknownPaper(cited.references);
}

/** Whether some index can be asked for a paper, and may know more. */
export function canLookUp(notes: Notes, cited: CitedPaper, about: Paper | null): boolean {
  const isFullyKnown = about !== null && about.title !== null && about.abstract !== null;
  return !isFullyKnown && lookUpName(notes, cited) !== null;
}

/** What an index can be asked for of a cited paper; null for what no index knows. */
export function lookUpName(notes: Notes, { citations }: CitedPaper): Reference | null {
  for (const { note, reference } of citations) {
    const name = notes.papers.lookUpName(note, reference);
    if (name) return name;
  }
  return null;
}

/** Landing page and PDF, as far as there are any: of the forms in which a paper is cited, then of what else it is called. */
export function placesOf({ references }: CitedPaper, about: Paper | null): Pick<ListedPaper, 'url' | 'pdf'> {
  const places = [...references, ...(about?.identifiers ?? [])];
  return {
    url: places.find(({ url }) => url !== null)?.url ?? about?.url ?? null,
    pdf: places.find(({ pdf }) => pdf !== null)?.pdf ?? null,
  };
}

function listPaper(notes: Notes, cited: CitedPaper, longest: number): ListedPaper {
  const about = aboutCited(notes, cited);
  return {
    key: cited.key,
    about: about ? plainPaper(about) : unknownPaper(cited.references),
    isKnown: about !== null,
    forms: [...new Set(cited.references.map(writtenForm))],
    ...placesOf(cited, about),
    citations: cited.citations.map((citation) => listCitation(notes, citation, longest)),
  };
}

/** A place where something is cited. Cost: the statement. */
export function listCitation(
  notes: Notes,
  { note, range, statement, quoted }: PaperCitation,
  longest: number,
): ListedCitation {
  const { point, above } = statementOf(notes, note, statement);
  const said = above && isBare(point?.text ?? '') ? above : point;
  const sides = statement === null || quoted ? [] : notes.sidesOf(note, statement);
  return {
    uri: note.uri,
    range: toLspRange(note, range),
    kind: point?.statement.keyword ?? null,
    speaker: point?.speaker ?? above?.speaker ?? null,
    text: said ? shortened(said.text, longest) : null,
    quoted,
    sides: sides.map(({ does, claim }) => ({
      does,
      id: claim.point.statement.id?.name ?? null,
      text: shortened(claim.point.text, longest),
      uri: claim.note.uri,
      range: toLspRange(claim.note, claim.point.statement.keywordRange),
    })),
  };
}

/** Who cites something: of a citation line that names nobody, who says what stands above it. */
export function speakerOf(notes: Notes, { note, statement }: PaperCitation): string | null {
  const { point, above } = statementOf(notes, note, statement);
  return point?.speaker ?? above?.speaker ?? null;
}

/** The statement of a citation, and, of a citation line, what it belongs to. */
function statementOf(
  notes: Notes,
  note: Note,
  statement: number | null,
): { point?: Point | undefined; above?: Point | undefined } {
  const point = statement === null ? undefined : note.argument.point(statement);
  if (point?.statement.keyword !== 'cite') return { point };
  return { point, above: notes.repliedTo({ note, point })[0]?.point };
}

/** Whether a citation line says nothing of what its references show, which stands behind a dash. */
function isBare(text: string): boolean {
  return !/\s[-–—]{1,3}\s/.test(text);
}
