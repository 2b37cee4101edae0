import { BlockFacts } from '../syntax/blockFacts';
import { textOfBlock } from '../syntax/blockMemo';
import { type GreenBlock, partsOf } from '../syntax/green';
import type { TextRange } from '../syntax/textRange';
import type { NoteTree, Unclosed } from '../syntax/tree';
import type { Finding, Fix, Rule } from './rule';

/** A comment, fenced code or a quotation that is opened and never closed. */
export const unclosedEnclosure: Rule = {
  meta: {
    id: 'unclosed-enclosure',
    severity: 'warning',
    description: 'A comment, fenced code or a quotation in “…” is opened and never closed, so that it is plain text.',
    tags: ['markup'],
  },
  // A fresh paste is not to light up: nobody has written in it yet.
  check: ({ note: { tree, argument } }) => (argument.blocks.length > 0 ? [...openers(tree), ...quotations(tree)] : []),
};

const UNCLOSED = new BlockFacts<Unclosed>(({ green }, index) => (green[index] as GreenBlock).enclosed.unclosed);

/** An end that is put in belongs to the first opener of its kind, so only that one has a fix. */
function openers(tree: NoteTree): Finding[] {
  const seen = new Set<Unclosed['kind']>();
  return UNCLOSED.in(tree).flatMap(({ block, facts }) => {
    const shift = tree.starts[block] as number;
    return facts.map((opener) => {
      const range = { start: opener.start + shift, end: opener.end + shift };
      const isFirst = !seen.has(opener.kind);
      seen.add(opener.kind);
      return finding(range, MESSAGES[opener.kind], () => (isFirst ? [closing(tree, opener, range)] : []));
    });
  });
}

const MESSAGES: Record<Unclosed['kind'], string> = {
  comment: "This comment is never closed, so it is read as text. Close it with '-->'.",
  '`': 'This code is never closed, so it is read as text. Close it with a line of the same marks.',
  '~': 'This code is never closed, so it is read as text. Close it with a line of the same marks.',
};

/** A comment ends with its line; code ends with the block of lines below it. */
function closing({ text, lines }: NoteTree, { kind }: Unclosed, range: TextRange): Fix {
  const line = lines.lineAt(range.start);
  if (kind === 'comment') {
    const end = lines.end(line);
    return { title: 'Close the comment', preferred: true, edits: [{ range: { start: end, end }, newText: ' -->' }] };
  }
  let last = line;
  while (last + 1 < lines.count && text.slice(lines.start(last + 1), lines.end(last + 1)).trim() !== '') last++;
  const end = lines.end(last);
  const lineBreak = text.slice(lines.end(0), lines.endWithBreak(0)) || '\n';
  const indent = text.slice(lines.start(line), range.start);
  const newText = `${lineBreak}${indent}${text.slice(range.start, range.end)}`;
  return { title: 'Close the code', preferred: true, edits: [{ range: { start: end, end }, newText }] };
}

/** Quotations of statements: in prose, every paragraph of a long quotation may begin with a mark of its own. */
function quotations(tree: NoteTree): Finding[] {
  return OPEN_QUOTATIONS.in(tree).flatMap(({ block, facts }) => {
    const shift = tree.starts[block] as number;
    return facts.map(({ at, end }) => openQuotation(shift + at, shift + end));
  });
}

const OPEN_QUOTATIONS = new BlockFacts(openQuotationsOf);
const NONE: readonly never[] = [];

/** Where the last words of a statement open a quotation, and where they end; from the start of its block. */
function openQuotationsOf(tree: NoteTree, block: number): readonly { readonly at: number; readonly end: number }[] {
  const green = tree.green[block] as GreenBlock;
  if (green.kind !== 'statement') return NONE;
  const text = textOfBlock(tree, block);
  if (!text.includes('“')) return NONE;
  const last = partsOf(green).findLast((part) => part.kind === 'text');
  if (!last) return NONE;
  const written = text.slice(last.start, last.end);
  const at = written.lastIndexOf('“');
  return at < 0 || /[”"]/.test(written.slice(at + 1)) ? NONE : [{ at: last.start + at, end: last.end }];
}

function openQuotation(at: number, end: number): Finding {
  const range = { start: at, end: at + 1 };
  const fix: Fix = {
    title: 'Close the quotation',
    preferred: true,
    edits: [{ range: { start: end, end }, newText: '”' }],
  };
  return finding(
    range,
    "This quotation is never closed, so it is read as the statement’s own words. Close it with '”'.",
    () => [fix],
  );
}

function finding(range: TextRange, message: string, fixes: () => Fix[]): Finding {
  return { range, message, related: [], fixes };
}
