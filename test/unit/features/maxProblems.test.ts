import assert from 'node:assert/strict';
import { serviceWith, uriOf } from '../../support/notes';

/** Expects the diagnostics of a note that has at most some, each as its line (from 1) and its rule or message. */
function check(most: number, text: string, ...expected: string[]) {
  const service = serviceWith([[uriOf('note'), text]]);
  service.linter.setRules({}, most);
  const shown = service.linter
    .diagnostics(uriOf('note'))
    .map(({ range, code, message }) => `${range.start.line + 1} ${code ?? message}`);
  assert.deepEqual(shown, expected);
}

describe('the number of problems', () => {
  const NOTE = 'question: x\nclaim: y\nclaim #a: z\nclaim #a: w';
  it('leaves those out that are the least severe, and says so', () => {
    check(
      2,
      NOTE,
      '2 unsupported-claim',
      '4 duplicate-id',
      "1 3 more problems are not shown. 'debateNotes.maxProblems' says how many are.",
    );
    check(
      4,
      NOTE,
      '2 unsupported-claim',
      '3 unsupported-claim',
      '4 unsupported-claim',
      '4 duplicate-id',
      "1 1 more problem is not shown. 'debateNotes.maxProblems' says how many are.",
    );
  });
  it('says nothing where all are shown', () =>
    check(
      5,
      NOTE,
      '1 open-question',
      '2 unsupported-claim',
      '3 unsupported-claim',
      '4 unsupported-claim',
      '4 duplicate-id',
    ));
  it('is a thousand where nobody has said so', () => {
    const service = serviceWith([[uriOf('note'), 'claim: x\n'.repeat(2000)]]);
    assert.equal(service.linter.diagnostics(uriOf('note')).length, 1001);
  });
});
