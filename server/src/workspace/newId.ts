import { foldId, type Point } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import { textReferences } from '../syntax/textReferences';
import type { Note } from './note';

/** Longest id that is made of words, in characters; an id of one long word may be cut there. */
const LONGEST = 24;
/** Words that an id has at most. */
const MOST_WORDS = 3;

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

/** Where an id goes in a header, as ` #id`: right behind the keyword. */
export function idPlace({ statement }: Point): TextRange {
  const { end } = statement.keywordRange;
  return { start: end, end };
}

/** Whether a header can take an id: it has none, nor a `#` that somebody is about to write one behind. */
export function canTakeId({ text }: Note, { statement }: Point): boolean {
  const { id, speaker, targets, header, keywordRange } = statement;
  if (id) return false;
  let rest = text.slice(keywordRange.end, header.end);
  for (const { range } of [...targets, ...(speaker ? [speaker] : [])]) {
    rest = rest.replace(text.slice(range.start, range.end), '');
  }
  return !rest.includes('#');
}

function fromWords(text: string): string {
  const plain = text.replace(NO_WORDS, ' ').replace(/['’]/g, '').normalize('NFC').toLowerCase();
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

function takenIn(note: Note): (id: string) => boolean {
  const { byId } = note.argument;
  let meant: Set<string> | undefined;
  return (id) => {
    if (byId.has(foldId(id))) return true;
    meant ??= new Set(
      [
        ...note.tree.green.flatMap((green) => (green.kind === 'statement' ? green.targets : [])),
        ...textReferences(note.tree),
      ].map((reference) => foldId(reference.id)),
    );
    return meant.has(foldId(id));
  };
}
