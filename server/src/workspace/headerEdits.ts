/** Small changes of a header, each tried out before it is offered: what a writer has begun in it may be in the way. */

import { type Header, parseHeader } from '../syntax/header';
import type { TextEdit } from '../syntax/textEdit';
import type { Statement } from '../syntax/tree';
import type { Note } from './note';

/** Gives a statement an id; null where it has one, or has begun one. */
export function withId(note: Note, statement: Statement, id: string): TextEdit | null {
  if (statement.id) return null;
  const at = statement.keywordRange.end;
  const edit = { range: { start: at, end: at }, newText: ` #${id}` };
  return headerAfter(note, statement, edit)?.id === id ? edit : null;
}

/** Names the speaker, behind the id; null where one is named, or has been begun. */
export function withSpeaker(note: Note, statement: Statement, name: string): TextEdit | null {
  const at = statement.id?.range.end ?? statement.keywordRange.end;
  const edit = { range: { start: at, end: at }, newText: ` (${name})`, ...(name === '' && { cursor: 2 }) };
  const after = headerAfter(note, statement, edit);
  return after && (after.speaker ?? '') === name ? edit : null;
}

/**
 * Aims a statement at the id of another; an empty one is left to be written. Null where it has a target already.
 * @param path of the note that has the other, as references have it; empty for the same note
 */
export function withTarget(note: Note, statement: Statement, id: string, path = ''): TextEdit | null {
  let at = statement.header.end - 1;
  while (/[ \t\u00a0]/.test(note.text[at - 1] as string)) at--;
  const reference = /[\s#,:()<>]/.test(path) ? `<${path}#${id}>` : `${path}#${id}`;
  const newText = ` -> ${reference}`;
  const edit = { range: { start: at, end: at }, newText, ...(id === '' && { cursor: newText.length }) };
  const targets = headerAfter(note, statement, edit)?.targets;
  const isRead = targets && (targets[0]?.id ?? '') === id && (targets[0]?.path ?? '') === path;
  return isRead ? edit : null;
}

/** Takes all targets out; null where that would leave no header. */
export function withoutTargets(note: Note, statement: Statement): TextEdit | null {
  const [first, last] = [statement.targets[0], statement.targets.at(-1)];
  if (!first || !last) return null;
  const { text } = note;
  let start = text.lastIndexOf('->', first.range.start);
  while (/[ \t\u00a0]/.test(text[start - 1] as string)) start--;
  let end = last.range.end;
  while (/[ \t\u00a0]*,/y.test(text.slice(end, statement.header.end))) end = text.indexOf(',', end) + 1;
  const edit = { range: { start, end }, newText: '' };
  const after = headerAfter(note, statement, edit);
  return after?.targets === null && after.id === (statement.id?.name ?? null) ? edit : null;
}

/** Characters of a header that is read again: of thousands of targets, each would have all of them read. */
const LONGEST = 1000;

function headerAfter({ text }: Note, { header }: Statement, { range, newText }: TextEdit): Header | null {
  if (header.end - header.start > LONGEST) return null;
  const written = text.slice(header.start, range.start) + newText + text.slice(range.end, header.end);
  const read = parseHeader(written, 0, written.length);
  return read?.end === written.length ? read : null;
}
