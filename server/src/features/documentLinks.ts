import type { DocumentLink } from 'vscode-languageserver-types';
import { isAccepted } from '../citations/reference';
import type { Note } from '../workspace/note';
import { toLspRange } from './positions';
import { referenceName } from './referenceName';

/** Every citation that has a landing page as a link to it. */
export function documentLinks(note: Note): DocumentLink[] {
  return note.cited.citations.flatMap(({ citation }) => {
    if (!isAccepted(citation) || citation.reference.url === null) return [];
    const { reference, range } = citation;
    return [
      { range: toLspRange(note, range), target: citation.reference.url, tooltip: `Open ${referenceName(reference)}` },
    ];
  });
}
