import type { DocumentLink } from 'vscode-languageserver-types';
import { pageOf } from '../bibliography/authorYear';
import { isAccepted, type Reference } from '../citations/reference';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { toLspRange } from './positions';
import { referenceName } from './referenceName';

/** Every citation that has a landing page as a link to it; of a key, the page that its entry names. */
export function documentLinks(notes: Notes, note: Note): DocumentLink[] {
  return note.citations.flatMap(({ citation }) => {
    const target = isAccepted(citation) ? pageCited(notes, note, citation.reference) : null;
    if (target === null || !isAccepted(citation)) return [];
    return [{ range: toLspRange(note, citation.range), target, tooltip: `Open ${referenceName(citation.reference)}` }];
  });
}

/** Cost: the fields of the entry of a key, once. */
function pageCited(notes: Notes, note: Note, reference: Reference): string | null {
  return reference.url ?? pageOf(notes.bibliographies.of(note).identifiers(reference));
}
