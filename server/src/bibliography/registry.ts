import { BibtexEntries } from './bibtex/bibtexEntries';
import { CslJsonEntries } from './cslJson/cslJsonEntries';
import type { Entries } from './entries';

/** A way to write bibliographies down. */
interface Format {
  readonly name: string;
  /** Endings of file names, lower case. */
  readonly endings: readonly string[];
  /** Those of them that nothing but bibliographies have, so that such a file beside a note is one. */
  readonly ownEndings: readonly string[];
  read(text: string): Entries;
}

const FORMATS: readonly Format[] = [
  {
    name: 'BibTeX',
    endings: ['.bib', '.bibtex', '.biblatex'],
    ownEndings: ['.bib', '.bibtex', '.biblatex'],
    read: (text) => new BibtexEntries(text),
  },
  { name: 'CSL-JSON', endings: ['.json'], ownEndings: ['.csl.json'], read: (text) => new CslJsonEntries(text) },
];

/** Whether a file of this name or URI may be a bibliography, so that it may be read if somebody names it as one. */
export function hasBibliographyEnding(name: string): boolean {
  return formatOf(name) !== undefined;
}

/** Whether a file of this name or URI is a bibliography whether anybody names it or not. */
export function isBibliographyFile(name: string): boolean {
  return FORMATS.some(({ ownEndings }) => endsWithAny(name, ownEndings));
}

/** Reads a bibliography by the ending of its name or URI; BibTeX where that tells nothing. Never throws. */
export function readEntries(name: string, text: string): Entries {
  return (formatOf(name) ?? (FORMATS[0] as Format)).read(text);
}

function formatOf(name: string): Format | undefined {
  return FORMATS.find(({ endings }) => endsWithAny(name, endings));
}

function endsWithAny(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}
