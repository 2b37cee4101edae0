import { type FoundCitation, isAccepted } from '../citations/reference';
import { fileName } from '../workspace/bibliographyPath';
import { CITATION_KEYS } from '../workspace/citedPapers';
import type { NoteBibliographies } from '../workspace/noteBibliographies';
import type { Finding, Fix, Rule } from './rule';

/** A citation key that no bibliography of the note has. */
export const unknownCitationKey: Rule = {
  meta: {
    id: 'unknown-citation-key',
    severity: 'error',
    description: 'A citation key (`[@key]`) is in none of the bibliographies of the note.',
    tags: ['citations'],
    looksElsewhere: true,
  },
  check: ({ notes, note }) => {
    const bibliographies = notes.bibliographies.of(note);
    // Where nothing has been read, or something still has to be, nobody can say that a key is unknown.
    if (!bibliographies.isComplete) return [];
    return note.citationsOf(CITATION_KEYS).flatMap(({ citation, quoted }) => {
      if (quoted || !isAccepted(citation) || citation.reference.kind !== 'citekey') return [];
      const { id } = citation.reference;
      return bibliographies.entry(id) ? [] : finding(note.text, citation, bibliographies);
    });
  },
};

const MOST_NAMED = 3;
const MOST_OFFERS = 3;

function finding(text: string, citation: FoundCitation, bibliographies: NoteBibliographies): Finding {
  const { range, reference } = citation;
  return {
    range,
    message: `${placesOf(bibliographies)} no entry '${reference.id}'. Correct the key, or add the entry; a name belongs under 'participants' in the front matter.`,
    related: [],
    fixes: () => nearKeys(text, citation, bibliographies),
  };
}

/** `refs.bib has`, `a.bib and b.bib have`. */
function placesOf({ files }: NoteBibliographies): string {
  const names = files.flatMap(({ uri, bibliography }) => (uri && bibliography ? `'${fileName(uri)}'` : []));
  if (names.length === 1) return `${names[0]} has`;
  if (names.length > MOST_NAMED) return `The ${names.length} bibliographies of this note have`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} have`;
}

function nearKeys(text: string, { range, reference }: FoundCitation, bibliographies: NoteBibliographies): Fix[] {
  const start = text.indexOf(reference.id, range.start);
  const place = { start, end: start + reference.id.length };
  return bibliographies.nearKeys(reference.id, MOST_OFFERS).map((key, index) => ({
    title: `Change to '@${key}'`,
    preferred: index === 0,
    edits: [{ range: place, newText: key }],
  }));
}
