import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { IdMention } from '../workspace/mentions';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { canonicalUri, referencedName, referenceName } from '../workspace/noteUri';
import { relativePath } from '../workspace/relativePath';
import { type NoteEdit, workspaceEdit } from './noteEdits';

/** A file or a folder that is about to have another URI. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits that keep references right when notes, or folders with notes, get other names or places: in all notes that
 * refer to one that moves, and in those that move themselves. Edits are for the files where they are now. Cost: linear
 * in the notes that have references to others.
 */
export function renameFiles(notes: Notes, renames: readonly FileRename[], versioned: boolean): WorkspaceEdit {
  const moves = new Moves(renames);
  const edits = notes.names.referring().flatMap((note) => {
    const place = moves.of(note.uri) ?? note.uri;
    const named = note.mentionsWhere((mention) => mention.kind === 'id' && mention.path !== null);
    return named.flatMap((mention) => (mention.kind === 'id' ? moved(notes, note, place, mention, moves) : []));
  });
  return workspaceEdit(edits, versioned);
}

function moved(notes: Notes, note: Note, place: string, mention: IdMention, moves: Moves): NoteEdit[] {
  const { path } = mention;
  if (path === null) return [];
  const meant = notes.noteOf(note, path)?.uri ?? note.nameOf(path);
  if (meant === null) return [];
  const target = moves.of(meant) ?? meant;
  if (target === meant && place === note.uri) return [];
  if (referencedName(place, path) === referenceName(target)) return [];
  const hasEnding = referenceName(path) !== canonicalUri(path);
  const fresh = relativePath(canonicalUri(place), hasEnding ? canonicalUri(target) : referenceName(target));
  if (fresh === null) return [];
  const newText = asWritten(mention, path.startsWith('./') && !fresh.startsWith('.') ? `./${fresh}` : fresh);
  return newText === null
    ? []
    : [{ note, range: { start: mention.whole.start, end: mention.range.end + closing(note, mention) }, newText }];
}

function closing({ text }: Note, { range, whole }: IdMention): number {
  return whole.end > range.end && text[range.end] === '>' ? 1 : 0;
}

/** A reference to a statement of another note, in the place of one; null where the markup has no way to write its path. */
export function asWritten({ role, id }: Pick<IdMention, 'role' | 'id'>, path: string): string | null {
  if (role === 'text') return /[[\]#\r\n]/.test(path) ? null : `${path}#${id}`;
  if (!/[\s#,:()<>]/.test(path)) return `${path}#${id}`;
  return /[>\r\n]/.test(path) ? null : `<${path}#${id}>`;
}

/** Where files will be. */
class Moves {
  private readonly renames: readonly { readonly from: string; readonly to: string }[];

  constructor(renames: readonly FileRename[]) {
    const bare = (uri: string) => uri.replace(/\/$/, '');
    const all = renames.map(({ oldUri, newUri }) => ({ from: canonicalUri(bare(oldUri)), to: bare(newUri) }));
    // A file in a folder that moves, too, may get another name on the way: what is named outright counts.
    this.renames = all.sort((a, b) => b.from.length - a.from.length);
  }

  /** The new URI of a file, or the new name of a note's; undefined for one that stays. */
  of(uri: string): string | undefined {
    const key = canonicalUri(uri);
    for (const { from, to } of this.renames) {
      if (key === from) return to;
      if (key.startsWith(`${from}/`)) return to + key.slice(from.length).split('/').map(encodeURIComponent).join('/');
      // Of a note that is not there only the name is known.
      if (key === referenceName(from)) return to;
    }
    return undefined;
  }
}
