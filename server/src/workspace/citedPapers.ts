import type { Argument } from '../argument/argument';
import { findCitations } from '../citations/findCitations';
import { identify } from '../citations/identify';
import { type Citation, isAccepted } from '../citations/reference';
import { firstOpaque, piecesOf } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import type { Block, NoteTree, Statement, StatementPart } from '../syntax/tree';
import { citeReferences } from './citeLine';

/** A citation of a note and where it stands in the argument. */
export interface NoteCitation {
  readonly citation: Citation;
  /** Index of the statement it stands in; null in prose and headings. */
  readonly statement: number | null;
  /** True inside a `>` quotation: somebody else cites it. */
  readonly quoted: boolean;
}

export interface CitedNote {
  /** In the order of the text, disjoint. */
  readonly citations: readonly NoteCitation[];
  /** Statements that name a source of their own: a paper in their text, or a `cite:` line's reference. */
  readonly sourced: ReadonlySet<number>;
}

/** Finds every citation of a note, and which statements have a source. Cost: linear. */
export function findCitedPapers(tree: NoteTree, argument: Argument): CitedNote {
  const indexOf = new Map<Block, number>();
  for (const { statement, introducedBy, index } of argument.points) {
    for (const block of [statement, ...introducedBy]) indexOf.set(block, index);
  }
  const citations: NoteCitation[] = [];
  const sourced = new Set<number>();
  for (const block of tree.blocks) {
    const statement = indexOf.get(block) ?? null;
    for (const read of readBlock(tree, block)) {
      for (const citation of read.citations) citations.push({ citation, statement, quoted: read.quoted });
      if (read.sourced && statement !== null) sourced.add(statement);
    }
  }
  return { citations, sourced };
}

function readBlock(tree: NoteTree, block: Block): PartRead[] {
  if (block.kind === 'statement') return block.parts.map((part) => readPart(tree, block, part));
  return [{ citations: inPieces(tree, piecesOf(block)), quoted: block.kind === 'quotation', sourced: false }];
}

interface PartRead {
  readonly citations: readonly Citation[];
  readonly quoted: boolean;
  readonly sourced: boolean;
}

/**
 * Reads a part of a statement. A plain web link is no source, nor is a citation in a quotation or one that cannot
 * exist; but whatever stands in a `cite:` line and is not refused is one, be it a book's title.
 */
function readPart(tree: NoteTree, { keyword }: Statement, part: StatementPart): PartRead {
  const pieces = 'pieces' in part ? part.pieces : [];
  if (keyword === 'cite' && part.kind === 'text') return readCiteLine(tree, pieces);
  const citations = inPieces(tree, pieces);
  const quoted = part.kind === 'quotation';
  const sourced = citations.some((found) => isAccepted(found) && found.reference.kind !== 'url');
  return { citations, quoted, sourced: sourced && !quoted };
}

/** In a `cite:` line a reference may also be an id on its own, as in `cite: 2107.03374`. */
function readCiteLine(tree: NoteTree, pieces: readonly TextRange[]): PartRead {
  const citations: Citation[] = [];
  let sourced = false;
  for (const piece of pieces) {
    const written = inPieces(tree, [piece]);
    let next = 0;
    for (const reference of citeReferences(tree.text, piece)) {
      const first = next;
      while (next < written.length && (written[next] as Citation).range.start < reference.end) next++;
      const within = written.slice(first, next);
      if (within.length === 0) within.push(...typedAlone(tree, reference));
      citations.push(...within);
      sourced ||= within.length === 0 ? !firstOpaque(tree, reference.start, reference.end) : within.some(isAccepted);
    }
    citations.push(...written.slice(next));
  }
  return { citations, quoted: false, sourced };
}

function typedAlone(tree: NoteTree, reference: TextRange): Citation[] {
  const written = tree.text.slice(reference.start, reference.end);
  // An id among words may be anything.
  if (!/^(?:\S+|\[\[.*\]\])$/.test(written) || firstOpaque(tree, reference.start, reference.end)) return [];
  const [verdict, ...others] = identify(written);
  return verdict && others.length === 0 && isAccepted(verdict) ? [{ ...verdict, range: reference }] : [];
}

function inPieces(tree: NoteTree, pieces: readonly TextRange[]): Citation[] {
  return pieces.flatMap((piece) =>
    findCitations(tree.text, piece).filter(({ range }) => !firstOpaque(tree, range.start, range.end)),
  );
}
