import { type Point, relationTo } from '../../argument/argument';
import { blockAt } from '../../syntax/noteTree';
import type { TextRange } from '../../syntax/textRange';
import type { Keyword } from '../../syntax/tree';
import { withTarget } from '../../workspace/headerEdits';
import { referenceTo } from '../../workspace/newId';
import type { Note } from '../../workspace/note';
import type { Notes, PointOf } from '../../workspace/notes';
import { referencePath } from '../../workspace/noteUri';
import { placeName } from '../../workspace/placeName';
import type { Offer, Place, Refactoring } from './refactoring';
import { statementAt } from './statementAt';

const KIND = 'refactor.rewrite.target';

/** Statements that are offered: a reply hardly quotes more. */
const MOST_OFFERED = 3;

/**
 * Aims a reply that has no target at the statement that it quotes, in this note or another, and gives that an id where it
 * has none.
 */
export const aimAtQuoted: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const { notes, note } = place;
    const point = statementAt(place) ?? introducedAt(place);
    if (!point || point.statement.targets.length > 0 || point.statement.keyword === 'cite') return [];
    const offers: Offer[] = [];
    for (const quoted of quotedBy(notes, note, point)) {
      const offer = canAim(notes, { note, point }, quoted) ? offerFor(notes, { note, point }, quoted) : null;
      if (offer) offers.push(offer);
      if (offers.length === MOST_OFFERED) break;
    }
    return offers;
  },
};

/** The statement that a quotation at the cursor leads up to. */
function introducedAt({ note: { tree, argument }, range }: Place): Point | null {
  const block = blockAt(tree, range.start);
  if (tree.green[block]?.kind !== 'quotation') return null;
  const point = argument.point(argument.firstFrom(block));
  const isLedUpTo = point?.introducedBy.some(({ start, end }) => start <= range.start && range.end <= end);
  return point && isLedUpTo ? point : null;
}

/** The statements whose words it quotes, each once, in the order of the quotations. */
function quotedBy(notes: Notes, note: Note, { statement, introducedBy }: Point): PointOf[] {
  const own: readonly TextRange[] = [...introducedBy, statement];
  const found: PointOf[] = [];
  for (const { range, source } of notes.quotationsIn(note.uri)) {
    if (!own.some(({ start, end }) => start <= range.start && range.end <= end)) continue;
    const { tree, argument } = source.note;
    const point = argument.pointAt(blockAt(tree, source.range.start));
    if (point && !found.some((other) => other.point === point)) found.push({ note: source.note, point });
  }
  return found;
}

const HAVE_LINKS: readonly Keyword[] = ['support', 'rebuttal', 'undercut', 'cite'];

/** Whether that would be a reply, is none yet, and would not lead back to it. */
function canAim(notes: Notes, reply: PointOf, quoted: PointOf): boolean {
  const { keyword } = reply.point.statement;
  const to = quoted.point.statement.keyword;
  if (relationTo(keyword, to) === null || (keyword === 'undercut' && !HAVE_LINKS.includes(to))) return false;
  if (to === 'cite' && keyword !== 'undercut' && keyword !== 'question') return false;
  const isSame = ({ point }: PointOf, other: Point) => point === other;
  if (isSame(quoted, reply.point) || notes.repliedTo(reply).some((one) => isSame(one, quoted.point))) return false;
  return quoted.note !== reply.note || !isUnder(quoted, reply.point);
}

/** Whether a statement stands under another in the argument tree of their note. Cost: what it stands under. */
function isUnder({ note: { argument }, point }: PointOf, above: Point): boolean {
  let parent = point.parent;
  while (parent !== null && parent !== above.index) parent = argument.point(parent)?.parent ?? null;
  return parent !== null;
}

function offerFor(notes: Notes, { note, point }: PointOf, quoted: PointOf): Offer | null {
  const isOwn = quoted.note === note;
  const path = isOwn ? '' : referencePath(note.uri, quoted.note.uri);
  if (path === null || (!isOwn && notes.noteOf(note, path) !== quoted.note)) return null;
  const named = referenceTo(quoted.note, quoted.point);
  const target = named && withTarget(note, point.statement, named.id, path);
  if (!target) return null;
  const { keyword, header } = quoted.point.statement;
  const where = placeName(note, quoted.note, header);
  const rest = isOwn || named.edits.length === 0 ? {} : { elsewhere: [{ note: quoted.note.uri, edits: named.edits }] };
  return {
    title: `Reply to the ${keyword} that it quotes, in ${where}: '${target.newText.trim()}'`,
    kind: KIND,
    edits: isOwn ? [...named.edits, target] : [target],
    ...rest,
  };
}
