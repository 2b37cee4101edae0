import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { textOfBlock } from '../syntax/blockMemo';
import { partsOf } from '../syntax/green';
import { statementText } from '../syntax/pieces';
import type { NoteTree } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { isSnapshot } from '../workspace/noteUri';
import { fuzzyScore } from './fuzzy';
import { noteName } from './noteName';
import { toLspRange } from './positions';
import { shortened } from './shortened';
import { SYMBOL_KINDS } from './symbolKinds';

/** Symbols that are sent at most: nobody reads more, and the next letter asks again. */
export const MOST_SYMBOLS = 200;

/** UTF-16 units of a name: clients look for what was typed in it, and show less. */
const LONGEST_NAME = 120;

/** A heading or a statement by the block it is. */
interface Name {
  readonly block: number;
  readonly name: string;
  /** Lower case, as it is searched. */
  readonly folded: string;
}

const NAMES = new WeakMap<NoteTree, readonly Name[]>();

/**
 * The headings and statements of all notes that fit a query, those that fit best first: every word of the query must
 * fit, and a `#` before an id does not count. Cost: linear in the names; those of a note are read once a version.
 */
export function workspaceSymbols(notes: Notes, query: string): WorkspaceSymbol[] {
  const words = query.toLowerCase().replace(/^\s*#/, '').trim().split(/\s+/);
  let found: Found[] = [];
  for (const note of notes.all()) {
    if (isSnapshot(note.uri)) continue;
    for (const name of namesOf(note.tree)) {
      const score = scoreOf(words, name.folded);
      if (score !== null) found.push({ note, name, score });
    }
    if (found.length > MOST_SYMBOLS * 4) found = best(found);
  }
  return best(found).map(({ note, name }) => symbol(note, name));
}

interface Found {
  readonly note: Note;
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

function namesOf(tree: NoteTree): readonly Name[] {
  let names = NAMES.get(tree);
  if (!names) {
    names = tree.green.flatMap((_, block) => nameOf(tree, block) ?? []);
    NAMES.set(tree, names);
  }
  return names;
}

function nameOf(tree: NoteTree, block: number): Name | null {
  const green = tree.green[block];
  if (green?.kind !== 'statement' && green?.kind !== 'heading') return null;
  const text = textOfBlock(tree, block);
  let name: string;
  if (green.kind === 'statement') {
    const { keyword, id } = green.header;
    const said = shortened(
      statementText({ text, opaque: green.enclosed.opaque }, { parts: partsOf(green) }),
      LONGEST_NAME,
    );
    name = id ? `#${id} ${said}`.trim() : said || keyword;
  } else if (green.block.kind === 'heading') {
    const { start, end } = green.block.title;
    name = shortened(text.slice(start, end), LONGEST_NAME);
  } else return null;
  return { block, name, folded: name.toLowerCase() };
}

function symbol(note: Note, { block, name }: Name): WorkspaceSymbol {
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
