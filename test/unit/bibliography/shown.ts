import { readFileSync } from 'node:fs';
import { Bibliography } from '../../../server/src/bibliography/bibliography';
import type { Paper } from '../../../server/src/bibliography/paper';
import { paperKey } from '../../../server/src/citations/paper';

/** A fixture in `test/fixtures/bibliographies`. */
export function fixture(name: string): string {
  return readFileSync(`test/fixtures/bibliographies/${name}`, 'utf8');
}

export function bibtex(text: string, before?: Bibliography): Bibliography {
  return Bibliography.read('file:///notes/refs.bib', text, before);
}

export function cslJson(text: string, before?: Bibliography): Bibliography {
  return Bibliography.read('file:///notes/refs.json', text, before);
}

/** What is wrong with a bibliography: key, line from 1, reason. */
export function problemsOf(bibliography: Bibliography, text: string): string[] {
  return bibliography.problems().map(({ key, range, reason }) => {
    const line = text.slice(0, range.start).split('\n').length;
    return `${key ?? '-'} (${line}): ${reason}`;
  });
}

/** Authors as `Family, Given; Family`, with ` …` where there are more. */
export function authorsOf({ authors, hasMoreAuthors }: Paper): string {
  const names = authors.map(({ family, given }) => (given ? `${family}, ${given}` : family));
  return names.join('; ') + (hasMoreAuthors ? ' …' : '');
}

export function identifiersOf({ identifiers }: Paper): string[] {
  return identifiers.map(paperKey);
}
