import assert from 'node:assert/strict';
import { asked, shownPlace, type Workspace } from '../../support/notes';

const PEEK = 'client.peek';

/** What the lenses of the note with `‸` say, as `line: title`, and where a click on the first leads. */
function check(workspace: Workspace, expected: readonly string[], places?: readonly string[]) {
  const { service, uri } = asked(workspace);
  const lenses = service.across.codeLenses(uri);
  for (const lens of lenses) assert.equal(lens.command, undefined, 'nothing is worked out before it is seen');
  const resolved = lenses.map((lens) => service.across.resolveCodeLens(lens, PEEK));
  assert.deepEqual(
    resolved.map(({ range, command }) => `${range.start.line}: ${command?.title}`),
    expected,
  );
  for (const { range, command } of resolved) {
    assert.equal(command?.command, PEEK);
    assert.deepEqual(command?.arguments?.slice(0, 2), [uri, range.start]);
  }
  const shown = resolved[0]?.command?.arguments?.[2].map((at: { uri: string; range: never }) =>
    shownPlace(at.uri, at.range),
  );
  if (places) assert.deepEqual(shown, places);
}

describe('a code lens', () => {
  it('counts what has been said to a claim, and says whether it stands', () => {
    check(
      { a: '‸claim: A\n  support: B\n  support: C\n  rebuttal: D\n  cite: arXiv:2107.03374; a book\n' },
      ['0: 2 supports · 1 rebuttal · 1 citation · rebutted'],
      ['a 1:2-10', 'a 2:2-10', 'a 3:2-11', 'a 4:2-7'],
    );
  });

  it('stands above claims, answers and questions that have replies, and nowhere else', () => {
    check({ a: '‸claim: A\n# B\nquestion: B\n  answer: C\n    support: D\n  claim: E\nclaim: F\n  concession: G' }, [
      '2: 2 answers',
      '3: 1 support · stands',
      '6: 1 concession · stands',
    ]);
  });

  it('counts the replies of other notes', () => {
    check(
      { a: 'claim #x: A‸', b: 'rebuttal -> a#x: B\nrebuttal -> a#x: C' },
      ['0: 2 rebuttals · rebutted'],
      ['b 0:0-16', 'b 1:0-16'],
    );
  });

  it('counts papers in a text, and a book in a cite line', () => {
    check({ a: '‸claim: A, see arXiv:2107.03374\n  cite: a book\n  > doi:10.1000/182' }, ['0: 2 citations · stands']);
  });

  it('is only a title for a client that has no command to show places', () => {
    const { service, uri } = asked({ a: '‸claim: A\n  support: B' });
    const [lens] = service.across.codeLenses(uri);
    assert.ok(lens);
    assert.deepEqual(service.across.resolveCodeLens(lens, null).command, { title: '1 support · stands', command: '' });
  });

  it('says nothing when its statement is gone by the time it is seen', () => {
    const { service, uri } = asked({ a: '‸claim: A\n  support: B' });
    const [lens] = service.across.codeLenses(uri);
    assert.ok(lens);
    service.setNote(uri, 'prose');
    assert.equal(service.across.resolveCodeLens(lens, PEEK).command?.title, '');
    service.deleteNote(uri);
    assert.equal(service.across.resolveCodeLens(lens, PEEK).command?.title, '');
  });
});
