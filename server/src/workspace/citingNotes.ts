import { paperKey } from '../citations/paper';
import type { FoundCitation, Reference } from '../citations/reference';
import type { Bibliographies } from './bibliographies';
import { citationsIn } from './blockCitations';
import type { Note } from './note';
import type { NoteBibliographies } from './noteBibliographies';
import { comesBefore, isSnapshot } from './noteUri';

/** A place in some note where a paper is cited. */
export interface CitedPlace {
  readonly note: Note;
  readonly citation: FoundCitation;
}

/** What a note cites: every name that its citations, or the entries of its bibliographies, give to a paper. */
interface CitedNames {
  readonly known: NoteBibliographies;
  readonly names: ReadonlySet<string>;
}

/**
 * Which notes cite which papers. A paper has names: what it is cited as, and all that its entry in a bibliography of the
 * citing note calls it. Two citations with a name in common are of one paper. A changed note is read again, alone, when
 * the index is next asked. Views and earlier states of a document are left out.
 */
export class CitingNotes {
  private readonly cited = new WeakMap<Note, CitedNames>();

  /** @param notes by canonical URI; read when a question is asked */
  constructor(
    private readonly notes: ReadonlyMap<string, Note>,
    private readonly bibliographies: Bibliographies,
  ) {}

  /** The names of a paper that a note cites, the surest first. Cost: one entry, once. */
  namesOf(note: Note, reference: Pick<Reference, 'kind' | 'id'>): string[] {
    return namesBy(this.bibliographies.of(note), reference);
  }

  /**
   * Every place that cites a paper: in the note asked from, then in others, in the order of notes.
   * @param within the only note to look into; all notes where not given. Cost: linear in the notes, and in the citations
   *   of those that cite it
   */
  placesOf(from: Note, reference: Pick<Reference, 'kind' | 'id'>, within?: Note): CitedPlace[] {
    const names = this.namesOf(from, reference);
    return (within ? [within] : this.citing(from, names)).flatMap((note) => {
      const known = this.bibliographies.of(note);
      return [...citationsIn(note.tree)]
        .filter((citation) => namesBy(known, citation.reference).some((name) => names.includes(name)))
        .map((citation) => ({ note, citation }));
    });
  }

  /** Every place, in all notes, whose citation is a key, and the bibliographies that tell what it means. */
  *keys(key: string): Generator<CitedPlace & { readonly known: NoteBibliographies }> {
    const name = paperKey({ kind: 'citekey', id: key });
    for (const note of this.inOrder()) {
      if (!this.citedNames(note).names.has(name)) continue;
      const known = this.bibliographies.of(note);
      for (const citation of citationsIn(note.tree)) {
        if (paperKey(citation.reference) === name) yield { note, citation, known };
      }
    }
  }

  private citing(from: Note, names: readonly string[]): Note[] {
    const others = this.inOrder().filter(
      (note) => note.key !== from.key && names.some((name) => this.citedNames(note).names.has(name)),
    );
    return [from, ...others];
  }

  private inOrder(): Note[] {
    const keys = [...this.notes.keys()].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
    return keys.flatMap((key) => {
      const note = this.notes.get(key);
      return note && !isSnapshot(note.uri) ? note : [];
    });
  }

  private citedNames(note: Note): CitedNames {
    const known = this.bibliographies.of(note);
    const before = this.cited.get(note);
    if (before?.known === known) return before;
    const names = new Set<string>();
    const seen = new Set<string>();
    for (const { reference } of citationsIn(note.tree)) {
      const written = paperKey(reference);
      if (seen.has(written)) continue;
      seen.add(written);
      for (const name of [written, ...namesBy(known, reference)]) names.add(name);
    }
    const cited = { known, names };
    this.cited.set(note, cited);
    return cited;
  }
}

/** The same key may be another paper in another bibliography, so that an entry's name has its file in it. */
function namesBy(known: NoteBibliographies, reference: Pick<Reference, 'kind' | 'id'>): string[] {
  const entry = known.entryOf(reference);
  if (!entry) return [paperKey(reference)];
  const names = entry.bibliography.identifiers(entry.key).map(paperKey);
  if (reference.kind !== 'citekey') names.push(paperKey(reference));
  return [...new Set([...names, `entry:${entry.key} ${entry.uri}`])];
}
