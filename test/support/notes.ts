import { LanguageService } from '../../server/src/service';
import type { TextRange } from '../../server/src/syntax/textRange';
import { marked } from './marks';

/** Notes by name, with ranges marked in their texts; a name that begins with `untitled` is an unsaved document. */
export type Workspace = Readonly<Record<string, string>>;

/** A marked range and the note it stands in. */
export interface NoteRange {
  readonly uri: string;
  readonly range: TextRange;
}

/** The URI of a note of a test workspace. */
export function uriOf(name: string): string {
  return name.startsWith('untitled') ? `untitled:${name}` : `file:///notes/${name}.debate`;
}

/** Takes the marks out of a workspace: the texts, and the marked ranges in the order they are written in. */
export function markedNotes(workspace: Workspace): { texts: Map<string, string>; ranges: NoteRange[] } {
  const texts = new Map<string, string>();
  const ranges: NoteRange[] = [];
  for (const [name, source] of Object.entries(workspace)) {
    const note = marked(source);
    texts.set(uriOf(name), note.text);
    for (const range of note.ranges) ranges.push({ uri: uriOf(name), range });
  }
  return { texts, ranges };
}

/** A language service with some notes in, given by URI. */
export function serviceWith(texts: Iterable<readonly [uri: string, text: string]>): LanguageService {
  const service = new LanguageService();
  for (const [uri, text] of texts) service.setNote(uri, text);
  return service;
}

/** Puts bibliographies beside the notes of a service; all others that its notes name are missing. */
export function addBibliographies(service: LanguageService, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) service.setBibliography(`file:///notes/${name}`, text);
  for (const uri of service.wantedBibliographies()) {
    service.setUnreadableBibliography(uri, 'there is no such file');
  }
}
