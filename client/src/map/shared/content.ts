import type { ArgumentMapAnswer } from '../../../../server/src/protocol/messages';
import { carriedKeys } from './identity';
import type { MapContent, MapNote } from './messages';

/**
 * What a map shows, from what the server knows.
 * @param before what it showed last: statements that are found again keep their keys
 */
export function contentOf(answer: ArgumentMapAnswer, before: MapContent | null): MapContent {
  const notes = answer.notes.map(({ uri, title }): MapNote => ({ uri, title: title ?? baseName(uri) }));
  const uriOf = (note: number) => notes[note]?.uri ?? '';
  const named = answer.statements.map((statement) => ({
    ...statement,
    name: statement.key,
    note: uriOf(statement.note),
  }));
  const keys = carriedKeys(before?.statements ?? [], named);
  const keyOf = (index: number) => keys[index] as string;
  const statements = named.map(({ name, parent, kind, id, speaker, text, note, section, label, links }, i) => ({
    key: keyOf(i),
    name,
    parent: parent === null ? null : keyOf(parent),
    kind,
    id,
    speaker,
    text,
    note,
    section,
    label,
    links: links.map(({ to, relation, force }) => ({ to: keyOf(to), relation, force })),
  }));
  return { notes, statements };
}

/** The name of a file without its ending. */
export function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/(?:\.debate\.md|\.debate|\.md)$/i, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
