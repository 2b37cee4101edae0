import * as fc from 'fast-check';
import { noteText } from '../../support/arbitraries';
import type { Unit } from '../../support/unitsOfText';

/** What a client does. Numbers are taken modulo what there is, so that every step can be done in every state. */
export type Step =
  | { readonly do: 'open' | 'close' | 'save'; readonly file: number }
  | { readonly do: 'edit'; readonly file: number; readonly changes: readonly Change[] }
  | { readonly do: 'ask'; readonly file: number; readonly question: number; readonly at: number; readonly next: Next }
  | { readonly do: 'write'; readonly file: number; readonly text: string | null }
  | { readonly do: 'rename'; readonly file: number; readonly to: number }
  | { readonly do: 'set'; readonly settings: number }
  | { readonly do: 'folder'; readonly folder: number }
  | { readonly do: 'wait' };

/** Replaces some characters, from an offset in UTF-16 on, by a text; all of it where there is no offset. */
export interface Change {
  readonly at: number | null;
  readonly length: number;
  readonly text: string;
}

/** What a client does once it has asked. */
export type Next = 'go on' | 'wait' | 'cancel' | 'close';

/** A session as it can be written down and done again. */
export interface Script {
  readonly unit: Unit;
  /** Whether the client asks for diagnostics, or is told. */
  readonly pulls: boolean;
  /** Texts of files at the start, by number; null where there is none. */
  readonly files: readonly (string | null)[];
  readonly steps: readonly Step[];
}

/** Where notes are: one whose name has to be escaped, one that is never saved, one in another folder. */
export const FILES: readonly string[] = [
  'file:///notes/a.debate',
  'file:///notes/b.debate',
  'file:///notes/sub/other.debate',
  'file:///notes/%C3%BC%20d%23.debate',
  'untitled:Untitled-1',
  'file:///more/c.debate',
];

const number = fc.nat(1000);
const file = fc.nat(FILES.length - 1);

/** Words that the units count otherwise, halves of pairs, all line breaks, and what the markup is made of. */
const typed = fc.oneof(
  fc.constantFrom('é', '😀', '漢', '\ud83d', '\ude00', '\r\n', '\n', '\r', '', ' ', 'x'),
  fc.constantFrom('claim #a: ', '\n  support -> b#a: ', '\r\n  rebuttal (Zoë): ', '[[a#a]]', '# 😀\n', '> “é”\n'),
  fc.constantFrom('```\n', '<!-- ', '---\n', ' -> #', '(', 'cite: arXiv:2212.09251', '@key [@smith2020] '),
);

const text = fc.oneof(
  noteText,
  fc.array(typed, { maxLength: 12 }).map((parts) => parts.join('')),
);

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.option(number, { freq: 12 }),
  length: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(60)),
  text: fc.oneof({ weight: 6, arbitrary: typed }, { weight: 1, arbitrary: text }),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), file }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      file,
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      file,
      question: number,
      at: number,
      next: fc.constantFrom<Next>('go on', 'go on', 'wait', 'cancel', 'close'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'save' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write' as const), file, text: fc.option(text, { freq: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), file, to: file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set' as const), settings: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('folder' as const), folder: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'wait' as const }) },
);

/** Sessions of a client that does whatever a client may. */
export const script: fc.Arbitrary<Script> = fc.record({
  unit: fc.constantFrom<Unit>('utf-8', 'utf-16', 'utf-32'),
  pulls: fc.boolean(),
  files: fc.tuple(...FILES.map((uri) => (uri.startsWith('file:') ? fc.option(text, { freq: 2 }) : fc.constant(null)))),
  steps: fc.array(step, { minLength: 3, maxLength: 25 }),
});
