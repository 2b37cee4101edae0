import type { Position } from 'vscode-languageserver-types';
import { type PaperFormat, writePapers } from '../bibliography/writing/registry';
import { paperKey } from '../citations/paper';
import { isAccepted, type Reference } from '../citations/reference';
import type { Lookup } from '../lookup/lookup';
import type { CitedPaper } from '../workspace/literature/literature';
import type { Notes } from '../workspace/notes';
import { citationAt } from './citationAt';
import { type BrokenOverview, brokenOverview, type PaperOverview, paperOverview } from './paperOverviews';
import {
  type ListedCitation,
  type ListedPapers,
  listCitation,
  listPapers,
  lookUpName,
  placesOf,
  writableCited,
} from './papers';

/** A paper as it is named from outside: by its key in the list of papers, or by a place where it is cited. */
export type PaperPlace = { readonly key: string } | { readonly uri: string; readonly position: Position };

/** Questions about the papers that notes cite. */
export class CitedPapers {
  private learnt = 0;

  /** @param lookup tells of what indexes have said; null where nothing can be looked up */
  constructor(
    private readonly notes: Notes,
    lookup: Pick<Lookup, 'onMetadata'> | null,
  ) {
    lookup?.onMetadata(() => this.learnt++);
  }

  /** Grows with every change of what `list` tells. */
  get revision(): number {
    return this.notes.revision + this.learnt;
  }

  /**
   * Everything that the notes cite, each paper once, with what bibliographies and indexes have said of it.
   * @param longest UTF-16 units of a statement's words
   */
  list(longest?: number): ListedPapers {
    return listPapers(this.notes, longest);
  }

  /** The same without the places. Cost: linear in the citations, and little where notes have not changed. */
  overviews(): { readonly papers: readonly PaperOverview[]; readonly broken: readonly BrokenOverview[] } {
    const { papers, broken } = this.notes.literature();
    return {
      papers: papers.map((cited) => paperOverview(this.notes, cited)),
      broken: broken.map((reference) => brokenOverview(this.notes, reference)),
    };
  }

  /** The places where a paper or a broken reference is cited, by its key in the list; none where there is none. */
  citationsOf(key: string, longest: number): ListedCitation[] {
    const { papers, broken } = this.notes.literature();
    const cited = [...papers, ...broken].find((one) => one.key === key);
    return (cited?.citations ?? []).map((citation) => listCitation(this.notes, citation, longest));
  }

  /** A cited paper in a format, and the address of its page; null where none is cited. */
  write(place: PaperPlace, format: PaperFormat): { readonly text: string; readonly url: string | null } | null {
    const cited = 'key' in place ? this.withKey(place.key) : this.at(place.uri, place.position);
    if (!cited) return null;
    const about = writableCited(this.notes, cited);
    return { text: writePapers([about], format), url: placesOf(cited, about).url };
  }

  /**
   * The papers that a note cites and that an index can be asked for, by key, in the order of the text. Citation keys
   * count as what their entries call the paper.
   */
  toLookUp(uri: string): Map<string, Reference> {
    const note = this.notes.get(uri);
    const references = (note?.citations ?? []).map(({ citation }) =>
      note && isAccepted(citation) ? this.notes.papers.lookUpName(note, citation.reference) : null,
    );
    return byKey(references);
  }

  /** The same of all notes. */
  toLookUpOfAll(): Map<string, Reference> {
    return byKey(this.notes.literature().papers.map((cited) => lookUpName(this.notes, cited)));
  }

  /** The same of one paper, by its key in the list. */
  toLookUpOf(key: string): Map<string, Reference> {
    const cited = this.withKey(key);
    return byKey([cited && lookUpName(this.notes, cited)]);
  }

  private withKey(key: string): CitedPaper | undefined {
    return this.notes.literature().papers.find((paper) => paper.key === key);
  }

  private at(uri: string, position: Position): CitedPaper | undefined {
    const note = this.notes.get(uri);
    const found = note && citationAt(note, note.tree.lines.offset(position));
    if (!found) return undefined;
    const isMeant = (citation: CitedPaper['citations'][number]) =>
      citation.note === note && citation.range.start === found.range.start;
    return this.notes.literature().papers.find(({ citations }) => citations.some(isMeant));
  }
}

function byKey(references: readonly (Reference | null | undefined)[]): Map<string, Reference> {
  return new Map(references.flatMap((reference) => (reference ? [[paperKey(reference), reference]] : [])));
}
