import type { Range, SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver-types';
import { isAccepted } from '../citations/reference';
import { firstOpaque, piecesOf } from '../syntax/pieces';
import { quotedWords } from '../syntax/quotedWords';
import type { TextRange } from '../syntax/textRange';
import { type Block, KEYWORDS, type Keyword, type NoteTree, type Statement, type Target } from '../syntax/tree';
import type { Note } from '../workspace/note';
import { toTextRange } from './positions';

const TYPES = [
  'keyword',
  'function',
  'class',
  'variable',
  'namespace',
  'parameter',
  'operator',
  'type',
  'string',
] as const;
type TokenType = (typeof TYPES)[number];

const LABELS = ['contested', 'rebutted', 'unfounded'] as const;
const MODIFIERS = ['declaration', 'readonly', ...KEYWORDS, ...LABELS] as const;

/** The names behind the numbers. All types are the protocol's own, so that every theme has a colour for them. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: [...MODIFIERS],
};

/** As the grammar groups them: what asserts and attacks, what asks and concedes, what cites. */
const TYPE_OF: Record<Keyword, TokenType> = {
  claim: 'keyword',
  support: 'keyword',
  rebuttal: 'keyword',
  undercut: 'keyword',
  question: 'function',
  answer: 'function',
  concession: 'function',
  cite: 'class',
};

interface Token extends TextRange {
  readonly type: TokenType;
  readonly modifiers: readonly string[];
}

/**
 * What the words of a note are, for colours that no grammar can know: only what is a statement is coloured as one,
 * only citations that can exist, and quotations to their end. Tokens are in order, disjoint and within lines; encoded
 * in fives (LSP 3.17: line and character from the token before, length, type, modifiers), in UTF-16 units. Cost: linear.
 * @param range leaves out tokens that do not reach into it
 * @param labelOf what stands of a statement, by its index: `contested`, `rebutted` or `unfounded` mark its keyword
 */
export function semanticTokens(
  note: Note,
  range?: Range,
  labelOf: (pointIndex: number) => string | null = () => null,
): number[] {
  const within = range ? toTextRange(note, range) : { start: 0, end: note.text.length };
  const headers = headerTokens(note, labelOf);
  const words = wordTokens(note);
  // Runs that are in order each, which sorting merges in linear time.
  const tokens = [...headers, ...words, ...quotationTokens(note, words)].sort((a, b) => a.start - b.start);
  return encoded(
    note.tree,
    tokens.filter(({ start, end }) => start < within.end && end > within.start),
  );
}

/** The one edit that turns an encoding into another, in whole tokens; none where they are equal. */
export function semanticTokensDelta(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  if (same === before.length && same === after.length) return [];
  const start = same - (same % FIVE);
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % FIVE;
  return [{ start, deleteCount: before.length - tail - start, data: after.slice(start, after.length - tail) }];
}

/** Numbers a token is encoded in. */
const FIVE = 5;

function encoded({ lines }: NoteTree, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let before = { line: 0, character: 0 };
  for (const { start, end, type, modifiers } of tokens) {
    while (line + 1 < lines.count && lines.start(line + 1) <= start) line++;
    const character = start - lines.start(line);
    const fromCharacter = line === before.line ? character - before.character : character;
    data.push(line - before.line, fromCharacter, end - start, TYPES.indexOf(type), bitsOf(modifiers));
    before = { line, character };
  }
  return data;
}

function bitsOf(modifiers: readonly string[]): number {
  let bits = 0;
  for (const modifier of modifiers) {
    const place = semanticTokensLegend.tokenModifiers.indexOf(modifier);
    if (place >= 0) bits |= 1 << place;
  }
  return bits;
}

function headerTokens(note: Note, labelOf: (pointIndex: number) => string | null): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  for (const block of note.tree.blocks) {
    if (block.kind === 'speakerHeading') tokens.push(token('parameter', block.speaker.range));
    if (block.kind !== 'statement') continue;
    const label = LABELS.find((known) => known === labelOf(index));
    const modifiers = [block.keyword, ...(label ? [label] : [])];
    tokens.push(token(TYPE_OF[block.keyword], block.keywordRange, ...modifiers), ...attributeTokens(note, block));
    index++;
  }
  return tokens;
}

/** Id, speaker and targets in the order they are written in. */
function attributeTokens({ text }: Note, { header, id, speaker, targets }: Statement): Token[] {
  const tokens = targets.flatMap((target) => targetTokens(text, target));
  if (id) tokens.push(token('variable', { start: id.range.start - 1, end: id.range.end }, 'declaration', 'readonly'));
  if (speaker) tokens.push(token('parameter', speaker.range));
  const first = targets[0];
  if (first) {
    const arrow = header.start + text.slice(header.start, first.range.start).lastIndexOf('->');
    tokens.push(token('operator', { start: arrow, end: arrow + 2 }));
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function targetTokens(text: string, { id, range }: Target): Token[] {
  const isAngled = text[range.start] === '<';
  const [start, end] = isAngled ? [range.start + 1, range.end - 1] : [range.start, range.end];
  return referenceTokens(start, end - id.length - 1, end);
}

/** `note#id`: the name of the other note, if there is one, and the id with its mark. */
function referenceTokens(start: number, mark: number, end: number): Token[] {
  const id = token('variable', { start: mark, end }, 'readonly');
  return mark > start ? [token('namespace', { start, end: mark }), id] : [id];
}

/** `[[#id]]` and `[[note#id]]`. */
const REFERENCE = /\[\[(?<path>[^[\]#|]*)#\p{L}[\p{L}\p{M}\p{N}_-]*\]\]/gu;

/** Citations and references in text, in order and disjoint. */
function wordTokens(note: Note): Token[] {
  const { text, tree } = note;
  const citations = note.citations.flatMap(({ citation }) =>
    isAccepted(citation) ? token('type', citation.range) : [],
  );
  const references: TextRange[] = [];
  for (const block of tree.blocks) {
    for (const piece of ownPieces(block)) {
      for (const { index, 0: written } of text.slice(piece.start, piece.end).matchAll(REFERENCE)) {
        const start = piece.start + index;
        const end = start + written.length;
        if (!firstOpaque(tree, start, end)) references.push({ start, end });
      }
    }
  }
  const free = apartFrom(references, citations);
  const tokens = free.flatMap(({ start, end }) => referenceTokens(start + 2, text.indexOf('#', start), end - 2));
  return [...citations, ...tokens].sort((a, b) => a.start - b.start);
}

/** The lines of a block that are its writer's own words. */
function ownPieces(block: Block): readonly TextRange[] {
  if (block.kind === 'quotation') return [];
  if (block.kind !== 'statement') return piecesOf(block);
  return block.parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []));
}

/** Quotations, line by line, around the citations and code in them. */
function quotationTokens({ text, tree }: Note, words: readonly Token[]): Token[] {
  const quoted: TextRange[] = [];
  for (const block of tree.blocks) {
    const parts = block.kind === 'statement' ? block.parts : [block];
    for (const part of parts) {
      if (part.kind === 'quotation') quoted.push(...part.pieces);
      if (part.kind === 'text' || part.kind === 'prose') {
        quoted.push(...common(quotedWords(text, part.pieces), part.pieces));
      }
    }
  }
  return without(without(quoted, words), tree.opaque).map((range) => token('string', range));
}

/** What two lists of ranges, each in order and disjoint, have in common. Cost: linear. */
function common(these: readonly TextRange[], those: readonly TextRange[]): TextRange[] {
  const found: TextRange[] = [];
  for (let i = 0, k = 0; i < these.length && k < those.length; ) {
    const [a, b] = [these[i] as TextRange, those[k] as TextRange];
    const both = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
    if (both.start < both.end) found.push(both);
    if (a.end < b.end) i++;
    else k++;
  }
  return found;
}

/** What is left of some ranges when others are cut out; both in order and disjoint. Cost: linear. */
function without(ranges: readonly TextRange[], cuts: readonly TextRange[]): TextRange[] {
  const left: TextRange[] = [];
  let next = 0;
  for (const { start, end } of ranges) {
    let at = start;
    while (next < cuts.length && (cuts[next] as TextRange).end <= start) next++;
    for (let i = next; i < cuts.length && (cuts[i] as TextRange).start < end; i++) {
      const cut = cuts[i] as TextRange;
      if (cut.start > at) left.push({ start: at, end: cut.start });
      at = Math.max(at, cut.end);
      // A cut that reaches on is met again by the next range.
      if (cut.end <= end) next = i + 1;
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/** The ranges that share nothing with others; both in order and disjoint. Cost: linear. */
function apartFrom(ranges: readonly TextRange[], others: readonly TextRange[]): TextRange[] {
  let next = 0;
  return ranges.filter(({ start, end }) => {
    while (next < others.length && (others[next] as TextRange).end <= start) next++;
    return ((others[next] as TextRange | undefined)?.start ?? end) >= end;
  });
}

function token(type: TokenType, { start, end }: TextRange, ...modifiers: string[]): Token {
  return { start, end, type, modifiers };
}
