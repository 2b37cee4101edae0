import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { firstOpaque } from '../syntax/pieces';
import { firstWhere } from '../syntax/sorted';
import { type TextRange, touches } from '../syntax/textRange';
import type { Block, Named, Statement, StatementPart } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { citationAt } from './citationAt';
import { type Branch, branchesOf, lastFrom, type Section, sectionsOf } from './extents';
import { toLspRange } from './positions';

/** Branches that are offered above a statement: clients walk the ranges by recursion, and nobody presses a key so often. */
const MOST_BRANCHES = 200;

/** UTF-16 units to either side of the cursor that are searched for words and sentences; longer ones are left out. */
const WINDOW = 2000;

/** Made when first asked for: the tables behind them take milliseconds to load. */
const segmenters: Partial<Record<'word' | 'sentence', Intl.Segmenter>> = {};

function segmenterOf(granularity: 'word' | 'sentence'): Intl.Segmenter {
  segmenters[granularity] ??= new Intl.Segmenter('en', { granularity });
  return segmenters[granularity];
}

/**
 * What *Expand Selection* selects step by step (LSP 3.17): word, sentence, line, text, statement, the branches it
 * stands in, sections, note; in a header the name, attribute and header. One chain for each position, every range
 * larger than the one before. Cost: the note once; for each position its statement, and at most 200 branches.
 */
export function selectionRanges(note: Note, positions: readonly Position[]): SelectionRange[] {
  const surroundings = new Surroundings(note);
  return positions.map((position) => {
    const offset = note.tree.lines.offset(position);
    const chain = new Chain(offset);
    const place = lastFrom(note.tree.blocks, note.tree.lines.lineAt(offset));
    const block = note.tree.blocks[place];
    // Below a final line break stands no block.
    if (block && offset <= block.end) growInBlock(note, block, chain);
    surroundings.grow(place, chain);
    return nested(note, chain.ranges);
  });
}

/** From the largest to the smallest, so that each can name the one around it. */
function nested(note: Note, ranges: readonly TextRange[]): SelectionRange {
  const [largest, ...others] = ranges.toReversed();
  let inner: SelectionRange = { range: toLspRange(note, largest ?? { start: 0, end: note.text.length }) };
  for (const range of others) inner = { range: toLspRange(note, range), parent: inner };
  return inner;
}

/** Ranges around an offset, each larger than the one before and around it. */
class Chain {
  readonly ranges: TextRange[] = [];

  constructor(readonly offset: number) {}

  /** Adds a range if it holds all before and more. */
  grow({ start, end }: TextRange): void {
    const last = this.ranges.at(-1) ?? { start: this.offset, end: this.offset };
    const isLarger = start <= last.start && end >= last.end && end - start > last.end - last.start;
    if (isLarger) this.ranges.push({ start, end });
  }
}

/** What stands around the blocks of a note. */
class Surroundings {
  private readonly branches: readonly Branch[];
  private readonly sections: readonly Section[];
  /** For each block, the innermost branch that it lies in. */
  private readonly innermost: readonly (number | null)[];

  constructor(private readonly note: Note) {
    this.branches = branchesOf(note.argument.points);
    this.sections = sectionsOf(note.tree);
    this.innermost = innermostBranches(note.tree.blocks, this.branches);
  }

  grow(place: number, chain: Chain): void {
    const { argument, text, tree } = this.note;
    const { lines } = tree;
    let index = this.innermost[place] ?? null;
    for (let left = MOST_BRANCHES; index !== null && left > 0; left--) {
      const { lastLine, parent } = this.branches[index] as Branch;
      const { header } = (argument.points[index] as { statement: Statement }).statement;
      chain.grow({ start: header.start, end: lines.end(lastLine) });
      index = parent;
    }
    const section = lastFrom(this.sections, lines.lineAt(chain.offset));
    for (let at = this.sections[section]; at; at = this.sections[at.parent ?? -1]) {
      chain.grow({ start: at.heading.start, end: lines.end(at.lastLine) });
    }
    chain.grow({ start: 0, end: text.length });
  }
}

function innermostBranches(blocks: readonly Block[], branches: readonly Branch[]): (number | null)[] {
  let at: number | null = null;
  let next = 0;
  return blocks.map(({ firstLine }) => {
    if (branches[next]?.firstLine === firstLine) {
      at = next;
      next++;
    }
    while (at !== null && (branches[at] as Branch).lastLine < firstLine) at = (branches[at] as Branch).parent;
    return at;
  });
}

function growInBlock(note: Note, block: Block | StatementPart, chain: Chain): void {
  switch (block.kind) {
    case 'statement':
      growInStatement(note, block, chain);
      return;
    case 'heading':
      growInLine(note, block.title, chain);
      break;
    case 'speakerHeading':
      growInName(note, block.speaker, chain);
      break;
    case 'text':
    case 'prose':
    case 'quotation': {
      const piece = pieceAt(block.pieces, chain.offset);
      if (piece) growInLine(note, piece, chain);
      break;
    }
    case 'frontMatter':
    case 'code':
    case 'comment':
      growInOpaqueBlock(note, block, chain);
      break;
    case 'blank':
      return;
  }
  chain.grow(written(note, block));
}

function growInStatement(note: Note, statement: Statement, chain: Chain): void {
  const { header, parts } = statement;
  const { offset } = chain;
  const part = parts.find((some) => touches(written(note, some), offset));
  if (part) growInBlock(note, part, chain);
  else if (offset <= header.end) growInHeader(note, statement, chain);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first && last) chain.grow({ start: written(note, first).start, end: written(note, last).end });
  chain.grow({ start: header.start, end: note.tree.lines.end(statement.lastLine) });
}

/** Name, attribute, header. */
function growInHeader(note: Note, { header, keywordRange, id, speaker, targets }: Statement, chain: Chain): void {
  const { offset } = chain;
  const [first, last] = [targets[0], targets.at(-1)];
  if (touches(keywordRange, offset)) chain.grow(keywordRange);
  if (id && offset >= id.range.start - 1 && offset <= id.range.end) {
    chain.grow(id.range);
    chain.grow({ start: id.range.start - 1, end: id.range.end });
  }
  if (speaker) growInName(note, speaker, chain);
  for (const { id: name, range } of targets) {
    const end = note.text[range.end - 1] === '>' ? range.end - 1 : range.end;
    chain.grow({ start: end - name.length, end });
    chain.grow(range);
  }
  if (first && last) {
    const before = note.text.slice(header.start, first.range.start);
    chain.grow({ start: header.start + before.lastIndexOf('->'), end: last.range.end });
  }
  chain.grow(header);
}

/** Word, name, name in its parentheses. */
function growInName({ text }: Note, { range }: Named, chain: Chain): void {
  const attribute = { start: text.lastIndexOf('(', range.start - 1), end: text.indexOf(')', range.end) + 1 };
  if (!touches(attribute, chain.offset)) return;
  growBySegment(text, range, chain, 'word');
  chain.grow(range);
  chain.grow(attribute);
}

/** Word, citation or code, sentence, line. */
function growInLine(note: Note, piece: TextRange, chain: Chain): void {
  const { offset } = chain;
  if (!touches(piece, offset)) return;
  growBySegment(note.text, piece, chain, 'word');
  const opaque = firstOpaque(note.tree, offset, offset + 1);
  if (opaque && touches(opaque, offset)) chain.grow(opaque);
  const citation = citationAt(note, offset);
  if (citation) chain.grow(citation.range);
  growBySegment(note.text, piece, chain, 'sentence');
  chain.grow(piece);
}

/** Word, line, and what stands between the marks. */
function growInOpaqueBlock(note: Note, block: Exclude<Block, Statement>, chain: Chain): void {
  const { lines } = note.tree;
  const line = lines.lineAt(chain.offset);
  const whole = { start: lines.start(line), end: lines.end(line) };
  const { start, end } = written(note, block);
  if (block.kind === 'comment') {
    growBySegment(note.text, whole, chain, 'word');
    const open = note.text.startsWith('<!--', start) ? start + 4 : start;
    const close = note.text.startsWith('-->', end - 3) ? end - 3 : end;
    if (touches({ start: open, end: close }, chain.offset)) chain.grow({ start: open, end: close });
  } else if (line > block.firstLine && line < block.lastLine) {
    growBySegment(note.text, whole, chain, 'word');
    chain.grow(whole);
    chain.grow({ start: lines.start(block.firstLine + 1), end: lines.end(block.lastLine - 1) });
  } else chain.grow(whole);
}

/** The word or sentence at the cursor, unless it may go on beyond what is searched. */
function growBySegment(text: string, piece: TextRange, chain: Chain, granularity: 'word' | 'sentence'): void {
  const { offset } = chain;
  const start = Math.max(piece.start, offset - WINDOW);
  const end = Math.min(piece.end, offset + WINDOW);
  const segments = segmenterOf(granularity).segment(text.slice(start, end));
  // At the end of a word the cursor still touches it.
  for (const at of [offset, offset - 1]) {
    const found = at < start ? undefined : segments.containing(at - start);
    if (!found || found.isWordLike === false) continue;
    const range = { start: start + found.index, end: start + found.index + found.segment.length };
    const isCut = (range.start === start && start > piece.start) || (range.end === end && end < piece.end);
    if (!isCut) chain.grow(range);
    return;
  }
}

/** The piece that an offset touches. Cost: logarithmic. */
function pieceAt(pieces: readonly TextRange[], offset: number): TextRange | undefined {
  const found = pieces[firstWhere(pieces.length, (i) => (pieces[i] as TextRange).end >= offset)];
  return found && touches(found, offset) ? found : undefined;
}

/** A block or part without its indentation and last line break. */
function written({ text, tree }: Note, block: Block | StatementPart): TextRange {
  if (block.kind === 'text') return block;
  const { start } = block;
  const end = tree.lines.end(block.lastLine);
  const indentation = text.slice(start, tree.lines.end(block.firstLine)).search(/\S/);
  return { start: start + Math.max(indentation, 0), end };
}
