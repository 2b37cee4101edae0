import type { InlayHint, Position, Range } from 'vscode-languageserver-types';
import { authorYear } from '../bibliography/authorYear';
import { plainText } from '../bibliography/escape';
import { isAccepted } from '../citations/reference';
import { blockAt } from '../syntax/noteTree';
import { citationsIn } from '../workspace/blockCitations';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { citationAt } from './citationAt';
import { entryPlace } from './citedEntry';
import { statementAt } from './named';
import { aboutPaper } from './paperText';
import { toLspRange, toTextRange } from './positions';
import { aboutStatement, describe } from './statementHover';
import { MARKDOWN, PLAIN_TEXT } from './writer';

/** What is told in between the words of a note. */
export interface InlayHintOptions {
  /** Whether each statement stands; of `notStanding`, only those that do not. */
  readonly labels: 'off' | 'notStanding' | 'all';
  /** What stands behind `-> #id`. */
  readonly targets: boolean;
  /** Who wrote a paper that is cited by an identifier or a link, and when. */
  readonly papers: boolean;
}

/** UTF-16 units of a statement that are shown behind a target: enough to know it again. */
const LONGEST_TARGET = 32;

/** UTF-16 units of who and when: names of organisations are long, and a title may stand in for them. */
const LONGEST_PAPER = 48;

/** One kind of hint, for one statement. */
type HintsOf = (notes: Notes, of: PointOf, options: InlayHintOptions) => InlayHint[];

const KINDS: readonly HintsOf[] = [targetHints, labelHints];

/** The hints in the lines of a range. Cost: the statements there. */
export function inlayHints(notes: Notes, note: Note, range: Range, options: InlayHintOptions): InlayHint[] {
  const { start, end } = toTextRange(note, range);
  const papers = options.papers ? paperHints(notes, note, start, end) : [];
  if (options.labels === 'off' && !options.targets) return papers;
  const { blocks } = note.argument;
  const first = note.argument.firstFrom(blockAt(note.tree, start));
  const hints: InlayHint[] = [];
  for (let index = first; index < blocks.length; index++) {
    const point = note.argument.point(index);
    if (!point || point.statement.start > end) break;
    for (const hintsOf of KINDS) hints.push(...hintsOf(notes, { note, point }, options));
  }
  return [...hints, ...papers];
}

/** Behind a citation that is no key: `arXiv:2107.03374 Chen et al. 2021`. */
function paperHints(notes: Notes, note: Note, start: number, end: number): InlayHint[] {
  const { tree } = note;
  const hints: InlayHint[] = [];
  for (const citation of citationsIn(tree, blockAt(tree, start), end)) {
    const { paper, entry } =
      citation.reference.kind === 'citekey' ? NOTHING_KNOWN : notes.papers.of(note, citation.reference);
    if (!paper || (paper.title === null && paper.authors.length === 0)) continue;
    const value = plainText(authorYear(paper), LONGEST_PAPER);
    const place = entry && entryPlace(entry);
    const location = entry && place && { uri: entry.address, range: place.key };
    const data = { uri: note.uri, cited: tree.lines.position(citation.range.start) };
    const position = tree.lines.position(citation.range.end);
    hints.push({ position, label: [{ value, ...(location && { location }) }], paddingLeft: true, data });
  }
  return hints;
}

const NOTHING_KNOWN = { paper: null, entry: null };

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

/** Adds what is shown when the mouse is over a hint: why the statement stands or not, what the target says, or the paper. */
export function resolveInlayHint(notes: Notes, hint: InlayHint, markdown: boolean): InlayHint {
  const { uri, position, cited } = Object(hint.data) as { uri?: unknown; position?: Position; cited?: Position };
  const note = typeof uri === 'string' ? notes.get(uri) : undefined;
  const write = markdown ? MARKDOWN : PLAIN_TEXT;
  if (note && cited) {
    const citation = citationAt(note, note.tree.lines.offset(cited));
    if (!citation || !isAccepted(citation)) return hint;
    const about = aboutPaper(notes, note, citation.reference, write, { note, citation });
    return { ...hint, tooltip: { kind: write.kind, value: about } };
  }
  const of = note && statementAt(note, note.tree.lines.offset(position ?? hint.position));
  if (!note || !of) return hint;
  const value = position ? describe(of, write) : aboutStatement(notes, of, note, write);
  return { ...hint, tooltip: { kind: write.kind, value } };
}
