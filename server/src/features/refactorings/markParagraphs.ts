import type { TextEdit } from '../../rules/rule';
import { DEEPER, skipBlank } from '../../syntax/columns';
import { blockAt } from '../../syntax/noteTree';
import type { TextRange } from '../../syntax/textRange';
import type { Keyword, NoteTree, Prose, Statement } from '../../syntax/tree';
import type { Note } from '../../workspace/note';
import { type Paragraph, paragraphsOf } from './paragraphs';
import type { Offer, Place, Refactoring } from './refactoring';
import { afterEdits, isAsExpected } from './trial';

const KIND = 'refactor.rewrite.mark';

/** What a paragraph can be marked as. */
interface Mark {
  readonly keyword: Keyword;
  /** True for one that then stands under the statement above. */
  readonly isReply: boolean;
  /** The statements above that it can stand under; undefined for any or none. */
  readonly under?: readonly Keyword[];
}

const MARKS: readonly Mark[] = [
  { keyword: 'claim', isReply: false },
  { keyword: 'support', isReply: true },
  { keyword: 'rebuttal', isReply: true },
  { keyword: 'question', isReply: false },
  { keyword: 'concession', isReply: true },
  { keyword: 'answer', isReply: true, under: ['question'] },
  { keyword: 'undercut', isReply: true, under: ['support', 'rebuttal', 'undercut', 'cite'] },
];

/**
 * Makes statements of the paragraphs that a range touches, all of one kind. Replies come to stand under the statement
 * above the first. Not offered where it would change who answers whom among the other statements; those that answered
 * nothing may come to answer a new one. Cost: the blocks touched and those up to the statement above, and for each mark
 * what `isAsExpected` costs.
 */
export const markParagraphs: Refactoring = {
  kind: KIND,
  offers: ({ note, range }: Place) => {
    const { tree } = note;
    const first = blockAt(tree, range.start);
    const paragraphs = paragraphsIn(tree, first, range);
    if (paragraphs.length === 0) return [];
    const above = statementAbove(tree, first);
    const what = paragraphs.length === 1 ? 'paragraph' : `${paragraphs.length} paragraphs`;
    const order = orderWith(note, paragraphs);
    return MARKS.filter(({ under }) => !under || (above && under.includes(above.keyword))).flatMap(
      ({ keyword, isReply }): Offer[] => {
        const least = isReply && above ? above.column + DEEPER : 0;
        const edits = marked(tree, paragraphs, keyword, least);
        if (!isKept(note, edits, order, paragraphs)) return [];
        const title = `Mark the ${what} as ${keyword}${paragraphs.length === 1 ? '' : 's'}`;
        return [{ title, kind: `${KIND}.${keyword}`, edits }];
      },
    );
  },
};

/** The paragraphs that a range touches; for a cursor the one that it is in. */
function paragraphsIn(tree: NoteTree, first: number, { start, end }: TextRange): Paragraph[] {
  const { lines } = tree;
  const found: Paragraph[] = [];
  for (
    let index = first;
    index < tree.green.length && (index === first || (tree.starts[index] as number) < end);
    index++
  ) {
    const green = tree.green[index];
    // What begins inside a comment cannot begin a statement.
    if (green?.kind === 'prose' && !green.enclosed.continuesComment) {
      found.push(...paragraphsOf(tree, tree.block(index) as Prose));
    }
  }
  const [from, to] = [lines.lineAt(start), lines.lineAt(Math.max(start, end - 1))];
  return found.filter(({ firstLine, lastLine }) => firstLine <= to && lastLine >= from);
}

/** The statements in their order with the new ones, -1, among them. */
function orderWith({ tree, argument }: Note, paragraphs: readonly Paragraph[]): number[] {
  const order: number[] = [];
  let number = 0;
  for (const { firstLine } of paragraphs) {
    const before = argument.firstFrom(blockAt(tree, tree.lines.start(firstLine)));
    while (number < before) order.push(number++);
    order.push(-1);
  }
  while (number < argument.blocks.length) order.push(number++);
  return order;
}

/** Whether each paragraph becomes a statement with its own words and no other line's, and all others are as before. */
function isKept(
  note: Note,
  edits: readonly TextEdit[],
  order: readonly number[],
  paragraphs: readonly Paragraph[],
): boolean {
  const after = afterEdits(note, edits);
  if (!isAsExpected(note, edits, { order, isMarking: true }, after)) return false;
  const { tree } = after;
  return paragraphs.every(({ firstLine, lastLine }) => {
    const block = tree.block(blockAt(tree, tree.lines.start(firstLine)));
    if (block.kind !== 'statement' || block.firstLine !== firstLine) return false;
    const last = block.parts.findLast(({ kind }) => kind === 'text');
    return !last || tree.lines.lineAt(last.end) <= lastLine;
  });
}

/** The nearest statement above, in the same section. */
function statementAbove(tree: NoteTree, index: number): Statement | null {
  for (let at = index - 1; at >= 0; at--) {
    const kind = tree.green[at]?.kind;
    if (kind === 'statement') return tree.block(at) as Statement;
    if (kind === 'heading') return null;
  }
  return null;
}

/**
 * Puts the header in front of the first lines, and the others as deep as words of a statement stand.
 * @param least the column at which replies stand; items of a list keep their columns to each other
 */
function marked(tree: NoteTree, paragraphs: readonly Paragraph[], keyword: Keyword, least: number): TextEdit[] {
  const items = paragraphs.filter(({ isItem }) => isItem);
  const outermost = items.reduce((column, item) => Math.min(column, item.column), Number.POSITIVE_INFINITY);
  const by = Math.max(0, least - outermost);
  return paragraphs.flatMap((paragraph) =>
    markedLines(tree, paragraph, keyword, paragraph.isItem ? paragraph.column + by : least),
  );
}

function markedLines(
  { text, lines }: NoteTree,
  { firstLine, lastLine, bullet }: Paragraph,
  keyword: Keyword,
  column: number,
): TextEdit[] {
  const further = ' '.repeat(column + Math.max(DEEPER, bullet.length));
  const edits: TextEdit[] = [];
  for (let line = firstLine; line <= lastLine; line++) {
    // A byte order mark stays.
    const start = lines.start(line) + (line === 0 && text.startsWith('\ufeff') ? 1 : 0);
    const end = skipBlank(text, start, lines.end(line));
    if (line > firstLine) edits.push({ range: { start, end }, newText: further });
    else {
      const range = { start, end: end + bullet.length };
      edits.push({ range, newText: `${' '.repeat(column)}${bullet}${keyword}: ` });
    }
  }
  return edits;
}
