import { isAccepted } from '../citations/reference';
import { fileName } from '../workspace/bibliographyPath';
import { CITATION_KEYS } from '../workspace/citedPapers';
import type { KnownEntry, NoteBibliographies } from '../workspace/noteBibliographies';
import type { Rule } from './rule';

/** A citation key whose entry cannot be read as it stands, or that several entries have, be it in several files. */
export const faultyBibliographyEntry: Rule = {
  meta: {
    id: 'faulty-bibliography-entry',
    severity: 'warning',
    description: 'The entry of a citation key is broken, or another one has the same key.',
    tags: ['citations'],
    looksElsewhere: true,
  },
  check: ({ notes, note }) => {
    const bibliographies = notes.bibliographies.of(note);
    return note.citationsOf(CITATION_KEYS).flatMap(({ citation }) => {
      if (!isAccepted(citation) || citation.reference.kind !== 'citekey') return [];
      const entry = bibliographies.entry(citation.reference.id);
      const message = entry && (faultOf(entry) ?? clashOf(entry, bibliographies));
      if (!message) return [];
      return { range: citation.range, message, related: [], fixes: () => [] };
    });
  },
};

function faultOf({ bibliography, key, uri }: KnownEntry): string | null {
  const problem = bibliography.problemOf(key);
  if (!problem) return null;
  const line = bibliography.position(problem.range.start).line + 1;
  return `Of '${key}' in '${fileName(uri)}', line ${line}: ${problem.reason}.`;
}

/** Copies of one entry in several files are nobody's mistake. */
function clashOf({ key, uri }: KnownEntry, bibliographies: NoteBibliographies): string | null {
  const other = bibliographies.otherWork(key);
  if (!other) return null;
  const [first, second] = [fileName(uri), fileName(other.uri)];
  return `'${key}' means the work in '${first}', but '${second}' has the key for another one.`;
}
