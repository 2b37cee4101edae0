import assert from 'node:assert/strict';
import { buildArgument } from '../../../server/src/argument/argument';
import { parse } from '../../../server/src/syntax/parse';
import { outlineText } from '../../support/outlineText';
import { shownParents } from './shownParents';

/** Expects the outline of a note. */
function check(source: string, ...expected: string[]) {
  assert.equal(outlineText(source), expected.join('\n'));
}

/** Expects what each statement replies to, by its number in the note: `-` for a target that is not in it. */
function checkReplies(source: string, ...expected: string[]) {
  const { points } = buildArgument(parse(source));
  assert.deepEqual(
    points.map(({ repliesTo }) => repliesTo.map(({ index }) => index ?? '-').join(' ')),
    expected,
  );
}

describe('a target', () => {
  it('replaces the parent', () =>
    check(
      'claim #a: A\nclaim: B\n  support -> #a: C\n  support: D',
      'claim #a — A',
      '  support — C [supports]',
      'claim — B',
      '  support — D [supports]',
    ));
  it('means the same id with its marks composed or not', () =>
    check('claim #cafe\u0301: A\nsupport -> #caf\u00e9: B', 'claim #cafe\u0301 — A', '  support — B [supports]'));
  it('may stand below, and in another section', () =>
    check('support -> #a: A\n# B\nclaim #a: C', 'claim #a — C', '  support — A [supports]'));
  it('takes the line out of what it is indented under, but not what is indented under the line', () =>
    check(
      'claim #a: A\nclaim: B\n  rebuttal -> #a: C\n    support: D',
      'claim #a — A',
      '  rebuttal — C [rebuts]',
      '    support — D [supports]',
      'claim — B',
    ));
  it('keeps the line where it is for what stands at its column', () =>
    check(
      'claim #a: A\nclaim: B\nsupport -> #a: C\nundercut: D',
      ...['claim #a — A', '  support — C [supports]', '    undercut — D [undercuts]', 'claim — B'],
    ));
  it('means the first of two statements with its id', () =>
    check('claim #a: A\nclaim #a: B\nsupport -> #a: C', 'claim #a — A', '  support — C [supports]', 'claim #a — B'));
  it('tells apart letter case', () => checkReplies('claim #a: A\nsupport -> #A: B', '', '-'));
  it('that leads nowhere leaves the line at the top, above all others', () =>
    check('claim: A\n  support -> #x: B', 'claim — A', 'support — B'));
  it('may be a cite, for any line', () =>
    check(
      'claim: A\n  cite #c: B\nrebuttal -> #c: C',
      'claim — A',
      '  cite #c — B [supports]',
      '    rebuttal — C [rebuts]',
    ));
});

describe('several targets', () => {
  it('are all replied to, and the line is shown under the first', () => {
    const source = 'claim #a: A\nclaim #b: B\nrebuttal -> #b, #a: C';
    check(source, 'claim #a — A', 'claim #b — B', '  rebuttal — C [rebuts]');
    checkReplies(source, '', '', '1 0');
    const { points } = buildArgument(parse(source));
    assert.deepEqual(
      points.map(({ replies }) => replies),
      [[2], [2], []],
    );
  });
  it('leave out those that lead nowhere', () =>
    check('claim #a: A\nsupport -> #x, other#y, #a: B', 'claim #a — A', '  support — B [supports]'));
  it('that are the same count as one reply', () => {
    const { points } = buildArgument(parse('claim #a: A\nsupport -> #a, #a: B'));
    assert.deepEqual(points[0]?.replies, [1]);
  });
});

describe('a ring', () => {
  it('of two has its earliest statement at the top', () =>
    check(
      'claim: A\nrebuttal #b -> #c: B\nrebuttal #c -> #b: C',
      'claim — A',
      'rebuttal #b — B [rebuts]',
      '  rebuttal #c — C [rebuts]',
    ));
  it('of one is a statement at the top', () =>
    check('claim: A\n  rebuttal #b -> #b: B', 'claim — A', 'rebuttal #b — B [rebuts]'));
  it('keeps what hangs on it', () =>
    check(
      'support #d -> #b: D\nrebuttal #b -> #c: B\nrebuttal #c -> #b: C\n  cite: E',
      'rebuttal #b — B [rebuts]',
      '  support #d — D [supports]',
      '  rebuttal #c — C [rebuts]',
      '    cite — E [supports]',
    ));
  it('may lead over targets and indentation', () =>
    check(
      'claim #a -> #b: A\n  support: C\n    support #b: B',
      ...['claim #a — A', '  support — C [supports]', '    support #b — B [supports]'],
    ));
  it('is opened once, however many there are', () => {
    assert.deepEqual(shownParents([1, 2, 0, 4, 3, 3, 6, null]), [null, 2, 0, null, 3, 3, null, null]);
    assert.deepEqual(shownParents([2, 0, 1]), [null, 0, 1]);
    assert.deepEqual(shownParents([1, 2, 1]), [1, null, 1]);
    assert.deepEqual(shownParents([]), []);
  });
});
