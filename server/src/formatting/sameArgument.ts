import { Section } from '../argument/parents';
import { statementText } from '../syntax/pieces';
import type { Block, NoteTree, Statement } from '../syntax/tree';

/**
 * Whether two notes say the same: the same statements with the same words, quotations, code and comments, each under
 * the same one by position, and between them the same passages, character by character. Cost: linear.
 */
export function sameArgument(a: NoteTree, b: NoteTree): boolean {
  const [facts, others] = [factsOf(a), factsOf(b)];
  return facts.length === others.length && facts.every((fact, i) => fact === others[i]);
}

function factsOf(tree: NoteTree): string[] {
  const facts: string[] = [];
  let section = new Section();
  let count = 0;
  for (const block of tree.blocks) {
    if (block.kind === 'blank') continue;
    if (block.kind === 'heading') section = new Section();
    if (block.kind === 'statement') {
      const parent = section.place(block.keyword, block.column, count++);
      facts.push(`${parent} ${statementFacts(tree, block)}`);
    } else facts.push(`${block.kind} ${withoutLastBreak(tree, block)}`);
  }
  return facts;
}

function statementFacts(tree: NoteTree, statement: Statement): string {
  const { keyword, id, speaker, targets, parts } = statement;
  const names = [id?.name, speaker?.name, ...targets.map(({ range }) => tree.text.slice(range.start, range.end))];
  const others = parts.filter(({ kind }) => kind !== 'text').map((part) => `${part.kind}${unindented(tree, part)}`);
  return [keyword, ...names, statementText(tree, statement), ...others].join('\0');
}

function unindented({ text }: NoteTree, { start, end }: { start: number; end: number }): string {
  return text
    .slice(start, end)
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .join('\n');
}

/** The last line break of a block is no part of it when a text ends there. */
function withoutLastBreak({ text, lines }: NoteTree, block: Block): string {
  return text.slice(block.start, lines.end(block.lastLine));
}
