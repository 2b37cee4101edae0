import { foldSpeaker } from '../argument/speakers';
import { findCitations } from '../citations/findCitations';
import { identify } from '../citations/identify';
import { type Citation, type FoundCitation, isAccepted } from '../citations/reference';
import { BlockFacts } from '../syntax/blockFacts';
import { BlockMemo, textOfBlock } from '../syntax/blockMemo';
import { detached } from '../syntax/detached';
import { frontMatterOf } from '../syntax/frontMatter';
import { type GreenBlock, partsOf } from '../syntax/green';
import { firstOpaque, piecesOf, piecesOfPart } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import type { BlockText, Keyword, NoteTree, StatementPart } from '../syntax/tree';
import { citeReferences } from './citeLine';
import { keysInWrappedGroups } from './wrappedGroups';

const CITATIONS = new BlockMemo(readBlock);

/**
 * The citations of one block of a note, part by part; parts without any may be left out. Ranges count from the block's
 * start. Cost: the block, once for all versions of the note.
 */
export function citationsInBlock(tree: NoteTree, index: number): readonly PartRead[] {
  return CITATIONS.of(tree, index);
}

/** A citation whose range counts from the start of its block. */
export interface BlockCitation {
  readonly citation: Citation;
  /** True inside a `>` quotation: somebody else cites it. */
  readonly quoted: boolean;
}

/**
 * The citations of some kind, by the blocks that have any: for questions about the whole note; see `citedInNote`.
 * @param isWanted is given a citation and the text of its block. What it says must follow from these alone
 */
export function citationFacts(isWanted: (citation: Citation, text: string) => boolean): BlockFacts<BlockCitation> {
  return new BlockFacts((tree, block) => {
    const text = textOfBlock(tree, block);
    const reads = latestRead(tree, block);
    if (reads.length === 0) return NONE;
    return reads.flatMap(({ citations, quoted }) =>
      citations.flatMap((citation) => (isWanted(citation, text) ? { citation, quoted } : [])),
    );
  });
}

/**
 * Every citation of a note that has a reference, in the order of the text; names of participants are none.
 * @param first block that is looked into
 * @param end no block that begins behind this offset is
 */
export function* citationsIn(tree: NoteTree, first = 0, end = tree.text.length): Generator<FoundCitation> {
  for (let index = first; index < tree.green.length && (tree.starts[index] as number) <= end; index++) {
    const shift = tree.starts[index] as number;
    for (const { citations } of citationsInBlock(tree, index)) {
      for (const citation of citations) {
        if (!isAccepted(citation) || isParticipant(citation, tree)) continue;
        const { start, end } = citation.range;
        yield { ...citation, range: { start: start + shift, end: end + shift } };
      }
    }
  }
}

/** Blocks whose citations are kept for a moment: those of a note of usual length. */
const MOST_LATEST = 2000;

/** When a note is opened, its labels ask of every block whether it names a source, and then its rules what it cites. */
const LATEST = new Map<GreenBlock, readonly PartRead[]>();

/** The citations of a block, which are not kept for long: nobody may want to see them. Cost: the block. */
function latestRead(tree: NoteTree, index: number): readonly PartRead[] {
  const green = tree.green[index] as GreenBlock;
  const known = CITATIONS.known(green) ?? LATEST.get(green);
  if (known) return known;
  const reads = readBlock(green, detached(textOfBlock(tree, index)));
  if (LATEST.size >= MOST_LATEST) LATEST.clear();
  LATEST.set(green, reads);
  return reads;
}

/** Whether a statement's block names a source of its own. Cost: the block. */
export function namesSource(tree: NoteTree, index: number): boolean {
  const reads = latestRead(tree, index);
  return reads.some((read) => read.sourced && !isSourcedByPeople(read, tree));
}

/** Whether a part seems to name a source only because it names those who take part, as in `[as @ann says]`. */
export function isSourcedByPeople({ byKeys, citations }: PartRead, tree: NoteTree): boolean {
  return byKeys && citations.every((citation) => !isSource(citation) || isParticipant(citation, tree));
}

/** Whether what is written like a citation key is the name of somebody who takes part in the debate. */
export function isParticipant(citation: Citation, tree: NoteTree): boolean {
  if (!isAccepted(citation) || citation.reference.kind !== 'citekey') return false;
  const { participants } = frontMatterOf(tree).fields;
  if (participants.length === 0) return false;
  const name = foldSpeaker(citation.reference.id);
  return participants.some((participant) => foldSpeaker(participant) === name);
}

/** Whether the same people take part according to two versions of a note. */
export function haveSameParticipants(before: NoteTree, after: NoteTree): boolean {
  const [old, now] = [before, after].map((tree) => frontMatterOf(tree).fields.participants);
  return old?.join('\n') === now?.join('\n');
}

function readBlock(green: GreenBlock, text: string): readonly PartRead[] {
  const note = { text, opaque: green.enclosed.opaque };
  const reads = readParts(note, green).filter(({ citations, sourced }) => sourced || citations.length > 0);
  return reads.length > 0 ? reads : NONE;
}

const NONE: readonly never[] = [];

function readParts(note: BlockText, green: GreenBlock): PartRead[] {
  if (green.kind === 'statement') return partsOf(green).map((part) => readPart(note, green.header.keyword, part));
  const citations = inPieces(note, piecesOf(green.block));
  return [{ citations, quoted: green.kind === 'quotation', sourced: false, byKeys: false }];
}

/** What a part of a block cites. */
export interface PartRead {
  readonly citations: readonly Citation[];
  readonly quoted: boolean;
  readonly sourced: boolean;
  /** True if nothing but citation keys makes it so. These may turn out to be the names of participants. */
  readonly byKeys: boolean;
}

/**
 * Reads a part of a statement. A plain web link is no source, nor is a citation in a quotation or one that cannot
 * exist; but whatever stands in a `cite:` line and is not refused is one, be it a book's title.
 */
function readPart(note: BlockText, keyword: Keyword, part: StatementPart): PartRead {
  const pieces = piecesOfPart(part);
  if (keyword === 'cite' && part.kind === 'text') return readCiteLine(note, pieces);
  const citations = inPieces(note, pieces);
  const quoted = part.kind === 'quotation';
  const sources = quoted ? [] : citations.filter(isSource);
  return { citations, quoted, sourced: sources.length > 0, byKeys: sources.length > 0 && sources.every(isKey) };
}

function isSource(citation: Citation): boolean {
  return isAccepted(citation) && citation.reference.kind !== 'url';
}

function isKey(citation: Citation): boolean {
  return isAccepted(citation) && citation.reference.kind === 'citekey';
}

/** In a `cite:` line a reference may also be an id on its own, as in `cite: 2107.03374`, or a key, as in `cite: @ann`. */
function readCiteLine(note: BlockText, pieces: readonly TextRange[]): PartRead {
  const citations: Citation[] = [];
  let sourced = false;
  for (const piece of pieces) {
    const references = citeReferences(note.text, piece);
    // What follows a dash tells what the references show: there a name is a name.
    const end = references.at(-1)?.end ?? piece.start;
    const written = [...inPieces(note, [{ ...piece, end }], true), ...inPieces(note, [{ ...piece, start: end }])];
    let next = 0;
    for (const reference of references) {
      const first = next;
      while (next < written.length && (written[next] as Citation).range.start < reference.end) next++;
      const within = written.slice(first, next);
      if (within.length === 0) within.push(...typedAlone(note, reference));
      citations.push(...within);
      sourced ||= within.length === 0 ? !firstOpaque(note, reference.start, reference.end) : within.some(isAccepted);
    }
    citations.push(...written.slice(next));
  }
  return { citations, quoted: false, sourced, byKeys: false };
}

function typedAlone(note: BlockText, reference: TextRange): Citation[] {
  const written = note.text.slice(reference.start, reference.end);
  // An id among words may be anything.
  if (!/^(?:\S+|\[\[.*\]\])$/.test(written) || firstOpaque(note, reference.start, reference.end)) return [];
  const [verdict, ...others] = identify(written);
  return verdict && others.length === 0 && isAccepted(verdict) ? [{ ...verdict, range: reference }] : [];
}

function inPieces(note: BlockText, pieces: readonly TextRange[], bareKeys = false): Citation[] {
  const onLines = pieces.flatMap((piece) => findCitations(note.text, piece, bareKeys));
  const found = withWrapped(onLines, keysInWrappedGroups(note.text, pieces));
  return note.opaque.length === 0 ? found : found.filter(({ range }) => !firstOpaque(note, range.start, range.end));
}

/** Both lists are in the order of the text. */
function withWrapped(onLines: Citation[], wrapped: readonly Citation[]): Citation[] {
  const known = new Set(onLines.map(({ range }) => range.start));
  const more = wrapped.filter(({ range }) => !known.has(range.start));
  return more.length === 0 ? onLines : [...onLines, ...more].sort((a, b) => a.range.start - b.range.start);
}
