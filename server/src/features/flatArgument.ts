import type { Range } from 'vscode-languageserver-types';
import { contentEnd } from '../syntax/pieces';
import type { Keyword } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { shortened } from '../workspace/shortened';
import { toLspRange } from './positions';
import { Keys, parentsFirst } from './statementKeys';

/** UTF-16 units of a statement that are told. */
const LONGEST_TEXT = 1000;

/** A statement of the argument tree. */
export interface FlatStatement {
  readonly key: string;
  readonly parent: number | null;
  readonly kind: Keyword;
  readonly id: string | null;
  readonly speaker: string | null;
  readonly text: string;
  readonly range: Range;
  readonly selectionRange: Range;
}

/** The argument tree of a note as a flat list, parents before children. Cost: linear. */
export function flatArgument(note: Note): FlatStatement[] {
  const shown: FlatStatement[] = [];
  const place = new Map<number, number>();
  const keys = new Keys(note.argument.byId);
  for (const point of parentsFirst(note.argument)) {
    const { statement, speaker, text } = point;
    const parent = point.parent === null ? null : (place.get(point.parent) ?? null);
    place.set(point.index, shown.length);
    shown.push({
      key: keys.keyOf(point, parent === null ? '' : (shown[parent]?.key ?? '')),
      parent,
      kind: statement.keyword,
      id: statement.id?.name ?? null,
      speaker,
      text: shortened(text, LONGEST_TEXT),
      range: toLspRange(note, { start: statement.header.start, end: contentEnd(note.tree, statement) }),
      selectionRange: toLspRange(note, statement.keywordRange),
    });
  }
  return shown;
}
