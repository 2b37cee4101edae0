import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ArgumentMap } from '../../../server/src/features/argumentMap';
import { serviceWith, uriOf, type Workspace } from '../../support/notes';
import { holds } from '../../support/property';

function mapOf(notes: Workspace, withTied = false): ArgumentMap {
  const [first] = Object.keys(notes);
  const service = serviceWith(Object.entries(notes).map(([name, text]) => [uriOf(name), text]));
  return service.argumentMap(uriOf(first as string), withTied) as ArgumentMap;
}

/** Statements as `words [label] > relation words`, with what does not count in parentheses. */
function check(notes: Workspace, withTied: boolean, ...expected: string[]) {
  const { statements } = mapOf(notes, withTied);
  const shown = statements.map(({ text, label, links }) => {
    const ends = links.map(({ to, relation, force }) => {
      const link = `${relation} ${statements[to]?.text}`;
      return force === 'in' ? link : `(${force}: ${link})`;
    });
    return [text, label && `[${label}]`, ends.length > 0 && `> ${ends.join(', ')}`].filter((part) => part).join(' ');
  });
  assert.deepEqual(shown, expected);
}

describe('the argument map', () => {
  it('says what each statement does to what', () => {
    check(
      {
        a: 'claim: c\n  support: s\n    undercut: u\n  question: q\n    answer: w\n  concession: g\n  cite: doi:10.1145/3287560',
      },
      false,
      'c [stands]',
      's [stands] > (out: supports c)',
      'u [stands] > undercuts s',
      'q > asks c',
      'w [stands] > answers q',
      'g > concedes c',
      'doi:10.1145/3287560 > supports c',
    );
    check({ a: 'claim: one\n  claim: two' }, false, 'one [stands]', 'two [stands] > null one');
  });

  it('has all targets of a statement, each once, and leaves out what leads nowhere', () => {
    check(
      { a: 'claim #a: one\nclaim #b: two\nrebuttal -> #b, #a, #b, #nowhere: three' },
      false,
      'one [rebutted]',
      'two [rebutted]',
      'three [stands] > rebuts two, rebuts one',
    );
  });

  it('tells links that do not count', () => {
    check(
      { a: 'claim (Ada): c\n  rebuttal (Bo): r\n  concession (Bo): g' },
      false,
      'c [stands]',
      'r [stands] > (out: rebuts c)',
      'g > concedes c',
    );
    check(
      { a: 'rebuttal #a -> #b: one\nrebuttal #b -> #a: two' },
      false,
      'one [contested] > (undecided: rebuts two)',
      'two [contested] > (undecided: rebuts one)',
    );
  });

  it('shows notes that refer to each other together where that is wanted', () => {
    const notes = { b: 'claim: own\nrebuttal -> a#x: against', a: 'claim #x: one', c: 'claim: apart' };
    check(notes, false, 'own [stands]', 'against [stands]');
    check(notes, true, 'own [stands]', 'against [stands] > rebuts one', 'one [rebutted]');
    const { notes: shown, statements } = mapOf(notes, true);
    assert.deepEqual(
      shown.map(({ uri }) => uri),
      [uriOf('b'), uriOf('a')],
    );
    assert.deepEqual(
      statements.map(({ note }) => note),
      [0, 0, 1],
    );
    assert.deepEqual(
      mapOf(notes).statements.map(({ key }) => key),
      statements.slice(0, 2).map(({ key }) => key),
      'keys do not depend on what else is shown',
    );
  });

  it('knows the sections, and no heading that only names a speaker', () => {
    const { statements } = mapOf({ a: 'claim: one\n# First\n### (Ada)\nclaim: two\n## Second #\nclaim: three' });
    assert.deepEqual(
      statements.map(({ section, speaker }) => [section, speaker]),
      [
        [null, null],
        ['First', 'Ada'],
        ['Second', null],
      ],
    );
  });

  it('cuts long texts', () => {
    const [statement] = mapOf({ a: `claim: ${'long '.repeat(200)}` }).statements;
    assert.equal(statement?.text.length, 401);
  });

  it('has unique keys, parents first, and each parent among the links', () => {
    const line = fc.constantFrom(
      'claim #x: a',
      '  support: b',
      '    undercut: c',
      'rebuttal -> b#x: d',
      'rebuttal #x -> a#x: e',
      'answer -> #x: f',
      '# g',
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    holds(fc.tuple(text, text), ([a, b]) => {
      const { statements } = mapOf({ a, b }, true);
      assert.equal(new Set(statements.map(({ key }) => key)).size, statements.length);
      statements.forEach(({ parent, note, links }, i) => {
        if (parent === null) return;
        assert.ok(parent < i && statements[parent]?.note === note);
        assert.ok(links.some(({ to }) => to === parent));
      });
    });
  });
});
