import type { MapStatement } from '../shared/messages';
import { foldedCase } from './filter';
import type { Forest } from './forest';

/** Milliseconds after which a letter begins anew. */
const PAUSE = 800;

/** Nobody types more than this of a text. */
const LONGEST = 80;

/**
 * Goes to statements by the first letters of their words, or of `#id`: by the tree pattern of the ARIA Authoring
 * Practices Guide. Capitals and marks on letters do not matter.
 */
export class TypeAhead {
  private typed = '';
  private last = Number.NEGATIVE_INFINITY;

  /**
   * Takes one more letter.
   * @param now milliseconds
   * @param focus key of the statement that has the focus
   * @returns the key of the next statement that begins so, from the focus on and then from the top; null for none
   */
  type(letter: string, now: number, focus: string | null, { trees }: Forest): string | null {
    const isNew = now - this.last > PAUSE;
    this.last = now;
    // The same letter again and again goes through all that begin with it.
    const isAgain = !isNew && this.typed === foldedCase(letter);
    if (!isAgain) this.typed = (isNew ? '' : this.typed) + foldedCase(letter);
    const all = [...trees.values()].map(({ statement }) => statement);
    const at = all.findIndex(({ key }) => key === focus);
    // Whoever types on may stay where one has come to.
    const from = this.typed.length > 1 ? Math.max(0, at) : at + 1;
    const found = [...all.slice(from), ...all.slice(0, from)].find((statement) => this.begins(statement));
    return found?.key ?? null;
  }

  private begins({ text, id }: MapStatement): boolean {
    return [text, id === null ? '' : `#${id}`].some((name) => {
      return foldedCase(name.slice(0, LONGEST)).startsWith(this.typed);
    });
  }
}
