import { isAccepted } from '../citations/reference';
import { fileName } from '../workspace/bibliographyPath';
import type { Rule } from './rule';

/** A citation key whose entry cannot be read as it stands, or that several entries have. */
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
    return note.cited.citations.flatMap(({ citation }) => {
      if (!isAccepted(citation) || citation.reference.kind !== 'citekey') return [];
      const entry = bibliographies.entry(citation.reference.id);
      const problem = entry?.bibliography.problemOf(entry.key);
      if (!entry || !problem) return [];
      const line = entry.bibliography.position(problem.range.start).line + 1;
      const message = `Of \`${entry.key}\` in \`${fileName(entry.uri)}\`, line ${line}: ${problem.reason}.`;
      return { range: citation.range, message, related: [], fixes: () => [] };
    });
  },
};
