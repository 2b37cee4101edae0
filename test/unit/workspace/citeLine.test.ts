import assert from 'node:assert/strict';
import { citeReferences } from '../../../server/src/workspace/citeLine';
import { marked, withMarks } from '../../support/marks';

/** Expects exactly the marked references in the words of a `cite:` line. */
function check(expected: string) {
  const { text } = marked(expected);
  assert.equal(withMarks(text, citeReferences(text, { start: 0, end: text.length })), expected);
}

describe('the references of a cite line', () => {
  it('stand between semicolons with a space behind', () => check('⟦A⟧; ⟦b c⟧ ; ⟦d;e⟧'));
  it('may be none, and are never empty', () => {
    check('');
    check(' ; ;');
    check('⟦A⟧;');
  });
  it('end at a dash', () => {
    check('⟦A⟧; ⟦B⟧ — what it shows; and more');
    check('— nothing; at all');
    check('⟦A - b – c⟧');
  });
  it('are not split inside brackets', () => {
    check('⟦[a; b](c; d)⟧; ⟦<e; f>⟧; ⟦{g — h}⟧');
    check('⟦[a; (b; c); d]⟧; ⟦e⟧');
  });
  it('are split behind a bracket that closes nothing', () => check('⟦a) b⟧; ⟦c⟧'));
});
