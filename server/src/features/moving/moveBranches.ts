import { relationTo } from '../../argument/argument';
import { applied } from '../../formatting/edits';
import { Note } from '../../workspace/note';
import type { Notes, PointOf } from '../../workspace/notes';
import type { NoteEdit } from '../noteEdits';
import { byPlace } from '../refactorings/trial';
import type { Refusal } from '../rename';
import { type Identity, identityOf, type Meant, type NoteAfter, nowhere, outcomeOf } from './asMeant';
import { type Branch, branchesOf, isIn } from './branch';
import { type Destination, type Place, placesIn } from './destination';
import { type RootEdit, rootEdit } from './header';
import { type Lead, movedText, rangeOf } from './movedText';
import { relink } from './relink';
import { moveEdits, type Trace } from './ways';

/** A move as edits of all notes that it changes, disjoint. */
export interface Moved {
  readonly edits: readonly NoteEdit[];
}

/**
 * Moves statements, each with everything that stands under it, under another statement or to the end of a section or a
 * note. What was said is said afterwards, by the same people and to the same statements, but for what the roots reply
 * to: lines are indented anew, references lead where they led, in all notes, ids that the other note has already become
 * others, and speakers whom a heading named are named. Paragraphs between the lines stay.
 * @returns why it cannot be done, where it cannot. Cost: linear in the notes that change and those that name their statements
 */
export function moveBranches(notes: Notes, statements: readonly PointOf[], to: Destination): Moved | Refusal {
  const branches = branchesOf(statements);
  const refused = refusal(branches, to);
  if (refused !== null) return { refused };
  const left = branches.filter((branch) => !isThere(branch, to));
  if (left.length === 0) return { refused: 'It stands there already.' };
  return new Move(notes, left, to).tried();
}

function refusal(branches: readonly Branch[], { note, under }: Destination): string | null {
  for (const branch of branches) {
    if (under && isIn(branch, note, under.index)) return 'A statement cannot be moved under itself.';
    const { keyword, targets } = branch.root.statement;
    if (!under) {
      const isAlone = targets.length > 0 || keyword === 'claim' || keyword === 'question' || keyword === 'answer';
      if (!isAlone) return `A ${keyword} replies to something: move it to a statement.`;
      continue;
    }
    const { keyword: parent } = under.statement;
    const takes = parent !== 'cite' || keyword === 'undercut' || keyword === 'question';
    if (!takes || (keyword === 'undercut' && !HAVE_LINKS.has(parent)))
      return `A ${keyword} cannot reply to a ${parent}.`;
    if (relationTo(keyword, parent) === null && targets.length > 1)
      return `A ${keyword} does not reply to a ${parent}.`;
  }
  return null;
}

/** What an undercut can attack: a link. */
const HAVE_LINKS: ReadonlySet<string> = new Set(['support', 'rebuttal', 'undercut', 'cite']);

/** Whether a branch stands under the destination, and by nothing but its place. */
function isThere({ note, root }: Branch, to: Destination): boolean {
  return to.under !== null && note === to.note && root.above === to.under.index && root.statement.targets.length === 0;
}

const LEADS: readonly Lead[] = ['along', 'margin'];
const TRACES: readonly Trace[] = ['tidy', 'plain', 'blank'];

/** One move, tried in several ways until one does what is meant. */
class Move {
  private readonly fixed: NoteEdit[];
  private readonly meant: Meant;
  private readonly lost: string | null;
  private readonly around: readonly Note[];
  private readonly isNameable: boolean;

  constructor(
    private readonly notes: Notes,
    private readonly branches: readonly Branch[],
    private readonly to: Destination,
  ) {
    const relinked = relink(notes, branches, to.note);
    this.lost = relinked.lost;
    const roots = branches.map((branch) => rootEdit(branch, to));
    this.isNameable = roots.every((root) => root !== null);
    const own = roots.flatMap((root) => [...(root?.edits ?? [])]);
    const isReplaced = ({ note, range }: NoteEdit) =>
      own.some((edit) => edit.note === note && edit.range.start <= range.start && range.end <= edit.range.end);
    // Of several that need the same id for the destination each would give it.
    this.fixed = unique([...own, ...relinked.edits.filter((edit) => !isReplaced(edit))]);
    const ids = [...relinked.ids].flatMap(([note, names]) =>
      [...names].map(([index, name]) => [identityOf(note, index), name] as const),
    );
    this.meant = { ids: new Map([...ids, ...this.givenId(own)]), replies: this.replies(roots) };
    const touched = new Set([to.note, ...branches.map(({ note }) => note)]);
    this.around = [...new Set([...touched].flatMap((note) => notes.names.around(note)))];
  }

  tried(): Moved | Refusal {
    if (this.lost !== null) {
      return { refused: `'${this.lost}' could not be written so that it still leads there. Save both notes first.` };
    }
    if (!this.isNameable) return { refused: 'The statement cannot be named in the header, or is already.' };
    const seen = new Set<string>();
    let owner: string | undefined;
    for (const place of placesIn(this.to, this.branches)) {
      for (const lead of this.hasLeads() ? LEADS : LEADS.slice(0, 1)) {
        for (const trace of TRACES) {
          const result = this.attempt(place, lead, trace, seen);
          if (result && 'edits' in result) return result;
          owner ??= result?.owner;
        }
      }
    }
    return {
      refused:
        owner ?? 'Its lines would be read otherwise there: as part of what stands beside them, or as replies to it.',
    };
  }

  /** @returns undefined where something else would be said */
  private attempt(place: Place, lead: Lead, trace: Trace, seen: Set<string>): Moved | { owner: string } | undefined {
    const edits = this.editsFor(place, lead, trace, []);
    const written = JSON.stringify(edits.map(({ note, range, newText }) => [note.key, range, newText]));
    if (seen.has(written)) return undefined;
    seen.add(written);
    const outcome = this.outcome(place, edits);
    if (outcome.isAsMeant) return { edits };
    if (outcome.speakers.size === 0) return undefined;
    const named = this.speakerEdits(outcome.speakers);
    if (!named) return { owner: 'A heading there would say that it is somebody’s, and nobody is named now.' };
    const signed = this.editsFor(place, lead, trace, named);
    return this.outcome(place, signed).isAsMeant ? { edits: signed } : undefined;
  }

  private editsFor(place: Place, lead: Lead, trace: Trace, more: readonly NoteEdit[]): NoteEdit[] {
    const all = [...this.fixed, ...more];
    const moved = movedText(this.branches, this.to, place, all, lead);
    const stays = all.filter((edit) => !this.isMoving(edit));
    return [...moveEdits(this.branches, this.to.note, place, moved, trace), ...stays];
  }

  private isMoving({ note, range }: NoteEdit): boolean {
    return this.branches.some(
      (branch) =>
        branch.note === note &&
        branch.runs.some(({ firstLine, lastLine }) => {
          const { start, end } = rangeOf(note, firstLine, lastLine);
          return start <= range.start && range.end <= end;
        }),
    );
  }

  private hasLeads(): boolean {
    return this.branches.some(({ note, root, last }) =>
      note.argument.points.slice(root.index, last.index + 1).some(({ introducedBy }) => introducedBy.length > 0),
    );
  }

  /** Says in the header who speaks; null where nobody did. */
  private speakerEdits(speakers: ReadonlyMap<Identity, string>): NoteEdit[] | null {
    const edits: NoteEdit[] = [];
    for (const { note, root, last } of this.branches) {
      for (const { index, statement } of note.argument.points.slice(root.index, last.index + 1)) {
        const name = speakers.get(identityOf(note, index));
        if (name === undefined) continue;
        if (name === '' || statement.speaker) return null;
        const at = statement.id?.range.end ?? statement.keywordRange.end;
        edits.push({ note, range: { start: at, end: at }, newText: ` (${name})` });
      }
    }
    // Somebody who stays would speak otherwise: nothing in the headers that move can help.
    return edits.length === speakers.size ? edits : null;
  }

  private outcome(place: Place, edits: readonly NoteEdit[]): ReturnType<typeof outcomeOf> {
    const byNote = new Map<Note, NoteEdit[]>();
    for (const edit of edits) byNote.set(edit.note, [...(byNote.get(edit.note) ?? []), edit]);
    const changed = [...byNote].map(([before, list]): NoteAfter => {
      const after = new Note(before.uri, applied(before.text, list.sort(byPlace)), null, before);
      return { before, after, identities: this.identities(before, place) };
    });
    return outcomeOf(this.notes, changed, this.around, this.meant);
  }

  /** Who the statements of a note were, in the order after the move. */
  private identities(note: Note, { above }: Place): Identity[] {
    const all = Array.from(note.argument.blocks, (_, index) => index);
    const stay = (index: number) => !this.branches.some((branch) => isIn(branch, note, index));
    const named = (those: number[]) => those.filter(stay).map((index) => identityOf(note, index));
    if (note !== this.to.note) return named(all);
    const moved = this.branches.flatMap((branch) => {
      const count = branch.last.index - branch.root.index + 1;
      return Array.from({ length: count }, (_, i) => identityOf(branch.note, branch.root.index + i));
    });
    return [...named(all.slice(0, above)), ...moved, ...named(all.slice(above))];
  }

  private replies(roots: readonly (RootEdit | null)[]): Map<Identity, Identity[]> {
    const { note: to, under } = this.to;
    const replies = new Map<Identity, Identity[]>();
    this.branches.forEach(({ note, root }, i) => {
      if (!under) {
        if (root.statement.targets.length === 0) replies.set(identityOf(note, root.index), []);
        return;
      }
      const destination = identityOf(to, under.index);
      const targets = roots[i]?.targets ?? [];
      if (targets.length === 0) replies.set(identityOf(note, root.index), [destination]);
      else if (targets.includes('under')) {
        const before = root.repliesTo.map(({ index, target }) => {
          if (index !== null || target === null) return identityOf(note, index ?? -1);
          const meant = this.notes.locate(note, target);
          return meant ? identityOf(meant.note, meant.index) : nowhere(note, target);
        });
        const named = targets.map((from) => (from === 'under' ? destination : (before[from] as Identity)));
        replies.set(identityOf(note, root.index), named);
      }
    });
    return replies;
  }

  /** The id that the destination is given, where a root has to name it. */
  private givenId(own: readonly NoteEdit[]): (readonly [Identity, string])[] {
    const { note, under } = this.to;
    const given = own.find((edit) => edit.note === note && edit.newText.startsWith(' #'));
    return given && under ? [[identityOf(note, under.index), given.newText.slice(2)]] : [];
  }
}

function unique(edits: readonly NoteEdit[]): NoteEdit[] {
  const seen = new Map<Note, Set<string>>();
  return edits.filter(({ note, range, newText }) => {
    const known = seen.get(note) ?? new Set<string>();
    seen.set(note, known);
    const written = `${range.start} ${range.end} ${newText}`;
    return !known.has(written) && known.add(written);
  });
}
