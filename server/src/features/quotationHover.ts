import type { Hover } from 'vscode-languageserver-types';
import { blockAt } from '../syntax/noteTree';
import type { TextRange } from '../syntax/textRange';
import { type Change, changesOf, onOneLine, toldSimilarity } from '../workspace/changes';
import type { Note } from '../workspace/note';
import type { NotePlace, NoteQuotation, Notes, PointOf } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { noteName } from './noteName';
import { toLspRange } from './positions';
import { aboutStatement } from './statementHover';
import type { Writer } from './writer';

/** UTF-16 units of a statement that are shown over a quotation of it. */
const LONGEST_TEXT = 400;

/** UTF-16 units that are shown on either side of a change. */
const AROUND = 80;

/** Whose words the quotation at an offset has: who says them, and where; and in what it differs, if it does. */
export function quotationHover(notes: Notes, note: Note, offset: number, write: Writer): Hover | null {
  const quotation = notes.quotationAt(note.uri, offset);
  if (!quotation) return null;
  const of = statementOf(quotation.source);
  const parts = quotation.isVerbatim
    ? [heading(quotation, of, write, 'word for word'), of ? write.quote(shortened(of.point.text, LONGEST_TEXT)) : '']
    : [
        heading(quotation, of, write, `${toldSimilarity(quotation.similarity)} alike`),
        differing(notes, note, quotation, write),
      ];
  const value = [...parts, of ? aboutStatement(notes, of, note, write) : ''].filter((part) => part !== '').join('\n\n');
  return { range: toLspRange(note, quotation.range), contents: { kind: write.kind, value } };
}

/** The statement that has some words; null where they are nobody's yet. */
function statementOf({ note, range }: NotePlace): PointOf | null {
  const point = note.argument.pointAt(blockAt(note.tree, range.start));
  return point && { note, point };
}

function heading({ source }: NoteQuotation, of: PointOf | null, write: Writer, how: string): string {
  const { note, range } = source;
  const line = note.tree.lines.lineAt(range.start) + 1;
  const where = write.link(write.text(`${noteName(note)}, line ${line}`), `${note.uri}#L${line}`);
  const { speaker = null, statement } = of?.point ?? {};
  const what = statement ? `the ${statement.keyword}` : 'a passage';
  const whose = speaker === null ? what : `${what} by ${write.text(speaker)}`;
  return `${write.name('Quotes')} ${whose} (${where}), ${how}`;
}

/** The quotation with the words that differ, those of the source before them. */
function differing(notes: Notes, note: Note, { range, source, gaps }: NoteQuotation, write: Writer): string {
  const changes = changesOf(notes, note, range, source, gaps);
  const words = (of: Note, { start, end }: TextRange) => write.text(onOneLine(of.text.slice(start, end)).trim());
  let shown = '';
  let at = range.start;
  const goOn = (end: number, isFirst: boolean, isLast: boolean) => {
    const same = write.text(around(onOneLine(note.text.slice(at, end)), isFirst, isLast));
    shown += /\S$/.test(shown) && /^[\p{L}\p{N}]/u.test(same) ? ` ${same}` : same;
  };
  changes.forEach((change: Change, i) => {
    goOn(change.range.start, i === 0, false);
    const [theirs, own] = [words(source.note, change.source), words(note, change.range)];
    const both = [theirs && write.taken(theirs), own && write.put(own)].filter((part) => part !== '').join(' ');
    shown += /\S$/.test(shown) && theirs ? ` ${both}` : both;
    at = change.range.end;
  });
  goOn(range.end, changes.length === 0, true);
  return write.quoted(shown);
}

/** What stands around changes; of much, what is far from them need not be seen. */
function around(text: string, isFirst: boolean, isLast: boolean): string {
  const [behind, before] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  if (text.length <= before + behind || (isFirst && isLast)) return text;
  const end = before > 0 ? text.slice(-before).replace(/^[\udc00-\udfff]/, '') : '';
  return shortened(text, behind) + end;
}
