import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import type { Keyword } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { statementAt } from './named';
import { toLspRange } from './positions';
import { repliesCounted } from './repliesCounted';

/** What people discuss. Replies have theirs told by a hover: a line above every line is too much. */
const WITH_LENS: readonly Keyword[] = ['claim', 'answer', 'question'];

/**
 * A place above every claim, answer and question that has replies, in any note, for what has been said to it; where
 * nobody has replied there is none. What it says is worked out by `resolveCodeLens`. Cost: linear, and little.
 */
export function codeLenses(notes: Notes, note: Note): CodeLens[] {
  return note.argument.points.flatMap((point) => {
    const { statement } = point;
    if (!WITH_LENS.includes(statement.keyword)) return [];
    if (point.replies.length === 0 && notes.repliesTo({ note, point }).length === 0) return [];
    return { range: toLspRange(note, statement.keywordRange), data: { uri: note.uri } };
  });
}

/**
 * Says what a lens is there to say: `2 supports · 1 rebuttal · contested`.
 * @param showReferences the client's command that shows places, given URI, position and locations as LSP has them; where
 * it has none a click does nothing
 */
export function resolveCodeLens(notes: Notes, lens: CodeLens, showReferences: string | null): CodeLens {
  const note = notes.get(uriIn(lens.data));
  const of = note && statementAt(note, note.tree.lines.offset(lens.range.start));
  if (!of || !note) return { ...lens, command: { title: '', command: '' } };
  const title = [...repliesCounted(notes, of), notes.labelOf(of)].filter((part) => part !== null).join(' · ');
  return { ...lens, command: showReferences ? peek(notes, of, lens, title, showReferences) : { title, command: '' } };
}

function peek(notes: Notes, of: PointOf, { range }: CodeLens, title: string, command: string): Command {
  const locations = notes
    .repliesTo(of)
    .map(({ note, point }): Location => ({ uri: note.uri, range: toLspRange(note, point.statement.header) }));
  return { title, command, arguments: [of.note.uri, range.start, locations] };
}

function uriIn(data: unknown): string {
  const { uri } = Object(data) as { uri?: unknown };
  return typeof uri === 'string' ? uri : '';
}
