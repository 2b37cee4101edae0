import assert from 'node:assert/strict';
import { serviceWith, uriOf } from '../../support/notes';
import { findingsByLine } from '../../support/rules';

const PASSAGE = 'she sells sea shells by the sea shore';

describe('duplicate-passage', () => {
  it('names the file of another note as people read it', () => {
    const service = serviceWith([
      ['file:///notes/a%20b.debate', PASSAGE],
      ['file:///notes/b%zz.debate', PASSAGE],
      ['file:///notes/c.debate', PASSAGE],
    ]);
    assert.match(service.linter.findings('file:///notes/c.debate')[0]?.message ?? '', /, in a b\.debate, line 1\./);
    service.deleteNote('file:///notes/a%20b.debate');
    assert.match(service.linter.findings('file:///notes/c.debate')[0]?.message ?? '', /, in b%zz\.debate, line 1\./);
  });

  it('goes when either place goes', () => {
    const service = serviceWith([
      [uriOf('a'), PASSAGE],
      [uriOf('b'), PASSAGE],
    ]);
    assert.equal(service.linter.findings(uriOf('b')).length, 1);
    service.setNote(uriOf('a'), 'something else');
    assert.equal(service.linter.findings(uriOf('b')).length, 0);
    service.setNote(uriOf('a'), PASSAGE);
    assert.equal(service.linter.findings(uriOf('b')).length, 1);
    service.deleteNote(uriOf('a'));
    assert.equal(service.linter.findings(uriOf('b')).length, 0);
  });

  it('stands in the order of the text among the findings of other rules', () => {
    const text = `${PASSAGE}\n\nclaim: ${PASSAGE}\ncite:\nclaim: x`;
    assert.deepEqual(findingsByLine(text), ['3 duplicate-passage', '4 empty-statement', '5 unsupported-claim']);
  });
});
