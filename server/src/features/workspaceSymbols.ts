import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { BlockMemo, textOfBlock } from '../syntax/blockMemo';
import { type GreenBlock, type GreenStatement, type OtherBlock, partsOf } from '../syntax/green';
import { statementText } from '../syntax/pieces';
import type { NoteTree } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { isSnapshot } from '../workspace/noteUri';
import { shortened } from '../workspace/shortened';
import type { Steps } from '../workspace/steps';
import { fuzzyScore } from './fuzzy';
import { noteName } from './noteName';
import { toLspRange } from './positions';
import { SYMBOL_KINDS } from './symbolKinds';

/** Symbols that are sent at most: nobody reads more, and the next letter asks again. */
export const MOST_SYMBOLS = 200;

/** UTF-16 units of a name: clients look for what was typed in it, and show less. */
const LONGEST_NAME = 120;

/** What a heading or a statement is called. */
interface Name {
  readonly name: string;
  /** Lower case, as it is searched. */
  readonly folded: string;
}

/**
 * The headings and statements of all notes that fit a query, those that fit best first: every word of the query must
 * fit, and a `#` before an id does not count. A step is a note. Cost: linear in the names; those of a note are read
 * once a version.
 */
export function* workspaceSymbols(notes: Notes, query: string): Steps<WorkspaceSymbol[]> {
  const words = query.toLowerCase().replace(/^\s*#/, '').trim().split(/\s+/);
  const searched = new Map<string, Note>();
  let found: Found[] = [];
  const search = (note: Note) => {
    searched.set(note.key, note);
    if (isSnapshot(note.uri)) return;
    namesOf(note).forEach((name, block) => {
      const score = name === null ? null : scoreOf(words, name.folded);
      if (name !== null && score !== null) found.push({ note, block, name, score });
    });
    if (found.length > MOST_SYMBOLS * 4) found = best(found);
  };
  for (const note of notes.all()) {
    search(note);
    yield;
  }
  // Others may have changed while this one was looked at.
  found = found.filter(({ note }) => notes.get(note.uri) === note);
  for (const note of notes.all()) if (searched.get(note.key) !== note) search(note);
  return best(found).map(symbol);
}

interface Found {
  readonly note: Note;
  /** Index of the block that the heading or statement is. */
  readonly block: number;
  readonly name: Name;
  readonly score: number;
}

/** What fits alike stays in the order of notes and of the text. */
function best(found: Found[]): Found[] {
  return found.sort((a, b) => b.score - a.score).slice(0, MOST_SYMBOLS);
}

function scoreOf(words: readonly string[], text: string): number | null {
  let sum = 0;
  for (const word of words) {
    const score = fuzzyScore(word, text);
    if (score === null) return null;
    sum += score;
  }
  return sum;
}

/** What each block of a note is called; null for what has no name. */
type Names = readonly (Name | null)[];

const OF_TREE = new WeakMap<NoteTree, Names>();
const OF_BLOCK = new BlockMemo((green, text) => ({ name: nameOf(green, text) }));

/** Of a note that no editor has open there is only one version: nothing is kept with its blocks. */
function namesOf({ tree, version }: Note): Names {
  let names = OF_TREE.get(tree);
  if (!names) {
    const isKept = version !== null;
    names = tree.green.map((green, block) => {
      if (green.kind !== 'statement' && green.kind !== 'heading') return null;
      return isKept ? OF_BLOCK.of(tree, block).name : nameOf(green, textOfBlock(tree, block));
    });
    OF_TREE.set(tree, names);
  }
  return names;
}

function nameOf(green: GreenBlock, text: string): Name | null {
  const name = green.kind === 'statement' ? statementName(green, text) : headingName(green.block, text);
  return name === null ? null : { name, folded: name.toLowerCase() };
}

function statementName(green: Readonly<GreenStatement>, text: string): string {
  const { keyword, id } = green.header;
  const words = statementText({ text, opaque: green.enclosed.opaque }, { parts: partsOf(green) });
  const said = shortened(words, LONGEST_NAME);
  return id === null ? said || keyword : `#${id} ${said}`.trim();
}

function headingName(block: OtherBlock, text: string): string | null {
  if (block.kind !== 'heading') return null;
  return shortened(text.slice(block.title.start, block.title.end), LONGEST_NAME);
}

function symbol({ note, block, name: { name } }: Found): WorkspaceSymbol {
  const placed = note.tree.block(block);
  const isStatement = placed.kind === 'statement';
  const range = isStatement ? placed.header : placed.kind === 'heading' ? placed.title : placed;
  return {
    name,
    kind: isStatement ? SYMBOL_KINDS[placed.keyword] : SymbolKind.Namespace,
    containerName: noteName(note),
    location: { uri: note.uri, range: toLspRange(note, range) },
  };
}
