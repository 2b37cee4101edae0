import type { TextEdit } from '../../rules/rule';
import { DEEPER, skipBlank } from '../../syntax/columns';
import { blockAt } from '../../syntax/noteTree';
import type { Keyword, NoteTree, Prose, Statement } from '../../syntax/tree';
import type { Offer, Place, Refactoring } from './refactoring';

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
 * above the first. Cost: the paragraphs, and the blocks up to the statement above.
 */
export const markParagraphs: Refactoring = {
  kind: KIND,
  offers: ({ note: { tree }, range }: Place) => {
    const first = blockAt(tree, range.start);
    const paragraphs = proseIn(tree, first, range.end);
    if (paragraphs.length === 0) return [];
    const above = statementAbove(tree, first);
    const what = paragraphs.length === 1 ? 'paragraph' : `${paragraphs.length} paragraphs`;
    return MARKS.filter(({ under }) => !under || (above && under.includes(above.keyword))).map(
      ({ keyword, isReply }): Offer => {
        const column = isReply && above ? above.column + DEEPER : 0;
        return {
          title: `Mark the ${what} as ${keyword}${paragraphs.length === 1 ? '' : 's'}`,
          kind: `${KIND}.${keyword}`,
          edits: paragraphs.flatMap((paragraph) => marked(tree, paragraph, keyword, column)),
        };
      },
    );
  },
};

function proseIn(tree: NoteTree, first: number, end: number): Prose[] {
  const found: Prose[] = [];
  for (
    let index = first;
    index < tree.green.length && (index === first || (tree.starts[index] as number) < end);
    index++
  ) {
    const green = tree.green[index];
    // What begins inside a comment cannot begin a statement.
    if (green?.kind === 'prose' && !green.enclosed.continuesComment) found.push(tree.block(index) as Prose);
  }
  return found;
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

/** Puts the header in front of the first line, and the others as deep as words of a statement stand. */
function marked(
  { text, lines }: NoteTree,
  { firstLine, lastLine }: Prose,
  keyword: Keyword,
  column: number,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = firstLine; line <= lastLine; line++) {
    const start = lines.start(line);
    const end = skipBlank(text, start, lines.end(line));
    const indent = ' '.repeat(line === firstLine ? column : column + DEEPER);
    edits.push({ range: { start, end }, newText: line === firstLine ? `${indent}${keyword}: ` : indent });
  }
  return edits;
}
