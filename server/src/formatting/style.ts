import { DEEPER, TAB } from '../syntax/columns';
import type { Statement } from '../syntax/tree';

/** How a note is to be written. */
export interface FormatOptions {
  /** What to do about the bullets in front of statements. */
  readonly bullets: 'keep' | 'add' | 'remove';
  /** Columns from a statement to one that is indented under it; fewer than two count as two. */
  readonly indent: number;
  /** Indent with tabs, of which each is one level; `indent` then says nothing. */
  readonly tabs: boolean;
  /** Put a blank line where Markdown would join two lines to one paragraph. */
  readonly separate: boolean;
}

/** Columns from a bullet to the words behind it, `- ` long. */
const BULLET = 2;

/** From here on Markdown takes an indented line for code, or for more of the paragraph above (CommonMark 4.4). */
export const CODE_INDENT = 4;

/** What the options come to for one statement. All numbers are columns. */
export class Style {
  private readonly step: number;

  constructor(private readonly options: FormatOptions) {
    // What is no number comes from a client that says nothing of use.
    this.step = options.tabs ? TAB : Math.max(DEEPER, Math.floor(options.indent) || DEEPER);
  }

  /** Whether every statement goes under what it answers, so that Markdown nests it. */
  get nestsAll(): boolean {
    return this.options.bullets === 'add';
  }

  get separates(): boolean {
    return this.options.separate;
  }

  /** The bullet of a statement with the space behind it; empty where it is to have none. */
  bullet(text: string, { bullet }: Statement): string {
    if (this.options.bullets === 'remove') return '';
    if (bullet) return `${text[bullet.start]} `;
    return this.options.bullets === 'add' ? '- ' : '';
  }

  hasBullet({ bullet }: Statement): boolean {
    return this.options.bullets === 'keep' ? bullet !== null : this.options.bullets === 'add';
  }

  /** From a statement to one that is indented under it. */
  child(statement: Statement): number {
    // Further under a bullet, Markdown would take it for code.
    return this.hasBullet(statement) ? Math.min(this.step, BULLET + CODE_INDENT - 1) : this.plainStep;
  }

  /** From a statement to the lines that belong to it: under a bullet, they begin where the words do. */
  words(statement: Statement): number {
    return this.hasBullet(statement) ? BULLET : this.plainStep;
  }

  /** Where there is no bullet, Markdown takes for code what stands four columns in behind a blank line. */
  private get plainStep(): number {
    return this.options.separate ? DEEPER : this.step;
  }

  /** White space up to a column. */
  whiteSpace(column: number): string {
    if (!this.options.tabs) return ' '.repeat(column);
    return '\t'.repeat(Math.floor(column / TAB)) + ' '.repeat(column % TAB);
  }
}
