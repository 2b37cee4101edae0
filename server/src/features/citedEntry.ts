import type { Range } from 'vscode-languageserver-types';
import { type FoundCitation, isAccepted } from '../citations/reference';
import type { TextRange } from '../syntax/textRange';
import { ZOTERO_LIBRARY } from '../workspace/bibliographyPath';
import type { Note } from '../workspace/note';
import type { KnownEntry } from '../workspace/noteBibliographies';
import type { Notes } from '../workspace/notes';
import { citationAt } from './citationAt';

/** A citation, and the entry of the paper in a bibliography of its note. */
export interface CitedEntry {
  readonly citation: FoundCitation;
  readonly entry: KnownEntry;
}

/** The paper that is cited at an offset; null where nothing is, or no bibliography has it. */
export function entryAt(notes: Notes, note: Note, offset: number): CitedEntry | null {
  const citation = citationAt(note, offset);
  if (!citation || !isAccepted(citation)) return null;
  const entry = notes.bibliographies.of(note).entryOf(citation.reference);
  return entry && { citation, entry };
}

/**
 * Where an entry and its key stand in its file; null where only an earlier text of a half-written file has it, and for
 * what stands in the library of another program.
 */
export function entryPlace({ uri, bibliography, key }: KnownEntry): { entry: Range; key: Range } | null {
  if (uri === ZOTERO_LIBRARY) return null;
  const place = bibliography.place(key);
  const range = ({ start, end }: TextRange) => ({
    start: bibliography.position(start),
    end: bibliography.position(end),
  });
  return place && { entry: range(place.entry), key: range(place.key) };
}
