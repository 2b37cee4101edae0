import { linkOf, listedAuthors } from '../bibliography/authorYear';
import type { Paper } from '../bibliography/paper';
import { paperKey } from '../citations/paper';
import type { Reference } from '../citations/reference';
import { fileName, ZOTERO_LIBRARY } from '../workspace/bibliographyPath';
import type { CitedPlace } from '../workspace/citingNotes';
import type { Note } from '../workspace/note';
import type { KnownEntry } from '../workspace/noteBibliographies';
import type { Notes } from '../workspace/notes';
import type { KnownPaper } from '../workspace/paperKnowledge';
import { noteName } from './noteName';
import { referenceName } from './referenceName';
import type { Writer } from './writer';

/** UTF-16 units of what comes from outside that are shown. */
const LONGEST = { title: 300, people: 300, venue: 200, abstract: 700 };
/** Places that cite a paper, each of which is named. */
const MOST_PLACES = 5;
const MOST_NEAR_KEYS = 3;

/**
 * All that is known of a paper that a note cites: title, who, when and where, pages, abstract, its entry, who else cites
 * it; where nothing is known, why.
 * @param place the citation that is asked about, which is not told of again; null for none
 */
export function aboutPaper(
  notes: Notes,
  note: Note,
  reference: Reference,
  write: Writer,
  place: CitedPlace | null,
): string {
  const known = notes.papers.of(note, reference);
  const { paper, entry } = known;
  const isNamed = paper !== null && paper.title !== null;
  const called = write.text(referenceName(reference));
  const name = write.name(isNamed ? write.outside(paper.title ?? '', LONGEST.title) : called);
  const source = [isNamed && reference.kind !== 'citekey' ? called : '', entry ? entryLink(entry, write) : ''];
  const parts = [
    joined([name, paper && publication(paper, write)], write.newLine),
    joined(linksOf(reference, paper, write), write.betweenLinks),
    paper?.abstract ? write.outside(paper.abstract, LONGEST.abstract) : '',
    joined(source, ' · '),
    reference.kind === 'citekey' && !entry ? aboutUnknownKey(notes, note, reference.id, write) : '',
    isNamed ? '' : whyUnknown(notes, known, write),
    place ? alsoCited(notes, place, write) : '',
  ];
  return joined(parts, '\n\n');
}

function joined(parts: readonly (string | null)[], separator: string): string {
  return parts.filter((part) => part).join(separator);
}

function publication(paper: Paper, write: Writer): string {
  const { year, venue } = paper;
  const people = write.outside(listedAuthors(paper), LONGEST.people);
  return joined(
    [people, year === null ? '' : String(year), venue && write.emphasis(write.outside(venue, LONGEST.venue))],
    ' · ',
  );
}

/** The pages of what the note cites, or else of what its entry calls the paper. */
function linksOf({ url, pdf }: Reference, paper: Paper | null, write: Writer): (string | null)[] {
  const page = url ?? (paper && linkOf(paper));
  const file = pdf ?? paper?.identifiers.find((identifier) => identifier.pdf !== null)?.pdf ?? null;
  return [page && write.link('Landing page', page), file && write.link('PDF', file)];
}

/** Where the entry stands, as a link to it: `@perez2022 in refs.bib, line 12`. */
function entryLink({ uri, bibliography, key, address }: KnownEntry, write: Writer): string {
  if (uri === ZOTERO_LIBRARY) return write.outside(`@${key} in Zotero`, LONGEST.title);
  const place = bibliography.place(key);
  const name = `@${key} in ${fileName(address)}`;
  if (!place) return write.outside(name, LONGEST.title);
  const line = bibliography.position(place.key.start).line + 1;
  return write.link(write.outside(`${name}, line ${line}`, LONGEST.title), `${address}#L${line}`);
}

function aboutUnknownKey(notes: Notes, note: Note, key: string, write: Writer): string {
  const known = notes.bibliographies.of(note);
  const said =
    known.files.length === 0 ? 'This note has no bibliography.' : 'No bibliography of this note has this key.';
  const unread = known.files.map(({ uri, named, reason }) =>
    reason === null ? '' : `${outside(named?.path ?? fileName(uri ?? ''))} cannot be read: ${outside(reason)}.`,
  );
  const near = known.nearKeys(key, MOST_NEAR_KEYS).map((other) => outside(`@${other}`));
  return joined([said, ...unread, near.length > 0 ? `Near to it: ${near.join(', ')}.` : ''], ' ');

  function outside(text: string): string {
    return write.outside(text, LONGEST.title);
  }
}

/** Why nothing is known that could be looked up; where that is off, how to switch it on. */
function whyUnknown({ papers: { lookedUp } }: Notes, { lookUpAs }: KnownPaper, write: Writer): string {
  if (!lookedUp || !lookUpAs) return '';
  if (lookedUp.isOn) return lookedUp.whyUnknown(paperKey(lookUpAs)) ?? 'It is being looked up.';
  const command = write.emphasis('Debate Notes: Look Up All Cited Papers');
  const setting = write.code('debateNotes.lookup.enabled');
  return `${LOOK_UP_IS_OFF} The command ${command}, or the setting ${setting}, switches it on.`;
}

/** Nothing else in a hover reads like this, because all texts from outside are escaped: the client looks for it. */
const LOOK_UP_IS_OFF = 'Looking up papers online is off.';

/** The other places that cite the paper, whatever they call it. */
function alsoCited(notes: Notes, { note, citation }: CitedPlace, write: Writer): string {
  const others = notes.citing
    .placesOf(note, citation.reference)
    .filter((other) => other.note !== note || other.citation.range.start !== citation.range.start);
  // A place is a line: where one cites the paper twice, the link would be the same.
  const places = [...new Map(others.map((other) => [`${lineOf(other)} ${other.note.key}`, other])).values()];
  if (places.length === 0) return '';
  const shown = places.slice(0, MOST_PLACES).map((other) => placeLink(note, other, write));
  const more = places.length - shown.length;
  return `Also cited in ${shown.join(', ')}${more > 0 ? ` and ${more} more ${more === 1 ? 'place' : 'places'}` : ''}`;
}

/** From 1. */
function lineOf({ note, citation }: CitedPlace): number {
  return note.tree.lines.lineAt(citation.range.start) + 1;
}

function placeLink(from: Note, place: CitedPlace, write: Writer): string {
  const { note } = place;
  const line = lineOf(place);
  const name = note === from ? `line ${line}` : `${noteName(note)}, line ${line}`;
  return write.link(write.text(name), `${note.uri}#L${line}`);
}
