import assert from 'node:assert/strict';
import { marked } from '../../support/marks';
import { markedNotes, serviceWith, uriOf, type Workspace } from '../../support/notes';
import { checkRuleIn, findingsByLine } from '../../support/rules';

const RULE = 'duplicate-passage';
const PASSAGE = 'she sells sea shells by the sea shore';

/** The messages of the one finding in a workspace: its own, and those of its related places with their marks. */
function check(workspace: Workspace, message: string) {
  const { texts, ranges } = markedNotes(workspace);
  const service = serviceWith(texts);
  const findings = [...texts.keys()].flatMap((uri) => service.findings(uri).filter(({ rule }) => rule === RULE));
  assert.deepEqual(
    findings.map((finding) => ({ message: finding.message, related: finding.related })),
    [
      {
        message,
        related: [{ note: ranges[0]?.uri, range: ranges[0]?.range, message: 'The passage stands here first.' }],
      },
    ],
  );
}

describe('duplicate-passage', () => {
  it('is found in the later place', () => {
    checkRuleIn(RULE, { a: `${PASSAGE}\n\nThen: ⟦${PASSAGE}⟧.` });
    checkRuleIn(RULE, { a: PASSAGE, b: `claim: ⟦${PASSAGE}⟧` });
    checkRuleIn(RULE, { 'untitled-1': `⟦${PASSAGE}⟧`, z: PASSAGE });
  });

  it('is not found in declared quotations', () => {
    checkRuleIn(RULE, { a: PASSAGE, b: `> ${PASSAGE}` });
    checkRuleIn(RULE, { a: PASSAGE, b: `“${PASSAGE}”` });
  });

  it('names the first place', () => {
    check(
      { a: `one\n⟦${PASSAGE}⟧\n\n${PASSAGE}` },
      'These 8 words stand before, in line 2. Keep one, or quote it with `>`.',
    );
    check(
      { a: '⟦she sells sea shells\nby the sea shore⟧', 'note two': PASSAGE },
      'These 8 words stand before, in a.debate, lines 1 to 2. Keep one, or quote it with `>`.',
    );
  });

  it('names the file of another note as people read it', () => {
    const service = serviceWith([
      ['file:///notes/a%20b.debate', PASSAGE],
      ['file:///notes/b%zz.debate', PASSAGE],
      ['file:///notes/c.debate', PASSAGE],
    ]);
    assert.match(service.findings('file:///notes/c.debate')[0]?.message ?? '', /, in a b\.debate, line 1\./);
    service.deleteNote('file:///notes/a%20b.debate');
    assert.match(service.findings('file:///notes/c.debate')[0]?.message ?? '', /, in b%zz\.debate, line 1\./);
  });

  it('goes when either place goes', () => {
    const service = serviceWith([
      [uriOf('a'), PASSAGE],
      [uriOf('b'), PASSAGE],
    ]);
    assert.equal(service.findings(uriOf('b')).length, 1);
    service.setNote(uriOf('a'), 'something else');
    assert.equal(service.findings(uriOf('b')).length, 0);
    service.setNote(uriOf('a'), PASSAGE);
    assert.equal(service.findings(uriOf('b')).length, 1);
    service.deleteNote(uriOf('a'));
    assert.equal(service.findings(uriOf('b')).length, 0);
  });

  it('stands in the order of the text among the findings of other rules', () => {
    const { text } = marked(`${PASSAGE}\n\nclaim: ${PASSAGE}\ncite:\nclaim: x`);
    assert.deepEqual(findingsByLine(text), ['3 duplicate-passage', '4 empty-statement', '5 unsupported-claim']);
  });
});
