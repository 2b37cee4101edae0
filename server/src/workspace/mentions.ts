/** Where a note names statements and speakers: what is gone to, found and renamed. */
import { foldSpeaker } from '../argument/speakers';
import { BlockMemo, textOfBlock } from '../syntax/blockMemo';
import { frontMatterOf } from '../syntax/frontMatter';
import type { GreenBlock } from '../syntax/green';
import { firstOpaque } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import { ownPieces, textReferencesInBlock } from '../syntax/textReferences';
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

/** All names in a note, in the order of the text. Cost: linear. */
export function mentionsOf(tree: NoteTree): Mention[] {
  return tree.green.flatMap((_, block) => mentionsIn(tree, block));
}

/** The names in one block. Cost: the block. */
export function mentionsIn(tree: NoteTree, index: number): Mention[] {
  const green = tree.green[index] as GreenBlock;
  if (green.kind === 'blank' || green.kind === 'rule' || green.kind === 'code' || green.kind === 'comment') return [];
  if (green.kind === 'frontMatter') return participantsOf(tree);
  const found: Mention[] = [...inHeader(tree, index), ...inText(tree, index)];
  return found.sort((a, b) => a.range.start - b.range.start);
}

function participantsOf(tree: NoteTree): SpeakerMention[] {
  return frontMatterOf(tree).participants.map(({ name, range }) => {
    const written = withoutAt(tree.text, { name, range });
    return { kind: 'speaker', role: 'participant', ...written };
  });
}

function inHeader(tree: NoteTree, index: number): Mention[] {
  const green = tree.green[index] as GreenBlock;
  if (green.kind !== 'statement' && green.kind !== 'speakerHeading') return [];
  const block = tree.block(index);
  if (block.kind === 'speakerHeading') return [{ kind: 'speaker', role: 'heading', ...named(tree, block.speaker) }];
  if (block.kind !== 'statement') return [];
  const { id, speaker, targets } = block;
  const found: Mention[] = targets.map((target) => idMention(tree, target, 'target', index));
  // A name that is being typed after its mark is none yet.
  if (speaker && speaker.name !== '@') found.push({ kind: 'speaker', role: 'header', ...named(tree, speaker) });
  if (id) {
    const whole = { start: id.range.start - 1, end: id.range.end };
    found.push({ kind: 'id', role: 'definition', path: null, id: id.name, range: id.range, whole, block: index });
  }
  return found;
}

function named(tree: NoteTree, { name, range }: Named) {
  return withoutAt(tree.text, { name, range });
}

/** `@Ada` is the person Ada. */
function withoutAt(text: string, { name, range }: Named): Named {
  if (!name.startsWith('@') || text[range.start] !== '@' || name.length === 1) return { name, range };
  return { name: name.slice(1), range: { start: range.start + 1, end: range.end } };
}

function idMention({ text }: NoteTree, target: Target, role: IdMention['role'], block: number): IdMention {
  const { path, id, range: whole } = target;
  const end = text[whole.end - 1] === '>' ? whole.end - 1 : whole.end;
  return { kind: 'id', role, path, id, range: { start: end - id.length, end }, whole, block };
}

function inText(tree: NoteTree, index: number): Mention[] {
  const references = textReferencesInBlock(tree, index);
  return [...references.map((reference) => idMention(tree, reference, 'text', index)), ...atNames(tree, index)];
}

const NONE: readonly number[] = [];

/** Places of `@` in the words of a block that can begin a name: not those in addresses and code. */
const AT_MARKS = new BlockMemo((green, text): readonly number[] => {
  if (!text.includes('@')) return NONE;
  const found = ownPieces(green).flatMap(({ start, end }) =>
    Array.from(
      text.slice(start, end).matchAll(/(?<![\p{L}\p{N}@._/-])@(?=[\p{L}\p{N}])/gu),
      ({ index }) => start + index,
    ),
  );
  return found.filter((at) => !firstOpaque({ text, opaque: green.enclosed.opaque }, at, at + 1));
});

/** `@name` in a text, where the front matter counts the name among the participants; the longest that fits. */
function atNames(tree: NoteTree, index: number): SpeakerMention[] {
  const { names, lengths } = participantNames(tree);
  if (names.size === 0) return [];
  const shift = tree.starts[index] as number;
  const marks = AT_MARKS.of(tree, index);
  if (marks.length === 0) return [];
  const text = textOfBlock(tree, index);
  return marks.flatMap((at) => {
    const length = lengths.find(
      (candidate) =>
        names.has(foldSpeaker(text.slice(at + 1, at + 1 + candidate))) && !isWord(text.slice(at + 1 + candidate)),
    );
    if (length === undefined) return [];
    const range = { start: shift + at + 1, end: shift + at + 1 + length };
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
