import * as fc from 'fast-check';

/** Notes in one folder that name each other as `a`, `b` and `c`; two are called `b`. */
export const TIED_NOTES = ['a.debate', 'b.debate', 'b.debate.md', 'c.debate'].map((name) => `file:///notes/${name}`);

const keyword = fc.constantFrom(
  'claim',
  'support',
  'rebuttal (Bo)',
  'undercut',
  'question',
  'answer',
  'concession (Bo)',
);
const id = fc.constantFrom('', ' #x', ' #y');
const target = fc.constantFrom('', '', ' -> #x', ' -> a#x', ' -> a#y', ' -> b#x', ' -> b#y', ' -> c#x');
const words = fc.constantFrom(
  'Yes.',
  'See [[a#x]] and [[b#y]].',
  'As in arXiv:2107.03374.',
  'It is easier to check one step than to plan a hundred of them at once.',
  'Each side looks for mistakes of the other that no judge would have found.',
  '',
);
const statement = fc
  .tuple(fc.constantFrom('', '  '), keyword, id, target, words)
  .map(([indent, ...written]) => `${indent}${written.slice(0, 3).join('')}: ${written[3]}`);
const line = fc.oneof(
  { weight: 6, arbitrary: statement },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '> It is easier to check one step than to plan a hundred of them at once.',
      '> It is easier to check a step than to plan a hundred of them all at once.',
      '',
      'It is easier to check one step than to plan a hundred of them.',
    ),
  },
);
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

/** What happens to one of some notes: it has another text, or is gone; then some are asked about. */
export interface TiedStep {
  readonly uri: string;
  /** Null where the note is gone. */
  readonly text: string | null;
  /** Puts the text in front of what the note has. */
  readonly isAdded: boolean;
  readonly asked: readonly string[];
}

/** Changes of notes that answer, quote and repeat each other, so that what is known of one follows from others. */
export const tiedSteps: fc.Arbitrary<TiedStep[]> = fc.array(
  fc.record({
    uri: fc.constantFrom(...TIED_NOTES),
    text: fc.option(text, { freq: 6 }),
    isAdded: fc.boolean(),
    asked: fc.subarray(TIED_NOTES),
  }),
  { minLength: 2, maxLength: 12 },
);

/** The text that a note has after a step. */
export function textAfter(before: string | undefined, { text: given, isAdded }: TiedStep): string | null {
  return given !== null && isAdded ? `${given}\n${before ?? ''}` : given;
}
