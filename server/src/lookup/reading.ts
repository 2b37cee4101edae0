import type { Paper } from '../bibliography/paper';

/** What a look-up of one paper came to. */
export type Reading = Found | NotFound | Trouble;

export interface Found {
  readonly kind: 'found';
  readonly paper: Paper;
}

/** Every index that could know the paper has answered that it does not. */
export interface NotFound {
  readonly kind: 'not-found';
}

/** Why nothing has been learnt of a paper. Most are about one index. */
export type Trouble =
  /** The user has not switched look-ups on. */
  | { readonly kind: 'off' }
  /** No index knows papers of this kind. */
  | { readonly kind: 'no-index' }
  /** No connection came about. */
  | { readonly kind: 'offline' }
  /** The answer took too long. */
  | { readonly kind: 'slow' }
  /** The index asked to be left alone. `until`: milliseconds since 1970. */
  | { readonly kind: 'rate-limited'; readonly until: number }
  /** The index was in trouble a moment ago and is left alone. `until`: milliseconds since 1970. */
  | { readonly kind: 'resting'; readonly until: number }
  /** The folder that windows share cannot be used. */
  | { readonly kind: 'no-storage' }
  /** The index answered with an HTTP status that is nothing about the paper. */
  | { readonly kind: 'failing'; readonly status: number }
  | NotUnderstood
  /** Too many papers wait to be looked up. */
  | { readonly kind: 'busy' }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'cancelled' };

export interface NotUnderstood {
  readonly kind: 'not-understood';
  readonly why: Misunderstanding;
}

export type Misunderstanding = keyof typeof MISUNDERSTANDINGS;

/** What was wrong with an answer, in words that go on “The answer of X was not understood: ….” */
const MISUNDERSTANDINGS = {
  empty: 'it is empty',
  'too-large': 'it is too large',
  'cut-off': 'it breaks off',
  'wrong-type': 'it is of another type than asked for',
  malformed: 'it is not in the format that its type says',
  'another-shape': 'it lacks what the format has to say of a paper',
  'another-paper': 'it is about another paper',
  'another-host': 'it leads to another host',
  'too-many-redirects': 'it leads from page to page',
} as const;

export const OFF = { kind: 'off' } as const satisfies Trouble;
export const CANCELLED = { kind: 'cancelled' } as const satisfies Trouble;
export const NOT_FOUND: NotFound = { kind: 'not-found' };

export function notUnderstood(why: Misunderstanding): NotUnderstood {
  return { kind: 'not-understood', why };
}

/**
 * An English sentence for a reading that is no paper: each kind reads differently.
 * @param index what people call the index that is meant, such as `Crossref`
 * @param now milliseconds since 1970
 */
export function sentenceOf(reading: Exclude<Reading, Found>, index: string, now: number): string {
  switch (reading.kind) {
    case 'off':
      return 'Looking up papers online is off.';
    case 'no-index':
      return 'No index is asked for papers of this kind.';
    case 'not-found':
      return 'The paper is not found in any index.';
    case 'offline':
      return `${index} cannot be reached.`;
    case 'slow':
      return `${index} took too long to answer.`;
    case 'rate-limited':
      return `${index} limits how often it is asked; try again in ${duration(reading.until - now)}.`;
    case 'resting':
      return `${index} was in trouble; it is asked again in ${duration(reading.until - now)}.`;
    case 'no-storage':
      return 'The folder for papers cannot be used, so nothing was asked.';
    case 'failing':
      return `${index} answered with the error ${reading.status}.`;
    case 'not-understood':
      return `The answer of ${index} was not understood: ${MISUNDERSTANDINGS[reading.why]}.`;
    case 'busy':
      return 'Too many papers wait to be looked up.';
    case 'cancelled':
      return 'The look-up was cancelled.';
  }
}

function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
