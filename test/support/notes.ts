import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
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

/** Notes with a cursor in one of them, put into a language service. */
export interface Asked {
  readonly service: LanguageService;
  /** URI of the note that has the cursor, and where. */
  readonly uri: string;
  readonly position: Position;
  /** The marked ranges, as `name line:character-character` or, over lines, `name line:character-line:character`. */
  readonly ranges: readonly string[];
}

/** Takes the marks out of notes, one of which has `‸`, and puts them into a language service; see `Asked`. */
export function asked(workspace: Workspace): Asked {
  const { texts, ranges } = markedNotes(workspace);
  const service = serviceWith(texts);
  const [name = '', source = ''] = Object.entries(workspace).find(([, text]) => text.includes('‸')) ?? [];
  const uri = uriOf(name);
  const position = service.note(uri)?.tree.lines.position(marked(source).cursor) ?? { line: 0, character: 0 };
  const shown = ranges.map((range) => {
    const lines = service.note(range.uri)?.tree.lines;
    return shownPlace(range.uri, lines?.positions(range.range) as Range);
  });
  return { service, uri, position, ranges: shown };
}

/** A place as `name line:character-character`, lines and characters from 0. */
export function shownPlace(uri: string, { start, end }: Range): string {
  const to = start.line === end.line ? end.character : `${end.line}:${end.character}`;
  return `${nameOf(uri)} ${start.line}:${start.character}-${to}`;
}

/** The name of a note in a test workspace, of its URI. */
export function nameOf(uri: string): string {
  return uri.replace(/^file:\/\/\/notes\/|^untitled:|\.debate$/g, '');
}

/** The texts of the notes of a workspace that an edit changes, by name, after it. */
export function editedTexts(service: LanguageService, edit: WorkspaceEdit): Record<string, string> {
  const changes = Object.entries(edit.changes ?? {});
  const versioned = (edit.documentChanges ?? []).flatMap((change): [string, TextEdit[]][] =>
    'edits' in change ? [[change.textDocument.uri, change.edits.filter((one) => 'newText' in one)]] : [],
  );
  return Object.fromEntries(
    [...changes, ...versioned].map(([uri, edits]) => {
      const document = TextDocument.create(uri, 'debate', 1, service.note(uri)?.text ?? '');
      return [nameOf(uri), TextDocument.applyEdits(document, edits)];
    }),
  );
}
