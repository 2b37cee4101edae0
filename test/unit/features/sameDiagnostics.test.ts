import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-types';
import { sameDiagnostics } from '../../../server/src/features/sameDiagnostics';
import { holds } from '../../support/property';

const number = fc.integer({ min: 0, max: 1 });
const range = fc.record({
  start: fc.record({ line: number, character: number }),
  end: fc.record({ line: number, character: number }),
});
const message = fc.constantFrom('a', 'b');
const location = fc.record({ uri: message, range });
const diagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  {
    range,
    message,
    code: message,
    tags: fc.array(fc.constantFrom<1 | 2>(1, 2), { maxLength: 1 }),
    relatedInformation: fc.array(fc.record({ location, message }), { maxLength: 2 }),
  },
  { requiredKeys: ['range', 'message'] },
);

describe('lists of diagnostics', () => {
  it('are the same exactly when they are the same JSON', () => {
    const lists = fc.array(diagnostic, { maxLength: 2 });
    holds(fc.tuple(lists, lists), ([one, other]) => {
      assert.equal(sameDiagnostics(one, other), JSON.stringify(one) === JSON.stringify(other));
      assert.ok(sameDiagnostics(one, structuredClone(one)));
    });
  });
});
