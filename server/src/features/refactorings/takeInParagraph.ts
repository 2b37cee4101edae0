import { columnOf } from '../../formatting/lines';
import { DEEPER } from '../../syntax/columns';
import { blockAt } from '../../syntax/noteTree';
import type { NoteTree, Statement } from '../../syntax/tree';
import { indented } from './indentation';
import type { Refactoring } from './refactoring';
import { isAsExpected } from './trial';

const KIND = 'refactor.rewrite.paragraph';

/** Indents the lines that follow a statement directly, so that they become part of it. */
export const takeInParagraph: Refactoring = {
  kind: KIND,
  offers: ({ note, range }) => {
    const { tree, argument } = note;
    const asked = blockAt(tree, range.start);
    const own = tree.green[asked]?.kind === 'prose' ? asked - 1 : asked;
    const [statement, prose] = [tree.green[own], tree.green[own + 1]];
    if (statement?.kind !== 'statement' || prose?.kind !== 'prose' || prose.enclosed.continuesComment) return [];
    const { firstLine, lastLine } = tree.block(own + 1);
    const column = columnOfWords(tree, tree.block(own) as Statement);
    const edits = indented(tree, firstLine, lastLine, () => column);
    const expected = { reworded: argument.firstFrom(own), taken: own + 1 };
    if (!isAsExpected(note, edits, expected)) return [];
    return [{ title: `Take the paragraph into the ${statement.header.keyword}`, kind: KIND, edits }];
  },
};

/** Where a statement's further lines stand, or would stand. */
function columnOfWords(tree: NoteTree, { parts, column, bullet, firstLine }: Statement): number {
  const text = parts.find(({ kind }) => kind === 'text');
  const further =
    text && 'pieces' in text ? text.pieces.find(({ start }) => tree.lines.lineAt(start) > firstLine) : undefined;
  if (further) return columnOf(tree, tree.lines.lineAt(further.start));
  return column + Math.max(DEEPER, bullet ? bullet.end - bullet.start : 0);
}
