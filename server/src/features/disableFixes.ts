import type { Fix } from '../rules/rule';
import { lineBreak } from '../syntax/lineBreak';
import { blockAt } from '../syntax/noteTree';
import { firstOpaque } from '../syntax/pieces';
import type { NoteTree } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { RuleFinding } from './findings';

/** Quick fixes that put a directive in, for one finding: on its line where that can hold one, and for the whole note. */
export function disableFixes(note: Note, { rule, range: { start } }: RuleFinding): Fix[] {
  // The rules about directives are answered by changing the directive.
  if (rule === 'unused-directive' || rule === 'unknown-directive') return [];
  return [...(hasOpenerAbove(note, start) ? [] : onLine(note, rule, start)), inNote(note, rule)];
}

/** Whether the end of a comment that is put in would belong to an opener above, which nothing closes so far. */
function hasOpenerAbove({ tree }: Note, offset: number): boolean {
  let first = FIRST_OPENER.get(tree);
  if (first === undefined) {
    const found = tree.green.findIndex(({ enclosed }) => enclosed.unclosed.some(({ kind }) => kind === 'comment'));
    first = found < 0 ? Number.POSITIVE_INFINITY : found;
    FIRST_OPENER.set(tree, first);
  }
  return first <= blockAt(tree, offset);
}

/** Index of the first block with a comment that is never closed. */
const FIRST_OPENER = new WeakMap<NoteTree, number>();

/** A comment in a line of its own would part a text, so it stands above a statement, and at the end of other lines. */
function onLine({ text, tree }: Note, rule: string, offset: number): Fix[] {
  const { lines } = tree;
  const block = tree.block(blockAt(tree, offset));
  const line = lines.lineAt(offset);
  const title = `Disable '${rule}' for this line`;
  if (block.kind === 'statement' && line === block.firstLine) {
    const start = lines.start(line);
    const indent = text.slice(start, block.header.start);
    const newText = `${indent}<!-- debate-disable-next-line ${rule} -->${lineBreak(text, lines)}`;
    return [{ title, edits: [{ range: { start, end: start }, newText }] }];
  }
  if (block.kind !== 'statement' && block.kind !== 'prose' && block.kind !== 'quotation') return [];
  const end = lines.end(line);
  // Inside code or a comment it would be none.
  if (firstOpaque(tree, end, end + 1)) return [];
  return [{ title, edits: [{ range: { start: end, end }, newText: ` <!-- debate-disable-line ${rule} -->` }] }];
}

function inNote({ text, tree }: Note, rule: string): Fix {
  const { lines } = tree;
  const [first] = tree.green;
  const at = first?.kind === 'frontMatter' ? first.length : text.startsWith('\ufeff') ? 1 : 0;
  const comment = `<!-- debate-disable-file ${rule} -->`;
  const lineBreaks = lineBreak(text, lines);
  // Front matter may end with the note.
  const isOwnLine = at <= 1 || /[\r\n]$/.test(text.slice(0, at));
  const newText = isOwnLine ? comment + lineBreaks : lineBreaks + comment;
  return { title: `Disable '${rule}' in this note`, edits: [{ range: { start: at, end: at }, newText }] };
}
