import assert from 'node:assert/strict';
import { findCitations } from '../../../server/src/citations/findCitations';
import { identify } from '../../../server/src/citations/identify';
import { writtenForm } from '../../../server/src/citations/paper';
import { isAccepted, type Verdict } from '../../../server/src/citations/reference';

/** A verdict in one line: `arxiv 2107.03374 v2`, or `! ` and the reason. */
export function shown(verdict: Verdict): string {
  if ('reason' in verdict) return `! ${verdict.reason}`;
  const { kind, id, version } = verdict.reference;
  return [kind, id, version].filter((part) => part !== null).join(' ');
}

/** What is found in running text: the characters of each range, ` = ` and the verdict. */
export function foundIn(text: string, bareKeys = false): string[] {
  const found = findCitations(text, undefined, bareKeys);
  return found.map((citation) => `${text.slice(citation.range.start, citation.range.end)} = ${shown(citation)}`);
}

/** What a reference typed on its own is identified as. */
export function identified(input: string): string[] {
  return identify(input).map(shown);
}

/** Expects every one of the inputs, typed on its own, to be identified alike. */
export function checkForms(expected: string, inputs: readonly string[]): void {
  assert.deepEqual(
    inputs.map((input) => `${input} = ${identified(input).join(' + ')}`),
    inputs.map((input) => `${input} = ${expected}`),
  );
}

/** Landing page and PDF of the one reference in `input`. */
export function links(input: string): readonly (string | null)[] {
  const [verdict, ...others] = identify(input);
  assert.ok(verdict && isAccepted(verdict) && others.length === 0, input);
  return [verdict.reference.url, verdict.reference.pdf];
}

/** What a refused input was probably meant as, in its briefest form; null where nobody can tell. */
export function meantBy(input: string): string | null {
  const [verdict] = identify(input);
  assert.ok(verdict && 'reason' in verdict, input);
  return verdict.meant ? writtenForm(verdict.meant) : null;
}
