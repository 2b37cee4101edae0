import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { foldId, sameSpeaker } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import type { Mention } from '../workspace/mentions';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { type Entity, meantAt, mentionAt, occurrencesOf, statementOf } from './named';
import { type NoteEdit, workspaceEdit } from './noteEdits';
import { toLspRange } from './positions';
import { citedKeyAt, prepareKeyRename, renameKey } from './renameKey';

/** Why something cannot be done, for the user. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}

/** What renaming at a position would replace. */
export function prepareRename(
  notes: Notes,
  note: Note,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const key = citedKeyAt(note, note.tree.lines.offset(position));
  if (key) return prepareKeyRename(notes, note, key);
  const found = renamable(notes, note, position);
  if (isRefusal(found)) return found;
  const { mention } = found;
  const range = mention.kind === 'speaker' ? insideQuotes(note.text, mention.range) : mention.range;
  return { range: toLspRange(note, range), placeholder: note.text.slice(range.start, range.end) };
}

/** The edits, in all notes, that give an id, a speaker or the entry of a citation key another name. */
export function rename(
  notes: Notes,
  note: Note,
  position: Position,
  newName: string,
  versioned: boolean,
): WorkspaceEdit | Refusal {
  const key = citedKeyAt(note, note.tree.lines.offset(position));
  if (key) return renameKey(notes, note, key, newName, versioned);
  const found = renamable(notes, note, position);
  if (isRefusal(found)) return found;
  const { entity } = found;
  const name = newName.trim().replace(entity.kind === 'statement' ? /^#/ : /^@/, '');
  const refused = entity.kind === 'statement' ? refusedId(entity, name) : refusedSpeaker(notes, note, entity, name);
  if (refused !== null) return { refused };
  const edits = occurrencesOf(notes, note, entity).map(
    (place): NoteEdit => ({
      note: place.note,
      range: place.mention.range,
      newText: written(place.note.text, place.mention, name),
    }),
  );
  return workspaceEdit(edits, versioned);
}

const NOT_HERE = 'Only ids, speakers and citation keys can be renamed. Put the cursor on one.';

function renamable(notes: Notes, note: Note, position: Position): { entity: Entity; mention: Mention } | Refusal {
  const offset = note.tree.lines.offset(position);
  const meant = meantAt(notes, note, offset);
  if (meant?.mention) return { entity: meant.entity, mention: meant.mention };
  const lost = mentionAt(note, offset);
  if (lost?.kind === 'id') return { refused: `'#${lost.id}' names no statement, so that there is nothing to rename.` };
  return { refused: NOT_HERE };
}

const ID = /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u;

function refusedId({ of }: Entity & { kind: 'statement' }, name: string): string | null {
  if (!ID.test(name)) {
    return `'${name}' is no id: an id is a letter, then letters, digits, '-' and '_'.`;
  }
  const taken = of.note.argument.byId.get(foldId(name));
  if (taken === undefined || taken === of.index) return null;
  const { keyword, firstLine } = statementOf({ note: of.note, index: taken });
  return `'#${name}' is the id of the ${keyword} in line ${firstLine + 1} already.`;
}

function refusedSpeaker(notes: Notes, note: Note, entity: Entity & { kind: 'speaker' }, name: string): string | null {
  if (name === '') return 'A speaker has a name.';
  if (/[()\r\n]/.test(name)) return 'The name of a speaker has no parentheses and no line breaks.';
  if (sameSpeaker(entity.name, name)) return null;
  const [taken] = occurrencesOf(notes, note, { kind: 'speaker', name }).filter(
    ({ mention }) => mention.kind === 'speaker' && sameSpeaker(mention.name, name),
  );
  return taken ? `There is a speaker '${name}' already: the two could not be told apart again.` : null;
}

/** A name as it has to be written where another stands. */
function written(text: string, { role, range }: Mention, name: string): string {
  if (role !== 'participant') return name;
  const quote = quoteOf(text, range);
  if (quote === "'") return `'${name.replaceAll("'", "''")}'`;
  if (quote === '"' || !isPlainYaml(name)) return JSON.stringify(name);
  return name;
}

function insideQuotes(text: string, range: TextRange): TextRange {
  return quoteOf(text, range) === '' ? range : { start: range.start + 1, end: range.end - 1 };
}

function quoteOf(text: string, { start, end }: TextRange): '"' | "'" | '' {
  const first = text[start];
  return (first === '"' || first === "'") && end - start > 1 && text[end - 1] === first ? first : '';
}

/** Whether YAML takes a name for a text as it stands: letters, digits, and what can mean nothing between them. */
function isPlainYaml(name: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} ._'’-]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off)$/i.test(name);
}
