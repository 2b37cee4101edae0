import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { RULES } from '../../../server/src/rules/registry';
import { noteText } from '../../support/arbitraries';
import { serviceWith, uriOf } from '../../support/notes';
import { holds } from '../../support/property';

/** Expects the errors and warnings that are left, with the line (from 1) of each: `2 unsupported-claim`. */
function check(text: string, ...expected: string[]) {
  const service = serviceWith([[uriOf('note'), text]]);
  const lines = service.note(uriOf('note'))?.tree.lines;
  const found = service.linter
    .findings(uriOf('note'))
    .map(({ rule, range }) => `${(lines?.lineAt(range.start) ?? -1) + 1} ${rule}`);
  assert.deepEqual(found, expected);
}

describe('a directive', () => {
  it('silences a rule on its line', () => {
    check('claim: x <!-- debate-disable-line unsupported-claim -->\nclaim: y', '2 unsupported-claim');
  });
  it('silences a rule on the next line', () => {
    check('<!-- debate-disable-next-line unsupported-claim -->\nclaim: x\nclaim: y', '3 unsupported-claim');
    check('<!-- debate-disable-next-line\n unsupported-claim -->\nclaim: x');
  });
  it('silences a rule from here on, or up to where it is enabled', () => {
    check('claim: w\n<!-- debate-disable unsupported-claim -->\nclaim: x\n\nclaim: y', '1 unsupported-claim');
    check(
      '<!-- debate-disable unsupported-claim -->\nclaim: x\n<!-- debate-enable unsupported-claim -->\nclaim: y',
      '4 unsupported-claim',
    );
    check(
      '<!-- debate-disable unsupported-claim -->\nclaim: x\n<!-- debate-enable -->\nclaim: y',
      '4 unsupported-claim',
    );
  });
  it('silences a rule in the whole note, wherever it stands', () =>
    check('claim: x\n\n<!-- debate-disable-file unsupported-claim -->'));
  it('silences several rules, or all', () => {
    check(
      'claim: x\n<!-- debate-disable-next-line empty-statement, unsupported-claim -->\nclaim:\n',
      '1 unsupported-claim',
      '2 unused-directive',
    );
    check('<!-- debate-disable-next-line -->\nclaim:');
  });
  it('gives a reason that is not looked at', () =>
    check('<!-- debate-disable-next-line unsupported-claim -- known to all, see #above -->\nclaim: x'));
  it('is none in code, in prose, or without its prefix', () => {
    check('claim: x `<!-- debate-disable-line -->`', '1 unsupported-claim');
    check('claim: x debate-disable-line', '1 unsupported-claim');
    check('claim: x <!-- disable-line -->', '1 unsupported-claim');
  });
  it('silences what is said of directives, too', () =>
    check('<!-- debate-disable-file unused-directive -->\n<!-- debate-disable-next-line empty-statement -->\nx'));
});

describe('directives in any note', () => {
  const directive = fc
    .tuple(
      fc.constantFrom('disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'),
      fc.array(fc.constantFrom(...RULES.map(({ meta }) => meta.id), 'nothing'), { maxLength: 3 }),
    )
    .map(([word, rules]) => `<!-- debate-${word} ${rules.join(' ')} -->`);
  it('never throw, and for the whole note silence everything', () => {
    holds(
      fc.tuple(noteText, fc.array(directive, { maxLength: 4 }), fc.constantFrom('\n', ' ')),
      ([text, some, gap]) => {
        serviceWith([[uriOf('note'), some.join(gap) + gap + text]]).linter.findings(uriOf('note'));
        const silent = serviceWith([[uriOf('note'), `<!-- debate-disable-file -->\n\n${text}`]]).linter.findings(
          uriOf('note'),
        );
        assert.deepEqual(
          silent.filter(({ rule }) => rule !== 'unused-directive'),
          [],
        );
      },
    );
  });
  it('take ten thousand, each on its line, at once', () => {
    const line = 'claim: x <!-- debate-disable-line unsupported-claim -->\n';
    check(line.repeat(10_000));
  });
});
