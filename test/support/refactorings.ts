import assert from 'node:assert/strict';
import type { Offer, Refactoring } from '../../server/src/features/refactorings/refactoring';
import type { TextRange } from '../../server/src/syntax/textRange';
import { Notes } from '../../server/src/workspace/notes';
import { applyFix } from './applyFix';
import { marked } from './marks';
import { uriOf } from './notes';

/** What a refactoring offers in a range of a note that is alone. */
export function offersFor(refactoring: Refactoring, text: string, range: TextRange): Offer[] {
  const notes = new Notes();
  return refactoring.offers({ notes, note: notes.set(uriOf('note'), text), range });
}

/** What a refactoring offers where the cursor of a note stands, or for what of it is marked. */
export function offersAt(refactoring: Refactoring, source: string): Offer[] {
  const { text, cursor, ranges } = marked(source);
  return offersFor(refactoring, text, ranges[0] ?? { start: cursor, end: cursor });
}

/** Expects a refactoring to be offered under a title, and what it makes of the note. */
export function checkRefactoring(refactoring: Refactoring, source: string, title: string, expected: string): void {
  const offers = offersAt(refactoring, source);
  const offer = offers.find((offered) => offered.title === title);
  assert.ok(offer, `“${title}” among ${offers.map((offered) => offered.title)}`);
  assert.equal(applyFix(marked(source).text, offer), expected);
}

/** Expects a refactoring to be offered in none of some notes. */
export function checkNotOffered(refactoring: Refactoring, ...sources: readonly string[]): void {
  for (const source of sources) {
    assert.deepEqual(
      offersAt(refactoring, source).map(({ title }) => title),
      [],
      source,
    );
  }
}
