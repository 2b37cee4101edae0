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
  return { note, findings: service.findings(uriOf('note')) };
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

  it('silence any finding of any note, but for the same of another place', () => {
    holds(fc.tuple(noteText, fc.nat(50)), ([text, which]) => {
      const { note, findings } = serviceOf(text);
      const finding = findings[which % Math.max(findings.length, 1)];
      if (!finding || text.includes('debate-')) return;
      const fix = disableFixes(note, finding).at(-1);
      if (!fix) return;
      const left = serviceOf(applyFix(text, fix)).findings;
      assert.ok(!left.some(({ rule }) => rule === finding.rule), finding.rule);
    });
  });
});
