import { NearWords } from '../syntax/nearWords';
import type { BelongingFile } from '../workspace/bibliographies';
import { bibliographyFile, fileName, folderOf } from '../workspace/bibliographyPath';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { canonicalUri } from '../workspace/noteUri';
import type { Finding, Fix, Rule } from './rule';

/** A bibliography that the front matter names and that cannot be read. */
export const missingBibliography: Rule = {
  meta: {
    id: 'missing-bibliography',
    severity: 'error',
    description: 'A bibliography that the front matter names cannot be read.',
    tags: ['citations'],
    looksElsewhere: true,
  },
  check: ({ notes, note }) =>
    notes.bibliographies.of(note).files.flatMap((file) => {
      const { named, reason } = file;
      // Until somebody has tried, nothing is known to be wrong.
      return named && reason !== null ? finding(notes, note, { ...file, named, reason }) : [];
    }),
};

type Missing = BelongingFile & { readonly named: NonNullable<BelongingFile['named']>; readonly reason: string };

function finding(notes: Notes, note: Note, missing: Missing): Finding {
  const { named, reason } = missing;
  return {
    range: named.range,
    message: `This bibliography cannot be read: ${reason}. Correct the path, which begins at the folder of the note.`,
    related: [],
    fixes: () => nearFiles(notes, note, missing),
  };
}

const MOST_OFFERS = 3;

/** Bibliographies of nearly the name in the folder that is meant, and of exactly the name beside the note. */
function nearFiles(notes: Notes, note: Note, { named, uri }: Missing): Fix[] {
  if (uri === null) return [];
  const { path, range } = named;
  const start = note.text.indexOf(path, range.start);
  // Written with escapes, it cannot be changed in place.
  if (start === -1 || start + path.length > range.end) return [];
  const known = notes.bibliographies.uris();
  const siblings = known.filter((other) => folderOf(other) === folderOf(uri)).map(fileName);
  const near = new NearWords(siblings).near(fileName(uri), MOST_OFFERS);
  const folder = path.slice(0, path.length - fileName(path).length);
  const moved = known.includes(canonicalUri(folderOf(note.uri) + fileName(uri))) ? [fileName(uri)] : [];
  return [...near.map((name) => folder + name), ...moved]
    .filter((offered) => isKnown(notes, note, offered))
    .map((newText, index) => ({
      title: `Change to '${newText}'`,
      preferred: index === 0,
      edits: [{ range: { start, end: start + path.length }, newText }],
    }));
}

function isKnown(notes: Notes, note: Note, path: string): boolean {
  const file = bibliographyFile(note.uri, path);
  return 'uri' in file && notes.bibliographies.get(file.uri) !== undefined;
}
