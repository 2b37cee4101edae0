import assert from 'node:assert/strict';
import { buildArgument, sameSpeaker } from '../../../server/src/argument/argument';
import { parse } from '../../../server/src/syntax/parse';

/** Expects the speakers of a note's statements, in the order of the text. */
function check(source: string, ...expected: (string | null)[]) {
  assert.deepEqual(
    buildArgument(parse(source)).points.map(({ speaker }) => speaker),
    expected,
  );
}

describe('the speaker of a statement', () => {
  it('is named in it', () => check('claim (Ada): A\nclaim: B', 'Ada', null));
  it('or by the heading above, until the next heading', () => {
    check('### (Ada)\nclaim: A\nclaim: B\n# (Bo)\nclaim: C', 'Ada', 'Ada', 'Bo');
    check('### (Ada)\nclaim: A\n# B\nclaim: C', 'Ada', null);
  });
  it('where its own name comes before the heading', () => check('### (Ada)\nclaim (Bo): A', 'Bo'));
  it('where an empty name is none', () => check('### (Ada)\nclaim ( ): A', 'Ada'));
  it('is not named by a heading in the text of a statement', () =>
    check('claim: A\n  ### (Ada)\nclaim: B', null, null));
});

describe('a support that names no speaker has that of what it supports', () => {
  it('by position', () => check('claim (Ada): A\nsupport: B\nrebuttal: C', 'Ada', 'Ada', null));
  it('by its first target that is there', () =>
    check('claim (Ada): A\nclaim #b (Bo): B\nsupport -> #x, #b: C', 'Ada', 'Bo', 'Bo'));
  it('also below', () => check('support -> #a: A\nclaim #a (Ada): B', 'Ada', 'Ada'));
  it('over other supports', () => check('claim (Ada): A\n  support: B\n    support: C', 'Ada', 'Ada', 'Ada'));
  it('but not over its own name, or the heading', () => {
    check('claim (Ada): A\nsupport (Bo): B\n  support: C', 'Ada', 'Bo', 'Bo');
    check('claim (Ada): A\n### (Bo)\nsupport: B', 'Ada', 'Bo');
  });
  it('and nobody where that has none, or in a ring', () => {
    check('claim: A\nsupport: B', null, null);
    check('support: A', null);
    check('support #a -> #b: A\nsupport #b -> #a: B', null, null);
    check('support #a -> #a: A\nsupport -> #a: B', null, null);
  });
  it('and no other kind of line does so', () =>
    check('claim (Ada): A\nrebuttal: B\ncite: C\nquestion: D\nconcession: E', 'Ada', null, null, null, null));
});

describe('two names are one speaker', () => {
  it('whatever their letter case, a leading @, and the form of their accents', () => {
    assert.ok(sameSpeaker('Ada', 'ada'));
    assert.ok(sameSpeaker('@Ada', 'ADA'));
    assert.ok(sameSpeaker('Zoe\u0308', '@zoë'));
  });
  it('and not otherwise', () => {
    assert.ok(!sameSpeaker('Ada', 'Ada L.'));
    assert.ok(!sameSpeaker('Zoe', 'Zoë'));
    assert.ok(!sameSpeaker('A@da', 'Ada'));
  });
});
