import { type Field, readFields } from './fields';

/** An `@string`, and the text that its field stands in. */
interface Definition {
  readonly text: string;
  readonly field: Field;
}

/** Longest value that `@string`s may put together: some lines of them could otherwise fill the memory. */
const LONGEST = 20_000;
/** How deep definitions may refer to others. */
const DEEPEST = 50;

/**
 * The `@string`s of a file, and the values of fields that use them. A name that is not defined stands for itself, as
 * `jan` does for January. A later definition takes the place of an earlier one.
 */
export class Strings {
  private readonly definitions = new Map<string, Definition>();
  private readonly known = new Map<string, string>();

  /** @param definitions what stands between the brackets of each */
  constructor(definitions: readonly string[]) {
    for (const text of definitions) {
      for (const field of readFields(text, 0, text.length).fields) this.definitions.set(field.name, { text, field });
    }
  }

  /** The value of a field, in LaTeX. @param text that it stands in */
  valueOf(text: string, field: Field, depth = 0): string {
    let value = '';
    for (const { start, end, isName } of field.pieces) {
      const written = text.slice(start, end);
      value += isName ? this.meaning(written, depth) : written;
      if (field.pieces.length > 1 && value.length > LONGEST) return value.slice(0, LONGEST);
    }
    return value;
  }

  private meaning(written: string, depth: number): string {
    const name = written.toLowerCase();
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const definition = this.definitions.get(name);
    if (!definition || depth > DEEPEST) return written;
    // Until it is known, a definition that refers to itself means its name.
    this.known.set(name, written);
    const value = this.valueOf(definition.text, definition.field, depth + 1);
    this.known.set(name, value);
    return value;
  }
}
