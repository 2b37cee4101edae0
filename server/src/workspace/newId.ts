import { foldId, type Point } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import { textReferences } from '../syntax/textReferences';
import type { NoteTree } from '../syntax/tree';
import type { Note } from './note';

/** Longest id that is made of words, in characters; an id of one long word may be cut there. */
const LONGEST = 24;
/** Words that an id has at most. */
const MOST_WORDS = 3;

/** So much of a text is looked at for words, in UTF-16 units: the first that count stand near. */
const BEGINNING = 400;

/** English words that say little of what a statement is about. */
const SMALL = new Set(
  (
    'a about all also an and any are as at be because been but by can could do does for from had has have he her his how i if in ' +
    'into is it its just may might more most my no not of on one only or our out she should so some such than that ' +
    'the their them then there these they this those to too very was we were what when where which who why will ' +
    'with would you your'
  ).split(' '),
);

/** Citations, references and code say nothing that one would call a statement by. */
const NO_WORDS = /https?:\/\/\S+|\[\[[^[\]]*\]\]|`[^`]*`|(?:arxiv|doi|pmid|isbn):\S+|\b10\.\d{4,9}\/\S+/giu;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;

/**
 * An id for a statement that has none: its first words of weight, in small letters, joined by `-`; the keyword where it
 * has none. No statement of the note has it, and no reference in it means it already.
 * @returns letters, digits and `-`, without the `#`. Cost: the statement; its note where the words are taken
 */
export function newId(note: Note, { statement, text }: Point): string {
  const base = fromWords(text) || statement.keyword;
  const isTaken = takenIn(note);
  let id = base;
  for (let number = 2; isTaken(id); number++) id = `${base}-${number}`;
  return id;
}

/** How a statement is referred to, and what makes that possible. */
export interface NamedStatement {
  readonly id: string;
  /** Gives the statement its id; empty where it has one. */
  readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
}

/**
 * The id of a statement, or else a new one and the edit of its note that puts it in.
 * @returns null where references to its id mean another statement, or its header has no room for one
 */
export function referenceTo(note: Note, point: Point): NamedStatement | null {
  const { id } = point.statement;
  if (id) return note.argument.byId.get(foldId(id.name)) === point.index ? { id: id.name, edits: [] } : null;
  if (!canTakeId(note, point)) return null;
  const { end } = point.statement.keywordRange;
  const fresh = newId(note, point);
  return { id: fresh, edits: [{ range: { start: end, end }, newText: ` #${fresh}` }] };
}

/** False where somebody is about to write an id: behind a lone `#`, one that is in no target and no name. */
function canTakeId({ text }: Note, { statement }: Point): boolean {
  const { speaker, targets, header, keywordRange } = statement;
  const marksIn = ({ start, end }: TextRange) => text.slice(start, end).split('#').length - 1;
  const known = [...targets, ...(speaker ? [speaker] : [])].reduce((sum, { range }) => sum + marksIn(range), 0);
  return marksIn({ start: keywordRange.end, end: header.end }) === known;
}

function fromWords(text: string): string {
  const plain = text.slice(0, BEGINNING).replace(NO_WORDS, ' ').replace(/['’]/g, '').normalize('NFC').toLowerCase();
  const words = plain.match(WORD) ?? [];
  const weighty = words.filter((word) => !SMALL.has(word));
  let id = '';
  for (const word of (weighty.length > 0 ? weighty : words).slice(0, MOST_WORDS)) {
    const longer = id ? `${id}-${word}` : Array.from(word).slice(0, LONGEST).join('');
    if (longer.length > LONGEST && id) break;
    id = longer;
  }
  return id;
}

function takenIn({ tree, argument }: Note): (id: string) => boolean {
  return (id) => argument.byId.has(foldId(id)) || idsMeantIn(tree).has(foldId(id));
}

const MEANT = new WeakMap<NoteTree, ReadonlySet<string>>();

/** Ids, folded, that targets and references of a note name, whatever statement they lead to. Cost: the note, once. */
function idsMeantIn(tree: NoteTree): ReadonlySet<string> {
  let meant = MEANT.get(tree);
  if (!meant) {
    const targets = tree.green.flatMap((green) => (green.kind === 'statement' ? green.targets : []));
    meant = new Set([...targets, ...textReferences(tree)].map(({ id }) => foldId(id)));
    MEANT.set(tree, meant);
  }
  return meant;
}
