import { DEEPER } from '../syntax/columns';
import { lineBreak } from '../syntax/lineBreak';
import { blockAt } from '../syntax/noteTree';
import { firstOpaque } from '../syntax/pieces';
import type { TextRange } from '../syntax/textRange';
import type { Block, Prose, Statement, TextPart } from '../syntax/tree';
import { referenceTo } from '../workspace/newId';
import type { Note } from '../workspace/note';
import type { NoteRepeat } from '../workspace/notes';
import { referencePath } from '../workspace/noteUri';
import type { Finding, Fix, Rule, RuleContext, TextEdit } from './rule';

/** A passage that stands, word for word, somewhere before. */
export const duplicatePassage: Rule = {
  meta: {
    id: 'duplicate-passage',
    severity: 'warning',
    description: 'A passage of eight words or more repeats another, in this note or in one that comes before it.',
    tags: ['passages'],
    looksElsewhere: true,
    options: {
      minWords: {
        description: 'Words that a passage has at least; of scripts that are written without spaces, characters.',
        type: 'integer',
        minimum: 8,
        default: 8,
      },
      across: {
        description: 'Where a passage is looked for: only in its own note, or in all notes.',
        type: 'string',
        enum: ['note', 'workspace'],
        default: 'workspace',
      },
      ignore: {
        description:
          'Regular expressions for passages that may stand twice, in any letter case. Line ends count as spaces.',
        type: 'array',
        items: { type: 'string', format: 'regex' },
        default: [],
      },
    },
  },
  check: (context) => {
    const isWanted = wanted(context);
    return context.notes
      .repeatsIn(context.note.uri)
      .filter(isWanted)
      .map((repeat) => finding(context, repeat));
  },
};

/** What the options leave of the repeats. */
function wanted({ note, options }: RuleContext): (repeat: NoteRepeat) => boolean {
  const minWords = options['minWords'] as number;
  const isOwnOnly = options['across'] === 'note';
  const ignored = (options['ignore'] as string[]).map((pattern) => new RegExp(pattern, 'iu'));
  return ({ range, words, first }) => {
    if (words < minWords || (isOwnOnly && first.note !== note)) return false;
    if (ignored.length === 0) return true;
    const passage = note.text.slice(range.start, range.end).replace(/\s+/g, ' ');
    return !ignored.some((pattern) => pattern.test(passage));
  };
}

function finding(context: RuleContext, repeat: NoteRepeat): Finding {
  const { range, words, first } = repeat;
  return {
    range,
    message: `These ${words} words stand before, ${place(context.note, first.note, first.range)}. Keep one, or quote it with \`>\`.`,
    related: [{ note: first.note.uri, range: first.range, message: 'The passage stands here first.' }],
    fixes: () => {
      const copy = copyOf(context.note, range);
      return copy ? [quoted(copy), referred(context, repeat, copy), deleted(context, copy)].flat() : [];
    },
  };
}

function place(note: Note, original: Note, range: TextRange): string {
  const { lines } = original.tree;
  const [from, to] = [lines.lineAt(range.start) + 1, lines.lineAt(range.end) + 1];
  const where = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  return original === note ? `in ${where}` : `in ${fileName(original.uri)}, ${where}`;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The later place of a passage, where one paragraph or the words of one statement hold it. */
interface Copy {
  readonly note: Note;
  readonly range: TextRange;
  readonly block: Statement | Prose;
  /** The lines of words that it stands in. */
  readonly pieces: readonly TextRange[];
  /** Whether nothing else is said in those lines. */
  readonly isWhole: boolean;
  /** Whether nothing else is said in the block. */
  readonly isAll: boolean;
}

function copyOf(note: Note, range: TextRange): Copy | null {
  const { tree, text } = note;
  const block = tree.block(blockAt(tree, range.start));
  if ((block.kind !== 'statement' && block.kind !== 'prose') || range.end > block.end) return null;
  const parts = block.kind === 'prose' ? [block] : block.parts;
  const part = parts.find((one): one is Prose | TextPart => one.start <= range.start && range.end <= one.end);
  if (!part || (part.kind !== 'text' && part.kind !== 'prose')) return null;
  const pieces = piecesIn(part.pieces, range);
  const [first, last] = [pieces[0], pieces.at(-1)];
  // Comments and code may stand in between, and are not a copy of anything.
  if (!first || !last || firstOpaque(tree, first.start, last.end)) return null;
  const isWhole = !hasWords(text.slice(first.start, range.start)) && !hasWords(text.slice(range.end, last.end));
  return {
    note,
    range,
    block,
    pieces,
    isWhole,
    isAll: isWhole && parts.length === 1 && pieces.length === part.pieces.length,
  };
}

/** The lines that a range stands in. Cost: logarithmic, and those lines. */
function piecesIn(pieces: readonly TextRange[], { start, end }: TextRange): TextRange[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as TextRange).end <= start) low = middle + 1;
    else high = middle;
  }
  const found: TextRange[] = [];
  for (let piece = pieces[low]; piece && piece.start < end; piece = pieces[++low]) found.push(piece);
  return found;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Declares the passage as somebody else's words: whole lines by `>`, words in a line by quotation marks. */
function quoted(copy: Copy): Fix[] {
  if (copy.isWhole) return [{ title: 'Turn it into a `>` quotation', preferred: true, edits: quotationLines(copy) }];
  const { note, range, pieces } = copy;
  const lines = note.text.slice(pieces[0]?.start, pieces.at(-1)?.end);
  const isLong = pieces.length > 1 && range.end - range.start >= LONGEST_QUOTED;
  if (/[“”"]/.test(lines) || isLong) return [];
  const edits = [
    { range: { start: range.start, end: range.start }, newText: '“' },
    { range: { start: range.end, end: range.end }, newText: '”' },
  ];
  return [{ title: 'Put it in quotation marks', preferred: true, edits }];
}

/** Quotation marks that stand in different lines must not be further apart; see `quotedWords`. */
const LONGEST_QUOTED = 600;

function quotationLines({ note, block, pieces }: Copy): TextEdit[] {
  const { text, tree } = note;
  return pieces.map(({ start }) => {
    const lineStart = tree.lines.start(tree.lines.lineAt(start));
    const newLine = lineBreak(text, tree.lines);
    if (block.kind === 'statement' && start < tree.lines.end(block.firstLine)) {
      const { header, bullet } = block;
      const deeper = ' '.repeat(Math.max(DEEPER, bullet ? bullet.end - bullet.start : 0));
      const indent = text.slice(lineStart, header.start) + deeper;
      return { range: { start: header.end, end: start }, newText: `${newLine}${indent}> ` };
    }
    // Right below a statement the quotation would be one of its own.
    const isBelow = lineStart === block.start && tree.green[blockAt(tree, lineStart - 1)]?.kind === 'statement';
    const newText = isBelow ? `${newLine}${text.slice(lineStart, start)}> ` : '> ';
    return { range: { start: isBelow ? lineStart : start, end: start }, newText };
  });
}

/** Puts a reference in the place of the passage, where a statement holds the first. */
function referred({ notes }: RuleContext, { first }: NoteRepeat, { note, range, block }: Copy): Fix[] {
  const { tree, argument } = first.note;
  const point = argument.pointAt(blockAt(tree, first.range.start));
  if (!point || point.statement === block || first.range.end > point.statement.end) return [];
  const named = referenceTo(first.note, point);
  const isOwn = first.note === note;
  const path = isOwn ? '' : referencePath(note.uri, first.note.uri);
  if (!named || path === null || (!isOwn && notes.noteOf(note, path) !== first.note)) return [];
  const reference = { range, newText: `[[${path}#${named.id}]]` };
  const elsewhere =
    !isOwn && named.edits.length > 0 ? { elsewhere: [{ note: first.note.uri, edits: named.edits }] } : {};
  const edits = isOwn ? [...named.edits, reference] : [reference];
  return [{ title: `Replace it by \`${reference.newText}\``, edits, ...elsewhere }];
}

/** Takes the passage out: its lines, the words in a line, or a statement that says nothing else and nobody answers. */
function deleted({ notes }: RuleContext, copy: Copy): Fix[] {
  const { note, block, pieces, isWhole, isAll } = copy;
  const { lines } = note.tree;
  const remove = (range: TextRange): Fix[] => [{ title: 'Delete it', edits: [{ range, newText: '' }] }];
  if (block.kind === 'statement' && isAll) {
    const point = note.argument.pointAt(blockAt(note.tree, block.start));
    const isFree = point && !block.id && point.introducedBy.length === 0;
    if (!isFree || notes.repliesTo({ note, point }).length > 0) return [];
    return remove(linesOf(note, block, block.firstLine, block.lastLine));
  }
  const [first, last] = [pieces[0], pieces.at(-1)].map((piece) => lines.lineAt(piece?.start ?? 0)) as [number, number];
  const hasHeader = block.kind === 'statement' && first === block.firstLine;
  return remove(isWhole && !hasHeader ? linesOf(note, block, first, last) : wordsOf(copy));
}

/** Whole lines with their line breaks, and one of two blank lines around them; what would be joined stays apart. */
function linesOf({ text, tree }: Note, { firstLine, lastLine }: Block, first: number, last: number): TextRange {
  const { lines } = tree;
  const isBlankLine = (line: number) =>
    line < 0 || line >= lines.count || text.slice(lines.start(line), lines.end(line)).trim() === '';
  const start = lines.start(first);
  const [above, below] = [isBlankLine(first - 1), isBlankLine(last + 1)];
  if (above && below) return { start, end: lines.endWithBreak(Math.min(last + 1, lines.count - 1)) };
  const isInside = firstLine < first && last < lastLine;
  const isApart = above || below || tree.green[blockAt(tree, lines.endWithBreak(last))]?.kind === 'statement';
  return { start, end: isApart || isInside ? lines.endWithBreak(last) : lines.end(last) };
}

/** Words in a line with the marks and brackets that only serve them, and the space on one side. */
function wordsOf({ note: { text, tree }, block, range, pieces }: Copy): TextRange {
  const [from, to] = [pieces[0]?.start ?? range.start, pieces.at(-1)?.end ?? range.end];
  let { start, end } = range;
  while (
    start > from &&
    end < to &&
    '([“"'.includes(text[start - 1] as string) &&
    ')]”"'.includes(text[end] as string)
  ) {
    start--;
    end++;
  }
  while (end < to && /[.,;:!?…]/.test(text[end] as string)) end++;
  while (start > from && /\s/.test(text[start - 1] as string)) start--;
  if (start === from) while (end < to && /\s/.test(text[end] as string)) end++;
  const isLineOfHeader =
    block.kind === 'statement' && start === from && end === to && start <= tree.lines.end(block.firstLine);
  return { start: isLineOfHeader ? block.header.end : start, end };
}
