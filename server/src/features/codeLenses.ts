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
  const { argument, tree } = note;
  const lenses: CodeLens[] = [];
  // Statements are not looked at one by one: an editor asks after every edit.
  argument.structure.keywords.forEach((keyword, index) => {
    if (!WITH_LENS.includes(keyword)) return;
    const isAnswered = (argument.shape.replies[index]?.length ?? 0) > 0 || notes.isRepliedToFromElsewhere(note, index);
    const block = argument.blocks[index] as number;
    const green = tree.green[block];
    if (!isAnswered || green?.kind !== 'statement') return;
    const start = (tree.starts[block] as number) + green.header.keywordStart;
    lenses.push({ range: toLspRange(note, { start, end: start + keyword.length }), data: { uri: note.uri } });
  });
  return lenses;
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
