import type { FormattingOptions, TextEdit as LspTextEdit, Position, Range } from 'vscode-languageserver-types';
import { format, formatLines } from '../formatting/format';
import { formatAtColon, formatAtNewLine } from '../formatting/onType';
import type { FormatOptions } from '../formatting/style';
import type { TextEdit } from '../syntax/textEdit';
import type { Note } from '../workspace/note';
import { toLspRange, toTextRange } from './positions';

/** What to do about bullets: the setting `debateNotes.format.bullets`. */
export type Bullets = FormatOptions['bullets'];

/** The characters after which a client should ask for `onTypeFormatting`. */
export const FORMATTING_TRIGGERS = ['\n', ':'] as const;

/** Edits that format a whole note. */
export function formatting(note: Note, options: FormattingOptions, bullets: Bullets): LspTextEdit[] {
  return toLspEdits(note, format(note.tree, optionsFor(note, options, bullets)));
}

/** Edits that format the lines of a range and touch no other; a range that ends before a line leaves that out. */
export function rangeFormatting(note: Note, range: Range, options: FormattingOptions, bullets: Bullets): LspTextEdit[] {
  const { lines } = note.tree;
  const { start, end } = toTextRange(note, range);
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  const isBefore = last > first && lines.start(last) === end;
  const chosen = { first, last: isBefore ? last - 1 : last };
  return toLspEdits(note, formatLines(note.tree, chosen, optionsFor(note, options, bullets)));
}

/**
 * Edits that set right what has just been typed.
 * @param position behind the character
 * @param typed one of `FORMATTING_TRIGGERS`; nothing is done after another
 */
export function onTypeFormatting(note: Note, position: Position, typed: string): LspTextEdit[] {
  const offset = note.tree.lines.offset(position);
  if (typed === ':') return toLspEdits(note, formatAtColon(note.tree, offset));
  return typed === '\n' ? toLspEdits(note, formatAtNewLine(note.tree, offset)) : [];
}

function optionsFor(note: Note, { tabSize, insertSpaces }: FormattingOptions, bullets: Bullets): FormatOptions {
  // Who asks for bullets wants Markdown, whatever the file is called.
  return { bullets, indent: tabSize, tabs: !insertSpaces, separate: bullets === 'add' || isMarkdown(note) };
}

function isMarkdown({ uri }: Note): boolean {
  return /\.(?:md|markdown)(?:[?#]|$)/i.test(uri);
}

function toLspEdits(note: Note, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range: toLspRange(note, range), newText }));
}
