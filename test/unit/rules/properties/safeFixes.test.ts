import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { safeFixes } from '../../../../server/src/features/fixAll';
import { applyFix } from '../../../support/applyFix';
import { serviceWith, uriOf } from '../../../support/notes';
import { holds } from '../../../support/property';
import { directive, ruleNote } from '../../../support/ruleNotes';

const noteOf = (text: string) => serviceWith([[uriOf('note'), text]]).note(uriOf('note')) ?? assert.fail();

function safeFixesOf(text: string) {
  const service = serviceWith([[uriOf('note'), text]]);
  return safeFixes(service.note(uriOf('note')) ?? assert.fail(), service.linter.findings(uriOf('note')));
}

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

/** What every statement says, and to whom. */
function said(text: string) {
  return noteOf(text).argument.points.map((point) => ({
    text: point.text,
    keyword: point.statement.keyword,
    id: point.statement.id?.name,
    speaker: point.speaker,
    repliesTo: point.repliesTo.map(({ index, target }) => [index, target?.path, target?.id]),
  }));
}

describe('safe fixes', () => {
  it('tidy directives', () => {
    assert.equal(
      settled('x <!-- debate-disable-line self-attack -->\n<!-- debate-disable-flie self-attack -->\n'),
      'x\n',
    );
    assert.equal(safeFixesOf('claim: x\nclaim #a: y\nclaim #a: z\nsuport: w'), null);
  });

  it('keep directives for what a file may hold that is not read', () => {
    const text =
      'x <!-- debate-disable-line duplicate-passage, self-attack -- on purpose -->\n<!-- debate-disable-file -->\n';
    assert.equal(settled(text), text);
    assert.equal(
      settled('claim: x <!-- debate-disable-line unsupported-claim, duplicate-passage, self-attack -->\n'),
      'claim: x <!-- debate-disable-line unsupported-claim, duplicate-passage -->\n',
    );
    assert.equal(settled('<!-- debate-enable duplicate-passage -->\n'), '');
  });

  it('do not make a statement of what stands behind a comment', () => {
    const text = '<!-- debate-disable-file empty-statement --> claim: x\ny <!-- debate-disable-line self-attack -->\n';
    assert.equal(settled(text), '<!-- debate-disable-file empty-statement --> claim: x\ny\n');
  });

  it('do not make a heading of it that names a speaker', () => {
    const text = '<!-- debate-disable-next-line self-attack --> # (Bo)\nclaim: x\n';
    assert.equal(settled(text), text);
  });

  const note = fc
    .array(fc.oneof(directive, ruleNote), { maxLength: 6 })
    .chain((parts) => fc.constantFrom('\n', ' ').map((gap) => parts.join(gap)));
  it('end, and leave every statement what it says and whom it answers', () => {
    holds(note, (text) => assert.deepEqual(said(settled(text)), said(text)), 0.1);
  });
});
