import type { Position, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Keyword } from '../syntax/tree';
import { referenceTo } from '../workspace/newId';
import type { Notes, PointOf } from '../workspace/notes';
import { type AddedReply, addReply, repliesFor } from './addReply';
import { branchText } from './branchText';
import { destinationAt } from './moving/destination';
import { destinations, type ListedDestination } from './moving/destinations';
import { moveBranches } from './moving/moveBranches';
import { statementAt } from './named';
import { workspaceEdit } from './noteEdits';
import { noteName } from './noteName';
import type { Refusal } from './rename';

/** A place in a note; the note as a whole where there is no position. */
export interface Spot {
  readonly uri: string;
  readonly position: Position | null;
}

/** How a statement is called from anywhere in its folder, and what has to be edited for that. */
export interface NamedReference {
  readonly reference: string;
  readonly edit: WorkspaceEdit | null;
}

/**
 * What is done to statements as a whole, wherever somebody points at them: in a tree, in a list, in the text. Edits are
 * handed out, none is made here.
 */
export class ArgumentActions {
  constructor(private readonly notes: Notes) {}

  /**
   * Moves the statements at some places, each with everything that stands under it.
   * @param to a statement under which they go, a heading whose section they go to, or a note
   * @param versioned whether the client takes edits for a document version
   */
  move(statements: readonly Spot[], to: Spot, versioned: boolean): WorkspaceEdit | Refusal {
    const note = this.notes.get(to.uri);
    const points = this.statements(statements);
    if (!note || !points) return GONE;
    const offset = to.position === null ? null : note.tree.lines.offset(to.position);
    const moved = moveBranches(this.notes, points, destinationAt(note, offset));
    return 'refused' in moved ? moved : workspaceEdit(moved.edits, versioned);
  }

  /** Where a statement can be moved to: first in its own note. Null for a note that is not in. */
  destinations(uri: string): ListedDestination[] | null {
    const note = this.notes.get(uri);
    return note ? destinations(this.notes, note) : null;
  }

  /** The kinds of statements that can reply to the one at a place. */
  replies(spot: Spot): Keyword[] {
    const of = this.statement(spot);
    return of ? repliesFor(of) : [];
  }

  /** A new line under the statement at a place. */
  add(spot: Spot, reply: Keyword, versioned: boolean): AddedReply | Refusal {
    const of = this.statement(spot);
    if (!of) return GONE;
    if (!repliesFor(of).includes(reply)) {
      return { refused: `A ${reply} cannot reply to a ${of.point.statement.keyword}.` };
    }
    return addReply(of, reply, versioned);
  }

  /** The statements at some places, with everything that hangs under them, as Markdown. */
  markdown(statements: readonly Spot[]): string {
    return branchText(this.statements(statements) ?? [], (of) => this.notes.labelOf(of));
  }

  /** What the statement at a place is called in references: `note#id`. It gets an id where it has none. */
  reference(spot: Spot, versioned: boolean): NamedReference | Refusal {
    const of = this.statement(spot);
    if (!of) return GONE;
    const named = referenceTo(of.note, of.point);
    if (!named) return { refused: 'The statement cannot have an id, or another one has it.' };
    const edits = named.edits.map((edit) => ({ note: of.note, ...edit }));
    return { reference: referenceIn(of, named.id), edit: edits.length > 0 ? workspaceEdit(edits, versioned) : null };
  }

  private statement({ uri, position }: Spot): PointOf | null {
    const note = this.notes.get(uri);
    return note && position ? statementAt(note, note.tree.lines.offset(position)) : null;
  }

  /** Null where one of them is gone. */
  private statements(spots: readonly Spot[]): PointOf[] | null {
    const those = spots.map((spot) => this.statement(spot));
    return those.length > 0 && those.every((of) => of !== null) ? those : null;
  }
}

const GONE: Refusal = { refused: 'The statement is not there any more.' };

/** An unsaved note has no name that lasts. */
function referenceIn({ note }: PointOf, id: string): string {
  const name = noteName(note);
  if (note.uri.startsWith('untitled:') || /[[\]#>]/.test(name)) return `#${id}`;
  return /[\s,:()<]/.test(name) ? `<${name}#${id}>` : `${name}#${id}`;
}
