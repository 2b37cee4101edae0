import { type InlayHint, type MarkupContent, MarkupKind, type Range } from 'vscode-languageserver-types';
import { blockAt } from '../syntax/noteTree';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { statementAt } from './named';
import { toLspRange, toTextRange } from './positions';
import { aboutStatement, describe } from './statementHover';
import { MARKDOWN, PLAIN_TEXT } from './writer';

/** What is told in between the words of a note. */
export interface InlayHintOptions {
  /** Whether each statement stands; of `notStanding`, only those that do not. */
  readonly labels: 'off' | 'notStanding' | 'all';
  /** What stands behind `-> #id`. */
  readonly targets: boolean;
}

/** UTF-16 units of a statement that are shown behind a target: enough to know it again. */
const LONGEST_TARGET = 32;

/** One kind of hint, for one statement. */
type HintsOf = (notes: Notes, of: PointOf, options: InlayHintOptions) => InlayHint[];

const KINDS: readonly HintsOf[] = [targetHints, labelHints];

/** The hints in the lines of a range. Cost: the statements there. */
export function inlayHints(notes: Notes, note: Note, range: Range, options: InlayHintOptions): InlayHint[] {
  if (options.labels === 'off' && !options.targets) return [];
  const { start, end } = toTextRange(note, range);
  const { blocks } = note.argument;
  const first = note.argument.firstFrom(blockAt(note.tree, start));
  const hints: InlayHint[] = [];
  for (let index = first; index < blocks.length; index++) {
    const point = note.argument.point(index);
    if (!point || point.statement.start > end) break;
    for (const hintsOf of KINDS) hints.push(...hintsOf(notes, { note, point }, options));
  }
  return hints;
}

/** Behind the header: `claim: contested`. */
function labelHints(notes: Notes, of: PointOf, { labels }: InlayHintOptions): InlayHint[] {
  const label = labels === 'off' ? null : notes.labelOf(of);
  if (label === null || (labels === 'notStanding' && label === 'stands')) return [];
  const { note, point } = of;
  const position = note.tree.lines.position(point.statement.header.end);
  return [{ position, label, paddingLeft: true, data: { uri: note.uri } }];
}

/** Behind a target: the beginning of what the statement says, which leads to it. */
function targetHints(notes: Notes, { note, point }: PointOf, { targets }: InlayHintOptions): InlayHint[] {
  if (!targets) return [];
  return point.statement.targets.flatMap((target) => {
    const meant = notes.resolve(note, target);
    const value = meant ? shortened(meant.point.text, LONGEST_TARGET) : '';
    if (!meant || value === '') return [];
    const location = { uri: meant.note.uri, range: toLspRange(meant.note, meant.point.statement.keywordRange) };
    const data = { uri: meant.note.uri, position: location.range.start };
    const position = note.tree.lines.position(target.range.end);
    return { position, label: [{ value, location }], paddingLeft: true, data };
  });
}

/** Adds what is shown when the mouse is over a hint: why the statement stands or not, or what the target says. */
export function resolveInlayHint(notes: Notes, hint: InlayHint, markdown: boolean): InlayHint {
  const { uri, position } = Object(hint.data) as { uri?: unknown; position?: InlayHint['position'] };
  const note = typeof uri === 'string' ? notes.get(uri) : undefined;
  const of = note && statementAt(note, note.tree.lines.offset(position ?? hint.position));
  if (!note || !of) return hint;
  const write = markdown ? MARKDOWN : PLAIN_TEXT;
  const value = position ? describe(of, write) : aboutStatement(notes, of, note, write);
  const tooltip: MarkupContent = { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
  return { ...hint, tooltip };
}
