import type { Position, Range } from 'vscode-languageserver-types';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { finish, type Steps } from '../../workspace/steps';
import type { Linter } from '../linter';
import { toLspRange } from '../positions';
import { aboutRow } from './aboutRow';
import { type BuiltTree, buildTree, type TreeOptions } from './buildTree';
import { type Difference, differenceOf, type WrittenTree, written } from './difference';
import { KeyMemory } from './keyMemory';
import { NoteTrees } from './noteTrees';

/** What is other than in the answer before. */
export interface TreeAnswer extends Difference {
  /** Document version of the note shown; null where none is, or no editor has it open. */
  readonly version: number | null;
  /** Names this answer, for the next question. */
  readonly state: number;
  readonly openPoints: number;
  readonly count: number;
  readonly found: number;
}

/** Where a row leads, and what is known of it. */
export interface RowDetails {
  readonly uri: string;
  readonly version: number | null;
  readonly range: Range;
  readonly selectionRange: Range;
  /** Markdown. */
  readonly about: string;
}

/** The argument view of one client: what it was last told, so that it need be told only what has changed. */
export class ArgumentTrees {
  private options: TreeOptions | null = null;
  private built: { readonly tree: BuiltTree; readonly revision: number; readonly settings: number } | null = null;
  /** As they were last, whatever the options were. */
  private entries: BuiltTree['entries'] = new Map();
  private told: WrittenTree = { nodes: new Map(), children: new Map() };
  private state = 0;
  private readonly keys = new KeyMemory();

  private readonly known: NoteTrees;

  constructor(
    private readonly notes: Notes,
    private readonly linter: Linter,
  ) {
    this.known = new NoteTrees(notes, linter);
  }

  /** Looks at all notes anew with the next question. Otherwise passages of closed notes are taken for what they were. */
  lookAgain(): void {
    this.known.lookAgain();
  }

  /**
   * The rows as far as they are others than the client knows. Cost: linear in the notes shown.
   * @param since the state that the client was told last; null for none
   * @returns null where the one note that is to be shown is not in
   */
  answer(options: TreeOptions, since: number | null): TreeAnswer | null {
    return finish(this.answering(options, since));
  }

  /** The same in steps, of which each looks at one note. */
  *answering(options: TreeOptions, since: number | null): Steps<TreeAnswer | null> {
    if (since === null) this.lookAgain();
    if (options.isAll) {
      for (const note of this.notes.all()) {
        // What the rules say of it takes longest, and is known from then on.
        if (this.notes.get(note.uri) === note) this.known.openPoints(note);
        yield;
      }
    }
    return this.answerNow(options, since);
  }

  private answerNow(options: TreeOptions, since: number | null): TreeAnswer | null {
    const note = options.note === null ? undefined : this.notes.get(options.note);
    if (!note && !options.isAll) return null;
    this.options = options;
    this.built = null;
    const { openPoints, count, found, ...tree } = this.current() as BuiltTree;
    const now = written(tree);
    const isKnown = since !== null && since === this.state;
    const difference = differenceOf(isKnown ? this.told : null, now);
    this.told = now;
    this.state++;
    return { version: note?.version ?? null, state: this.state, openPoints, count, found, ...difference };
  }

  /** Where a row leads and what is known of it; null for one that is gone. Cost: the statement, after an edit the notes. */
  details(key: string): RowDetails | null {
    const entry = this.current()?.entries.get(key);
    const place = entry?.place;
    if (!place) return null;
    const { note, index, start, end } = place;
    const point = index === null ? undefined : note.argument.point(index);
    const range = toLspRange(note, { start, end });
    const selectionRange = point ? toLspRange(note, point.statement.keywordRange) : range;
    const about = point ? aboutRow(this.notes, { note, point }) : '';
    return { uri: note.uri, version: note.version, range, selectionRange, about };
  }

  /** The row of the statement that a position is in; null where there is none, or the filter has left it out. */
  rowAt(uri: string, position: Position): string | null {
    const note = this.notes.get(uri);
    const tree = this.current();
    if (!note || !tree) return null;
    const offset = note.tree.lines.offset(position);
    for (const [key, { node, place }] of tree.entries) {
      if (node.type !== 'statement' && node.type !== 'passage') continue;
      if (place?.note === note && place.start <= offset && offset <= lineEnd(note, place.end)) return key;
    }
    return null;
  }

  /** The rows as the notes are now. */
  private current(): BuiltTree | null {
    if (!this.options) return null;
    const { revision } = this.notes;
    const { revision: settings } = this.linter.configuration;
    if (this.built?.revision !== revision || this.built.settings !== settings) {
      const tree = buildTree(this.notes, this.options, this.keys, this.known, this.entries);
      this.built = { tree, revision, settings };
      this.entries = tree.entries;
    }
    return this.built.tree;
  }
}

/** A cursor behind the last word, or in what belongs to the statement without being its words, is in it, too. */
function lineEnd({ tree: { lines } }: Note, offset: number): number {
  return lines.end(lines.lineAt(offset));
}
