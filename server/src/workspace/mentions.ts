/** Where a note names statements and speakers: what is gone to, found and renamed. */
import { foldSpeaker } from '../argument/speakers';
import { BlockMemo, textOfBlock } from '../syntax/blockMemo';
import { frontMatterOf } from '../syntax/frontMatter';
import type { GreenBlock } from '../syntax/green';
import { firstOpaque } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import { ownPieces, referencesIn } from '../syntax/textReferences';
import type { Named, NoteTree, Target } from '../syntax/tree';

/** The name of a statement. */
export interface IdMention {
  readonly kind: 'id';
  /** The statement's own id, a target of another, or `[[#id]]` in a text. */
  readonly role: 'definition' | 'target' | 'text';
  /** Path of the other note as written; null for this note. */
  readonly path: string | null;
  readonly id: string;
  /** The id alone. */
  readonly range: TextRange;
  /** With path, `#` and angle brackets. */
  readonly whole: TextRange;
  /** Index of the block it stands in. */
  readonly block: number;
}

/** The name of a person. */
export interface SpeakerMention {
  readonly kind: 'speaker';
  /** In a header, in a heading of its own, in the front matter, or `@name` in a text. */
  readonly role: 'header' | 'heading' | 'participant' | 'text';
  /** Without a leading `@`. */
  readonly name: string;
  /** The same; in the front matter with quotation marks, if it has any. */
  readonly range: TextRange;
}

export type Mention = IdMention | SpeakerMention;

/** A mention as far as it does not matter where it stands. */
export type Naming = Omit<IdMention, 'range' | 'whole' | 'block'> | Omit<SpeakerMention, 'range'>;

/** The names in one block. Cost: the block, once for all versions of the note. */
export function mentionsIn(tree: NoteTree, block: number): Mention[] {
  return placedIn(tree, block, namesIn(tree, block, true), () => true);
}

/**
 * Of the names in a note those that are wanted, in the order of the text. Cost: linear in the names, and in the blocks
 * of which nothing is known yet.
 * @param isKept whether what is found in a block is kept for the next question and the next version of the note
 */
export function mentionsWhere(tree: NoteTree, isWanted: (name: Naming) => boolean, isKept: boolean): Mention[] {
  const found: Mention[] = [];
  for (let block = 0; block < tree.green.length; block++) {
    const names = namesIn(tree, block, isKept);
    if (names.length > 0) found.push(...placedIn(tree, block, names, isWanted));
  }
  return found;
}

/** Every name in a note, in no order. */
export function forEachName(tree: NoteTree, visit: (name: Naming) => void, isKept: boolean): void {
  for (let block = 0; block < tree.green.length; block++) {
    for (const name of namesIn(tree, block, isKept)) visit(name);
  }
}

function placedIn(
  tree: NoteTree,
  block: number,
  names: readonly Mention[],
  isWanted: (name: Naming) => boolean,
): Mention[] {
  const shift = tree.starts[block] as number;
  const found: Mention[] = [];
  for (const name of names) if (isWanted(name)) found.push(moved(name, shift, block));
  return found.length > 1 ? found.sort((a, b) => a.range.start - b.range.start) : found;
}

function moved(mention: Mention, shift: number, block: number): Mention {
  const range = movedRange(mention.range, shift);
  return mention.kind === 'id'
    ? { ...mention, range, whole: movedRange(mention.whole, shift), block }
    : { ...mention, range };
}

function movedRange({ start, end }: TextRange, shift: number): TextRange {
  return { start: start + shift, end: end + shift };
}

const NONE: readonly Mention[] = [];

/** What follows from a block alone, counted from its start. */
const IN_BLOCK = new BlockMemo(readBlock);

/** The names in a block, in no order, counted from its start. */
function namesIn(tree: NoteTree, block: number, isKept: boolean): readonly Mention[] {
  const green = tree.green[block] as GreenBlock;
  if (WITHOUT_NAMES.has(green.kind)) return NONE;
  if (green.kind === 'frontMatter') return participantsOf(tree);
  const known = IN_BLOCK.known(green);
  const names = known ?? (isKept ? IN_BLOCK.of(tree, block) : readBlock(green, textOfBlock(tree, block)));
  const at = atNames(tree, block);
  return at.length > 0 ? [...names, ...at] : names;
}

const WITHOUT_NAMES: ReadonlySet<GreenBlock['kind']> = new Set(['blank', 'rule', 'code', 'comment', 'quotation']);

function readBlock(green: GreenBlock, text: string): readonly Mention[] {
  const found = [
    ...inHeader(green, text),
    ...referencesIn(green, text).map((reference) => idMention(text, reference, 'text')),
  ];
  return found.length > 0 ? found : NONE;
}

/** The front matter begins at the note's start, so that its places need not be moved. */
function participantsOf(tree: NoteTree): SpeakerMention[] {
  return frontMatterOf(tree).participants.map((participant) => speakerMention(tree.text, participant, 'participant'));
}

function inHeader(green: GreenBlock, text: string): Mention[] {
  if (green.kind !== 'statement') {
    return green.block.kind === 'speakerHeading' ? [speakerMention(text, green.block.speaker, 'heading')] : [];
  }
  const { id, idStart, speaker, speakerStart } = green.header;
  const found: Mention[] = green.targets.map((target) => idMention(text, target, 'target'));
  // A name that is being typed after its mark is none yet.
  if (speaker !== null && speaker !== '@') {
    const range = { start: speakerStart, end: speakerStart + speaker.length };
    found.push(speakerMention(text, { name: speaker, range }, 'header'));
  }
  if (id !== null) {
    const range = { start: idStart, end: idStart + id.length };
    const whole = { start: idStart - 1, end: range.end };
    found.push({ kind: 'id', role: 'definition', path: null, id, range, whole, block: 0 });
  }
  return found;
}

/** `@Ada` is the person Ada. */
function speakerMention(text: string, { name, range }: Named, role: SpeakerMention['role']): SpeakerMention {
  const isMarked = name.startsWith('@') && text[range.start] === '@' && name.length > 1;
  return isMarked
    ? { kind: 'speaker', role, name: name.slice(1), range: { start: range.start + 1, end: range.end } }
    : { kind: 'speaker', role, name, range };
}

function idMention(text: string, target: Target, role: IdMention['role']): IdMention {
  const { path, id, range: whole } = target;
  const end = text[whole.end - 1] === '>' ? whole.end - 1 : whole.end;
  return { kind: 'id', role, path, id, range: { start: end - id.length, end }, whole, block: 0 };
}

const NO_MARKS: readonly number[] = [];

/** Places of `@` in the words of a block that can begin a name: not those in addresses and code. */
const AT_MARKS = new BlockMemo((green, text): readonly number[] => {
  if (!text.includes('@')) return NO_MARKS;
  const found = ownPieces(green).flatMap(({ start, end }) =>
    Array.from(
      text.slice(start, end).matchAll(/(?<![\p{L}\p{N}@._/-])@(?=[\p{L}\p{N}])/gu),
      ({ index }) => start + index,
    ),
  );
  return found.filter((at) => !firstOpaque({ text, opaque: green.enclosed.opaque }, at, at + 1));
});

/** `@name` in a block, where the front matter counts the name among the participants; the longest that fits. */
function atNames(tree: NoteTree, index: number): SpeakerMention[] {
  const { names, lengths } = participantNames(tree);
  if (names.size === 0) return [];
  const marks = AT_MARKS.of(tree, index);
  if (marks.length === 0) return [];
  const text = textOfBlock(tree, index);
  return marks.flatMap((at) => {
    const length = lengths.find(
      (candidate) =>
        names.has(foldSpeaker(text.slice(at + 1, at + 1 + candidate))) && !isWord(text.slice(at + 1 + candidate)),
    );
    if (length === undefined) return [];
    const range = { start: at + 1, end: at + 1 + length };
    return [{ kind: 'speaker', role: 'text', name: text.slice(at + 1, at + 1 + length), range }];
  });
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]/u.test(text.slice(0, 2));
}

interface Names {
  /** Folded. */
  readonly names: ReadonlySet<string>;
  /** Lengths that names have, the longest first. */
  readonly lengths: readonly number[];
}

/** Longer names are looked for in no text: every length costs a look at every `@`. */
const LONGEST_NAME = 60;
const NAMES = new WeakMap<GreenBlock, Names>();
const NO_NAMES: Names = { names: new Set(), lengths: [] };

function participantNames(tree: NoteTree): Names {
  const green = tree.green[0];
  if (green?.kind !== 'frontMatter') return NO_NAMES;
  let known = NAMES.get(green);
  if (!known) {
    const names = participantsOf(tree).flatMap(({ name }) => (name.length <= LONGEST_NAME ? name : []));
    const lengths = [...new Set(names.map(({ length }) => length))].sort((a, b) => b - a);
    known = { names: new Set(names.map(foldSpeaker)), lengths };
    NAMES.set(green, known);
  }
  return known;
}
