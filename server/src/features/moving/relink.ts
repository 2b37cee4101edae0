import { foldId } from '../../argument/argument';
import type { IdMention } from '../../workspace/mentions';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { canonicalUri, referencedName, referenceName } from '../../workspace/noteUri';
import { relativePath } from '../../workspace/relativePath';
import { occurrencesOf } from '../named';
import type { NoteEdit } from '../noteEdits';
import { asWritten } from '../renameFiles';
import { type Branch, isIn } from './branch';

/** What references come to be called by a move to another note. */
export interface Relinked {
  /** Edits of references and ids, in all notes, as they stand before the move. */
  readonly edits: readonly NoteEdit[];
  /** New ids of moved statements, where the note they go to has theirs already: by note and number. */
  readonly ids: ReadonlyMap<Note, ReadonlyMap<number, string>>;
  /** The first reference that cannot be written any more, or null. */
  readonly lost: string | null;
}

/**
 * Keeps every reference leading where it leads when branches go to another note: those to what moves, those in what
 * moves, and ids that are taken there. Cost: linear in the notes that name statements of those that change.
 */
export function relink(notes: Notes, branches: readonly Branch[], to: Note): Relinked {
  const foreign = branches.filter(({ note }) => note !== to);
  const relinking = new Relinking(notes, branches, to);
  for (const branch of foreign) relinking.nameStatements(branch);
  for (const branch of foreign) relinking.followStatements(branch);
  for (const branch of foreign) relinking.keepReferences(branch);
  return relinking;
}

class Relinking implements Relinked {
  readonly edits: NoteEdit[] = [];
  readonly ids = new Map<Note, Map<number, string>>();
  lost: string | null = null;
  private readonly used = new Set<string>();
  /** References that have been seen to, by note and where they begin. */
  private readonly done = new Map<Note, Set<number>>();

  constructor(
    private readonly notes: Notes,
    private readonly branches: readonly Branch[],
    private readonly to: Note,
  ) {}

  /** Gives another id to what would meet its own in the note it goes to. */
  nameStatements({ note, root, last }: Branch): void {
    const ids = this.ids.get(note) ?? new Map<number, string>();
    this.ids.set(note, ids);
    for (let index = root.index; index <= last.index; index++) {
      const id = note.argument.point(index)?.statement.id;
      if (!id) continue;
      const isFree = (name: string) => !this.used.has(foldId(name)) && !this.isTaken(name);
      let name = id.name;
      for (let number = 2; !isFree(name); number++) name = `${id.name}-${number}`;
      this.used.add(foldId(name));
      if (name === id.name) continue;
      ids.set(index, name);
      this.edits.push({ note, range: id.range, newText: name });
    }
  }

  /** Changes what names the statements that move. */
  followStatements({ note, root, last }: Branch): void {
    for (let index = root.index; index <= last.index; index++) {
      const id = note.argument.point(index)?.statement.id;
      if (!id) continue;
      for (const { note: from, mention } of occurrencesOf(this.notes, note, {
        kind: 'statement',
        of: { note, index },
      })) {
        if (mention.kind !== 'id' || mention.role === 'definition') continue;
        this.see(from, mention);
        const name = this.ids.get(note)?.get(index) ?? mention.id;
        this.rewrite(from, mention, this.whereTo(from, mention.block), this.to.uri, name);
      }
    }
  }

  /** Changes how the statements that move name others. */
  keepReferences(branch: Branch): void {
    const { note } = branch;
    const isInBranch = (block: number) => isIn(branch, note, this.statementOf(note, block));
    for (const mention of note.mentionsWhere(({ kind, role }) => kind === 'id' && role !== 'definition')) {
      if (mention.kind !== 'id' || !isInBranch(mention.block) || this.isSeen(note, mention)) continue;
      const { path } = mention;
      const name = path === null ? note.referenceName : note.nameOf(path);
      if (name === null || (path !== null && this.to.nameOf(path) === name)) continue;
      this.rewrite(note, mention, this.to.uri, path === null ? note.uri : name, mention.id);
    }
  }

  /** Writes a reference anew. */
  private rewrite(note: Note, mention: IdMention, from: string, to: string, id: string): void {
    const written = writtenFrom(from, to, { role: mention.role, id });
    if (written === null) this.lost ??= note.text.slice(mention.whole.start, mention.whole.end);
    else if (written !== note.text.slice(mention.whole.start, mention.whole.end)) {
      this.edits.push({ note, range: mention.whole, newText: written });
    }
  }

  /** The URI of the note in which a mention stands after the move. */
  private whereTo(note: Note, block: number): string {
    const index = this.statementOf(note, block);
    return this.branches.some((branch) => isIn(branch, note, index)) ? this.to.uri : note.uri;
  }

  /** The number of the statement that a block is, or -1. */
  private statementOf({ argument }: Note, block: number): number {
    return argument.pointAt(block)?.index ?? -1;
  }

  /** Whether an id means something in the note that things go to, or somebody means something by it. */
  private isTaken(name: string): boolean {
    const folded = foldId(name);
    if (this.to.argument.byId.has(folded)) return true;
    return this.notes.names.around(this.to).some((note) =>
      note
        .mentionsWhere((naming) => naming.kind === 'id' && foldId(naming.id) === folded)
        .some((mention) => {
          if (mention.kind !== 'id' || mention.role === 'definition') return false;
          return mention.path === null ? note === this.to : note.nameOf(mention.path) === this.to.referenceName;
        }),
    );
  }

  private see(note: Note, { whole }: IdMention): void {
    const seen = this.done.get(note) ?? new Set<number>();
    this.done.set(note, seen.add(whole.start));
  }

  private isSeen(note: Note, { whole }: IdMention): boolean {
    return this.done.get(note)?.has(whole.start) === true;
  }
}

/** How a note names a statement of another, or of itself; null where it cannot. */
function writtenFrom(from: string, to: string, named: Pick<IdMention, 'role' | 'id'>): string | null {
  if (referenceName(from) === referenceName(to)) return `#${named.id}`;
  const path = relativePath(canonicalUri(from), referenceName(to));
  if (path === null || referencedName(from, path) !== referenceName(to)) return null;
  return asWritten(named, path);
}
