import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { disableFixes } from '../../../server/src/features/disableFixes';
import { applyFix } from '../../support/applyFix';
import { noteText } from '../../support/arbitraries';
import { serviceWith, uriOf } from '../../support/notes';
import { holds } from '../../support/property';

function serviceOf(text: string) {
  const service = serviceWith([[uriOf('note'), text]]);
  const note = service.note(uriOf('note'));
  assert.ok(note);
  return { note, findings: service.linter.findings(uriOf('note')) };
}

/** Applies what is offered for the first finding of a note, and expects it to be silenced. */
function check(before: string, ...after: string[]) {
  const { note, findings } = serviceOf(before);
  const [first] = findings;
  assert.ok(first);
  const results = disableFixes(note, first).map((fix) => applyFix(before, fix));
  assert.deepEqual(results, after);
  for (const result of results) assert.equal(serviceOf(result).findings.length, findings.length - 1, result);
}

describe('quick fixes that silence a rule', () => {
  it('stand above a statement, as deep as it is', () =>
    check(
      'question: x\n  answer: y\n',
      'question: x\n  <!-- debate-disable-next-line unsupported-claim -->\n  answer: y\n',
      '<!-- debate-disable-file unsupported-claim -->\nquestion: x\n  answer: y\n',
    ));
  it('stand at the end of other lines', () =>
    check(
      'see\nthe arXiv:2113.01234 paper\r\n',
      'see\nthe arXiv:2113.01234 paper <!-- debate-disable-line malformed-citation -->\r\n',
      '<!-- debate-disable-file malformed-citation -->\nsee\nthe arXiv:2113.01234 paper\r\n',
    ));
  it('stand behind the front matter', () =>
    check('---\ntitle: [\n---\n', '---\ntitle: [\n---\n<!-- debate-disable-file invalid-front-matter -->\n'));
  it('are none for what is said of directives', () => {
    const { note, findings } = serviceOf('<!-- debate-disable-file -->');
    assert.deepEqual(
      findings.flatMap((finding) => disableFixes(note, finding)),
      [],
    );
  });

  it('silence any finding of any note, in the whole note or on its line', () => {
    holds(fc.tuple(noteText, fc.nat(50)), ([text, which]) => {
      const { note, findings } = serviceOf(text);
      const finding = findings[which % Math.max(findings.length, 1)];
      if (!finding || text.includes('debate-')) return;
      const ofRule = (all: typeof findings) => all.filter(({ rule }) => rule === finding.rule).length;
      const left = disableFixes(note, finding).map((fix) => ofRule(serviceOf(applyFix(text, fix)).findings));
      assert.equal(left.at(-1), 0, finding.rule);
      for (const count of left) assert.ok(count < ofRule(findings), finding.rule);
    });
  });
});
