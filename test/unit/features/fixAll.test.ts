import assert from 'node:assert/strict';
import { fixAllOf } from '../../../server/src/features/fixAll';
import { applyFix } from '../../support/applyFix';
import { serviceWith, uriOf } from '../../support/notes';

const findingsOf = (text: string) => serviceWith([[uriOf('note'), text]]).linter.findings(uriOf('note'));

/** Expects what all preferred fixes of a rule make of a note; null where they are not offered together. */
function check(rule: string, before: string, after: string | null) {
  const fix = fixAllOf(rule, findingsOf(before));
  assert.equal(fix && applyFix(before, fix), after);
  if (after !== null)
    assert.deepEqual(
      findingsOf(after).filter((finding) => finding.rule === rule),
      [],
    );
}

describe('all fixes of a rule', () => {
  it('are applied at once', () => {
    check(
      'noncanonical-citation',
      'cite: http://arxiv.org/abs/2107.03374; https://arxiv.org/pdf/2212.09251',
      'cite: https://arxiv.org/abs/2107.03374; https://arxiv.org/abs/2212.09251',
    );
    check('unknown-keyword', 'claim: x\nsuport: y\nrebutal: z', 'claim: x\nsupport: y\nrebuttal: z');
    check(
      'duplicate-id',
      'claim #a: x\nclaim #a: y\nclaim #b: z\nclaim #a: w\nclaim #b: v',
      'claim #a: x\nclaim #a-2: y\nclaim #b: z\nclaim #a-3: w\nclaim #b-2: v',
    );
    check('unused-directive', '<!-- debate-disable-file -->\n<!-- debate-enable -->\nx', 'x');
  });
  it('are not offered for one finding, nor where each has to be looked at', () => {
    check('noncanonical-citation', 'cite: http://arxiv.org/abs/2107.03374', null);
    check('unsupported-claim', 'claim: x\nclaim: y', null);
  });
});
