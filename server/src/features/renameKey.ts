import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { citekeyReference, writtenForm } from '../citations/paper';
import { type FoundCitation, isAccepted } from '../citations/reference';
import { fileName, ZOTERO_LIBRARY } from '../workspace/bibliographyPath';
import { isParticipant } from '../workspace/blockCitations';
import type { CitedPlace } from '../workspace/citingNotes';
import type { Note } from '../workspace/note';
import type { KnownEntry, NoteBibliographies } from '../workspace/noteBibliographies';
import type { Notes } from '../workspace/notes';
import { citationAt } from './citationAt';
import { type FileEdits, workspaceEdit } from './noteEdits';
import { noteName } from './noteName';
import { toLspRange } from './positions';
import type { Refusal } from './rename';

/** The citation at an offset, if it is a citation key. */
export function citedKeyAt(note: Note, offset: number): FoundCitation | null {
  const citation = citationAt(note, offset);
  return citation && isAccepted(citation) && citation.reference.kind === 'citekey' ? citation : null;
}

/** What renaming a key would replace. */
export function prepareKeyRename(
  notes: Notes,
  note: Note,
  citation: FoundCitation,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const entry = renamable(notes, note, citation);
  if ('refused' in entry) return entry;
  const start = citation.range.start + (isBraced(note, citation) ? 2 : 1);
  return { range: toLspRange(note, { start, end: start + entry.key.length }), placeholder: entry.key };
}

/**
 * The edits that give an entry another key: in its bibliography, where other entries name it, and in all notes for which
 * the key means that entry.
 */
export function renameKey(
  notes: Notes,
  note: Note,
  citation: FoundCitation,
  newName: string,
  versioned: boolean,
): WorkspaceEdit | Refusal {
  const entry = renamable(notes, note, citation);
  if ('refused' in entry) return entry;
  const name = newName
    .trim()
    .replace(/^@/, '')
    .replace(/^\{(.*)\}$/s, '$1');
  if (name === entry.key) return workspaceEdit([], versioned);
  const citing = [...notes.citing.keys(entry.key)].filter(({ known }) => known.entry(entry.key)?.uri === entry.uri);
  const refused = refusedKey(entry, citing, name);
  if (refused !== null) return { refused };
  const file = inBibliography(entry, name);
  if (file.edits.length === 0) return notFound(entry);
  const edits = citing.map((place) => ({
    note: place.note,
    range: place.citation.range,
    newText: isBraced(place.note, place.citation) ? `@{${name}}` : writtenForm(citekeyReference(name)),
  }));
  return workspaceEdit(edits, versioned, [file]);
}

function renamable(notes: Notes, note: Note, { reference: { id } }: FoundCitation): KnownEntry | Refusal {
  const entry = notes.bibliographies.of(note).entry(id);
  if (!entry) {
    return { refused: `'@${id}' is in no bibliography of this note, so that there is nothing to rename.` };
  }
  if (entry.uri === ZOTERO_LIBRARY) return { refused: `'@${id}' is in the library of Zotero, and is renamed there.` };
  return entry.bibliography.place(id) ? entry : notFound(entry);
}

/** In the middle of being written, or written in a way that a search for it misses. */
function notFound({ address, key }: KnownEntry): Refusal {
  return { refused: `It cannot be told where '${fileName(address)}' has the key '${key}'.` };
}

function refusedKey(
  { bibliography, address }: KnownEntry,
  citing: readonly (CitedPlace & { readonly known: NoteBibliographies })[],
  name: string,
): string | null {
  if (!/^[^\s{}]{1,200}$/.test(name)) {
    return `'${name}' is no citation key: a key has neither spaces nor braces, and at most 200 characters.`;
  }
  const fault = bibliography.faultOfKey(name);
  if (fault !== null) return `'${name}' is no key for '${fileName(address)}': ${fault}.`;
  const taken = bibliography.has(name) ? address : citing.map(({ known }) => known.entry(name)?.address).find(Boolean);
  if (taken) return `'@${name}' is the key of another entry in '${fileName(taken)}' already.`;
  const range = { start: 0, end: 0 };
  const person = citing.find(({ note }) => isParticipant({ range, reference: citekeyReference(name) }, note.tree));
  return person ? `'@${name}' is somebody who takes part in '${noteName(person.note)}'.` : null;
}

function inBibliography({ bibliography, key, address }: KnownEntry, name: string): FileEdits {
  const edits = bibliography.withKey(key, name).map(({ range, newText }): TextEdit => {
    const [start, end] = [bibliography.position(range.start), bibliography.position(range.end)];
    return { range: { start, end }, newText };
  });
  return { uri: address, edits };
}

function isBraced({ text }: Note, { range }: FoundCitation): boolean {
  return text[range.start + 1] === '{';
}
