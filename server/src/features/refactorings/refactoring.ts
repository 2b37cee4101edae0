import type { Fix } from '../../rules/rule';
import type { TextRange } from '../../syntax/textRange';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';

/** A way to write a note otherwise that nobody is asked for: one file here, one line in the registry. */
export interface Refactoring {
  /** The kind of what it offers, one of LSP's and a name of its own: `refactor.rewrite.mark`. */
  readonly kind: string;
  /**
   * What it offers in a place; nothing where it does not fit. Asked whenever the cursor moves, so that its cost must be
   * small where it offers nothing.
   */
  offers(place: Place): Offer[];
}

/** Where somebody asks for refactorings: the cursor, or what is selected. */
export interface Place {
  readonly notes: Notes;
  readonly note: Note;
  readonly range: TextRange;
}

/** One way to go about it. */
export interface Offer extends Fix {
  /** The kind of the refactoring, or one below it, by which a key can be bound to this very offer. */
  readonly kind: string;
}

/** Whether a kind is another or stands above it: `refactor` covers `refactor.rewrite.mark`, and the empty kind all. */
export function covers(kind: string, actual: string): boolean {
  return kind === '' || actual === kind || actual.startsWith(`${kind}.`);
}

/**
 * Everything that the refactorings offer in a place.
 * @param only the kinds asked for; undefined asks for all
 */
export function offersIn(refactorings: readonly Refactoring[], place: Place, only?: readonly string[]): Offer[] {
  const fits = (kind: string) => only?.some((asked) => covers(asked, kind) || covers(kind, asked)) ?? true;
  const isAsked = ({ kind }: Offer) => only?.some((asked) => covers(asked, kind)) ?? true;
  return refactorings
    .filter(({ kind }) => fits(kind))
    .flatMap((refactoring) => refactoring.offers(place))
    .filter(isAsked);
}
