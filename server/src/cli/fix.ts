import { reasonOf } from '../files/failures';
import { replaceFile } from '../files/replaceFile';
import { bytesOf, type NoteFile } from './findNotes';
import type { OpenedNotes } from './opened';
import { complain } from './printed';
import type { Terminal } from './terminal';

/** A note, and what safe fixes make of its text. */
export interface FixedNote {
  readonly note: NoteFile;
  readonly text: string;
}

/** A fix may uncover what another one mends; rounds after which that is taken to have no end. */
const MOST_ROUNDS = 10;

/**
 * Applies the safe fixes of all notes, as on saving, until there is nothing left to fix. The notes that are opened then
 * have their new texts; no file is touched. Notes that are not valid UTF-8 are left alone: bytes would be lost.
 * @returns the notes that changed, with their new texts
 */
export function applySafeFixes({ service, notes }: OpenedNotes): FixedNote[] {
  const fixable = notes.filter(({ firstInvalid }) => firstInvalid === null);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed = fixable.flatMap(({ uri }) => {
      const text = service.linter.safelyFixed(uri);
      return text === null ? [] : [{ uri, text }];
    });
    if (changed.length === 0) break;
    for (const { uri, text } of changed) service.setNote(uri, text);
  }
  return fixable.flatMap((note) => {
    const text = service.note(note.uri)?.text ?? note.text;
    return text === note.text ? [] : [{ note, text }];
  });
}

/** Says which notes have safe fixes and are not rewritten, because they are not valid UTF-8; true where there are any. */
export function complainOfUnfixed({ service, notes }: OpenedNotes, terminal: Terminal): boolean {
  const unfixed = notes.filter(
    ({ firstInvalid, uri }) => firstInvalid !== null && service.linter.safelyFixed(uri) !== null,
  );
  for (const { file } of unfixed) complain(terminal, `${file} is not fixed: it is not valid UTF-8.`);
  return unfixed.length > 0;
}

/**
 * Writes fixed notes to their files. One that cannot be written is named on standard error and gets its old text back,
 * so that what is reported is what stands in the file.
 * @returns how many were written
 */
export async function writeFixed(
  fixed: readonly FixedNote[],
  { service }: OpenedNotes,
  terminal: Terminal,
  replace = replaceFile,
): Promise<number> {
  let written = 0;
  for (const { note, text } of fixed) {
    try {
      await replace(note.file, bytesOf(note, note.text), bytesOf(note, text));
      written += 1;
    } catch (error) {
      complain(terminal, `Cannot write ${note.file}: ${reasonOf(error)}. It is as it was.`);
      service.setNote(note.uri, note.text);
    }
  }
  return written;
}
