/** A place in a text, and what an editor puts in it instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is looked for, and what each find is replaced by. */
export type Rewriting = readonly [pattern: RegExp, text: (found: RegExpExecArray) => string];

/**
 * Finds places to edit from the middle of a text on.
 * @param rewritings are used in turn; patterns are global
 */
export function editsInTheMiddle(text: string, rewritings: readonly Rewriting[], count: number): Edit[] {
  const edits: Edit[] = [];
  let at = text.length >> 1;
  while (edits.length < count) {
    const [pattern, replacement] = rewritings[edits.length % rewritings.length] as Rewriting;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw new Error(`the text ends before ${pattern} is found ${count} times`);
    at = pattern.lastIndex;
    edits.push({ start: found.index, end: at, text: replacement(found) });
  }
  return edits;
}

/** The text after an edit. */
export function edited(text: string, { start, end, text: put }: Edit): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** A letter typed in a text; and a keyword or a target that becomes another. */
export interface Keystrokes {
  readonly letter: readonly Rewriting[];
  readonly structure: readonly Rewriting[];
}

const typed: Rewriting[1] = ([found]) => `${found}x`;
const nextId: Rewriting[1] = ([, before, digits]) => `${before}${Math.max(0, Number(digits) - 1)}`;

export const noteKeystrokes: Keystrokes = {
  letter: [[/^(?:claim| {2}support| {2}rebuttal)\b[^:\n]*: [a-z]+/gm, typed]],
  structure: [
    [/^ {2}support(?=:)/gm, () => '  rebuttal'],
    [/( -> #c)(\d+)/g, nextId],
  ],
};

export const argdownKeystrokes: Keystrokes = {
  letter: [[/^(?:\[[cr]\d+\]:| {2}\+) [a-z]+/gm, typed]],
  structure: [
    [/^ {2}\+(?= )/gm, () => '  -'],
    [/( -> \[c)(\d+)/g, nextId],
  ],
};
