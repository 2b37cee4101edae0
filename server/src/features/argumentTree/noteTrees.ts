import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import type { Linter } from '../linter';
import { type OpenPoint, openPointsOf } from './openPoints';
import type { Tree } from './treeNode';

/** What was worked out for a note, and what that hangs on. */
interface Known<T> {
  readonly of: readonly unknown[];
  readonly value: T;
}

/**
 * What of each note is kept for the next question about all notes. A note that nobody edits is worked out again only
 * where a label of it, its configuration, or a note that it is tied to has changed.
 */
export class NoteTrees {
  private points = new WeakMap<Note, Known<readonly OpenPoint[]>>();
  private readonly trees = new WeakMap<Note, Known<Tree>>();

  constructor(
    private readonly notes: Notes,
    private readonly linter: Linter,
  ) {}

  /** Looks at the passages of all notes anew: until then an edit may leave those of notes nobody has open as they were. */
  lookAgain(): void {
    this.points = new WeakMap();
  }

  /** The open points of a note; the same list while nothing has changed. */
  openPoints(note: Note): readonly OpenPoint[] {
    const of = [
      this.notes.standing(note),
      this.linter.configuration.revision,
      note.version === null ? 0 : this.notes.revision,
    ];
    return kept(this.points, note, of, () => openPointsOf(note, this.linter.findings(note.uri)));
  }

  /** The rows of a note under its own. They are shared, and not to be changed. */
  tree(note: Note, build: () => Tree): Tree {
    return kept(this.trees, note, [this.notes.standing(note), this.openPoints(note), this.notes.tiedTo(note)], build);
  }
}

function kept<T>(known: WeakMap<Note, Known<T>>, note: Note, of: readonly unknown[], make: () => T): T {
  const before = known.get(note);
  if (before && before.of.length === of.length && before.of.every((one, i) => one === of[i])) return before.value;
  const value = make();
  known.set(note, { of, value });
  return value;
}
