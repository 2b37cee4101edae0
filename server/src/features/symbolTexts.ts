import { type Position, SymbolKind } from 'vscode-languageserver-types';
import type { Argument } from '../argument/argument';
import { changedBlocks, type Replaced } from '../syntax/edits';
import type { GreenBlock } from '../syntax/green';
import type { Heading, NoteTree, Statement } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { canonicalUri } from '../workspace/noteUri';
import { shortened } from '../workspace/shortened';
import { DEEPEST } from './documentSymbols';
import { SYMBOL_KINDS } from './symbolKinds';
import { LONGEST_NAME, statementName } from './symbolNames';

/** Notes of which the text is kept: those that were asked for last. */
const MOST_NOTES = 4;

/** Symbols in a piece of the text, which is made anew as a whole. */
const PIECE = 64;

/** The text of some symbols in a row, with what was open where it begins. */
interface Piece {
  readonly before: State;
  readonly text: Uint8Array;
}

/** How far a text has come. */
interface State {
  /** The next block. */
  readonly block: number;
  /** What has begun and not ended: each stands in the one before. */
  readonly open: readonly Open[];
  /** Last line of the symbol that was added last. */
  readonly lastLine: number;
  /** Whether there is a symbol at the top already. */
  readonly hasRoot: boolean;
}

interface Open {
  readonly start: Position;
  /** Level of a heading; null for a statement. */
  readonly level: number | null;
  /** Number of a statement; null for a heading. */
  readonly index: number | null;
  readonly hasChildren: boolean;
}

interface Known {
  readonly tree: NoteTree;
  readonly structure: Argument['structure'];
  readonly pieces: readonly Piece[];
}

const BEGINNING: State = { block: 0, open: [], lastLine: 0, hasRoot: false };

/**
 * The symbols of notes as JSON. Editors ask for them after every edit, and in a long note nearly all are as before:
 * then only the piece of the text around the edit is made anew.
 */
export class SymbolTexts {
  private known = new Map<string, Known>();

  /**
   * What `documentSymbols` says, in pieces of UTF-8; null where symbols stand too deep in each other to be told so.
   * Cost: the statements around the edit; all that stand behind it where lines have moved, and all of them where it
   * has changed who answers whom.
   */
  of(note: Note): readonly Uint8Array[] | null {
    const { tree, argument, key } = note;
    const before = this.known.get(key);
    this.known.delete(key);
    const pieces = piecesOf(note, before);
    if (!pieces) return null;
    this.known.set(key, { tree, structure: argument.structure, pieces });
    if (this.known.size > MOST_NOTES) this.known.delete(this.known.keys().next().value as string);
    return [OPENING, ...pieces.map(({ text }) => text), CLOSING];
  }

  /** Lets go of what is known of a note that is gone. */
  forget(uri: string): void {
    this.known.delete(canonicalUri(uri));
  }
}

const ENCODER = new TextEncoder();
const OPENING = ENCODER.encode('[');
const CLOSING = ENCODER.encode(']');

function piecesOf(note: Note, before: Known | undefined): readonly Piece[] | null {
  const { tree } = note;
  const changed = before && keptBut(before, note);
  if (!before || !changed) return new SymbolWriter(note, BEGINNING).upTo(tree.green.length);
  const { pieces } = before;
  const endOf = (i: number) => pieces[i + 1]?.before.block ?? before.tree.green.length;
  let first = 0;
  while (first < pieces.length && endOf(first) < changed.from) first++;
  let behind = pieces.length;
  if (keepsLines(before.tree, tree, changed))
    while (behind > first && (pieces[behind - 1] as Piece).before.block >= changed.oldTo) behind--;
  const state = pieces[first]?.before;
  if (!state || first === behind) return pieces;
  const fresh = new SymbolWriter(note, state).upTo(pieces[behind]?.before.block ?? tree.green.length);
  return fresh && [...pieces.slice(0, first), ...fresh, ...pieces.slice(behind)];
}

/** The blocks outside of which the symbols are what they were; null where any may be another. */
function keptBut({ tree, structure }: Known, note: Note): Replaced | null {
  if (structure !== note.argument.structure) return null;
  const changed = changedBlocks(tree, note.tree);
  const isHeading = ({ kind }: GreenBlock) => kind === 'heading';
  const { from, oldTo, newTo } = changed;
  return tree.green.slice(from, oldTo).some(isHeading) || note.tree.green.slice(from, newTo).some(isHeading)
    ? null
    : changed;
}

/** Whether all other blocks stand in the lines that they stood in, under the same numbers. */
function keepsLines(before: NoteTree, after: NoteTree, { from, oldTo, newTo }: Replaced): boolean {
  return oldTo === newTo && before.lines.count === after.lines.count && sameCounts(before, after, from, newTo);
}

function sameCounts(before: NoteTree, after: NoteTree, from: number, to: number): boolean {
  const lineCount = (tree: NoteTree, block: number) => tree.green[block]?.lineCount;
  for (let block = from; block < to; block++) if (lineCount(before, block) !== lineCount(after, block)) return false;
  return true;
}

/** Writes the symbols from some state on, in the order of the text, in pieces. */
class SymbolWriter {
  private readonly tree: NoteTree;
  private readonly open: Open[];
  private lastLine: number;
  private hasRoot: boolean;
  private text = '';

  constructor(
    private readonly note: Note,
    private readonly from: State,
  ) {
    this.tree = note.tree;
    this.open = [...from.open];
    this.lastLine = from.lastLine;
    this.hasRoot = from.hasRoot;
  }

  /** @returns the pieces up to a block that a symbol begins with, or to the end; null where they are too deep. */
  upTo(end: number): Piece[] | null {
    const { tree, note } = this;
    const pieces: Piece[] = [];
    let before = this.from;
    let count = 0;
    let index = note.argument.firstFrom(before.block);
    const finish = () => pieces.push({ before, text: ENCODER.encode(this.text) });
    for (let block = before.block; block < end; block++) {
      const kind = tree.green[block]?.kind;
      if (kind !== 'statement' && kind !== 'heading') continue;
      this.closeBefore(block, kind === 'statement' ? index : null);
      if (this.open.length >= DEEPEST) return null;
      if (count === PIECE) {
        finish();
        before = { block, open: [...this.open], lastLine: this.lastLine, hasRoot: this.hasRoot };
        this.text = '';
        count = 0;
      }
      if (kind === 'statement') this.addStatement(block, index++);
      else this.addHeading(tree.block(block) as Heading);
      count++;
    }
    this.closeBefore(end, note.argument.blocks[index] === end ? index : null);
    finish();
    return pieces;
  }

  /** Ends what does not reach up to a block: a statement of some number, a heading, or the end of the note. */
  private closeBefore(block: number, index: number | null): void {
    const { tree, note } = this;
    if (index !== null) {
      const above = note.argument.structure.above[index] as number;
      this.closeWhile(({ index: open }) => open !== null && open !== above, 0);
    } else if (block < tree.green.length) {
      const { level, firstLine } = tree.block(block) as Heading;
      this.closeWhile((open) => open.level === null || open.level >= level, firstLine - 1);
    } else this.closeWhile(() => true, tree.lines.count - 1);
  }

  private closeWhile(isOver: (open: Open) => boolean, sectionEnd: number): void {
    const { lines } = this.tree;
    for (let last = this.open.at(-1); last && isOver(last); last = this.open.at(-1)) {
      const line = last.level === null ? this.lastLine : Math.max(sectionEnd, this.lastLine);
      this.text += `],"range":${rangeText(last.start, lines.position(lines.end(line)))}}`;
      this.open.pop();
    }
  }

  private addStatement(block: number, index: number): void {
    const { tree, note } = this;
    const { keyword, header, lastLine } = tree.block(block) as Statement;
    const speaker = note.argument.speakers[index];
    const detail = JSON.stringify(speaker ? `${keyword} · ${speaker}` : keyword);
    const about = `"name":${JSON.stringify(statementName(tree, block))},"detail":${detail},"kind":${SYMBOL_KINDS[keyword]}`;
    this.begin(about, header, { level: null, index });
    this.lastLine = lastLine;
  }

  private addHeading({ level, title, start, lastLine }: Heading): void {
    const name = shortened(this.note.text.slice(title.start, title.end), LONGEST_NAME);
    this.begin(`"name":${JSON.stringify(name)},"kind":${SymbolKind.Namespace}`, title, { level, index: null }, start);
    this.lastLine = lastLine;
  }

  private begin(
    about: string,
    selection: { readonly start: number; readonly end: number },
    which: Pick<Open, 'level' | 'index'>,
    from = selection.start,
  ): void {
    const { lines } = this.tree;
    const parent = this.open.at(-1);
    if (parent ? parent.hasChildren : this.hasRoot) this.text += ',';
    if (parent) this.open[this.open.length - 1] = { ...parent, hasChildren: true };
    else this.hasRoot = true;
    const selected = rangeText(lines.position(selection.start), lines.position(selection.end));
    this.text += `{${about},"selectionRange":${selected},"children":[`;
    this.open.push({ start: lines.position(from), ...which, hasChildren: false });
  }
}

function rangeText(start: Position, end: Position): string {
  return (
    `{"start":{"line":${start.line},"character":${start.character}},` +
    `"end":{"line":${end.line},"character":${end.character}}}`
  );
}
