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

  it('are worked out at once for quotations of one passage, and for changes of one quotation', () => {
    const said = 'Nobody pays a judge for having been persuaded by the better speaker of the two.';
    const words = Array.from({ length: 20_000 }, (_, i) => `word${i}`);
    const service = serviceWith([
      [uriOf('a'), `claim: ${said}\n\n# H\n\n${words.join(' ')}`],
      [uriOf('b'), `> ${said.replace('persuaded', 'convinced')}\n\n`.repeat(2000)],
      [uriOf('c'), `> ${words.map((word, i) => (i % 11 === 0 ? 'other' : word)).join(' ')}`],
    ]);
    const fixes = ['b', 'c'].map((name) => service.linter.findings(uriOf(name)).flatMap((found) => found.fixes()));
    assert.deepEqual(
      fixes.map((those) => those.length),
      [2000, 1],
    );
    assert.equal(fixes[1]?.[0]?.edits.length, Math.ceil(words.length / 11));
  });
});
