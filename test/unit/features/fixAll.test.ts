import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fixAllOf, safeFixes } from '../../../server/src/features/fixAll';
import { RULES } from '../../../server/src/rules/registry';
import { applyFix } from '../../support/applyFix';
import { noteText } from '../../support/arbitraries';
import { serviceWith, uriOf } from '../../support/notes';
import { holds } from '../../support/property';

const findingsOf = (text: string) => serviceWith([[uriOf('note'), text]]).findings(uriOf('note'));

function safeFixesOf(text: string) {
  const service = serviceWith([[uriOf('note'), text]]);
  return safeFixes(service.note(uriOf('note')) ?? assert.fail(), service.findings(uriOf('note')));
}

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

describe('safe fixes', () => {
  /** Applies them until there are none left, which must come to an end. */
  function settled(text: string): string {
    let now = text;
    for (let round = 0; ; round++) {
      const fix = safeFixesOf(now);
      if (!fix) return now;
      assert.ok(round < 50, 'they end');
      const after = applyFix(now, fix);
      assert.notEqual(after, now);
      now = after;
    }
  }
  it('tidy directives', () => {
    assert.equal(settled('x <!-- debate-disable-line -->\n<!-- debate-disable-flie self-attack -->\n'), 'x\n');
    assert.equal(safeFixesOf('claim: x\nclaim #a: y\nclaim #a: z\nsuport: w'), null);
  });

  it('do not make a statement of what stands behind a comment', () => {
    const text = '<!-- debate-disable-file empty-statement --> claim: x\ny <!-- debate-disable-line -->\n';
    assert.equal(settled(text), '<!-- debate-disable-file empty-statement --> claim: x\ny\n');
  });

  const directive = fc
    .tuple(
      fc.constantFrom(
        'disable',
        'enable',
        'disable-line',
        'disable-next-line',
        'disable-file',
        'disabel',
        'enable-line',
      ),
      fc.array(fc.constantFrom(...RULES.map(({ meta }) => meta.id), 'self-atack', 'nothing'), { maxLength: 3 }),
      fc.constantFrom(' ', ', '),
    )
    .map(([word, rules, gap]) => `<!-- debate-${word} ${rules.join(gap)} -->`);
  const note = fc
    .array(fc.oneof(directive, noteText), { maxLength: 6 })
    .chain((parts) => fc.constantFrom('\n', ' ').map((gap) => parts.join(gap)));
  it('end, and leave every statement its words', () => {
    const words = (text: string) =>
      serviceWith([[uriOf('note'), text]])
        .note(uriOf('note'))
        ?.argument.points.map((point) => point.text);
    holds(note, (text) => assert.deepEqual(words(settled(text)), words(text)));
  });
});
