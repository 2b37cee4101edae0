import assert from 'node:assert/strict';
import { serviceWith, uriOf } from '../../support/notes';

/** Lines that give a finding with fixes each; read or searched anew for each of thousands, a note takes minutes. */
const LINES = [
  'answer: x\n# h\n',
  'claim: x\n# h\nsupport: y\n',
  'cite: x\n',
  'rebuttal -> #nowhere: x\n',
  'answer -> #nowhere: x\n',
  'claim -> other#nowhere: x\n',
  'see [[ohter#a]]\n',
  'claim #a: x\n',
  'claim: x\nrebuttal (Bo): y\nconcession: z\n',
  'claim #c: x\nclaim -> #c: y\n',
  'claim: x\n  undercut: y\n',
  'claim #e:\n',
];

describe('the fixes of thousands of findings', () => {
  for (const line of LINES) {
    it(`are worked out at once for ${JSON.stringify(line)}, over and over`, () => {
      const service = serviceWith([
        [uriOf('note'), line.repeat(2000)],
        [uriOf('other'), 'claim #a: x\n'],
      ]);
      const fixes = service.linter.findings(uriOf('note')).flatMap((finding) => finding.fixes());
      assert.ok(fixes.length >= 1999);
    });
  }
});
