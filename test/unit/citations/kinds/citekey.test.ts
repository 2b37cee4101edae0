import assert from 'node:assert/strict';
import { writtenForm } from '../../../../server/src/citations/paper';
import { checkForms, foundIn, identified } from '../shown';

/** Expects these keys in running text, each with the characters it is written in. */
function check(text: string, ...expected: string[]) {
  const found = expected.map((written) => `${written} = citekey ${written.replace(/^@\{?|\}$/g, '')}`);
  assert.deepEqual(foundIn(text), found);
}

describe('citation keys in running text', () => {
  it('stand in brackets, several of them between semicolons', () => {
    check('as [@perez2022] says', '@perez2022');
    check('[@perez2022, p. 4; @chen2021]', '@perez2022', '@chen2021');
    check('[see @perez2022, pp. 33-35; also -@chen2021, ch. 1]', '@perez2022', '@chen2021');
    check('[-@perez2022]', '@perez2022');
    check('[[@perez2022]]', '@perez2022');
  });

  it('are names outside brackets', () => check('as @perez2022 says, and (@chen2021)'));

  it('are not the text of a link, nor behind a bracket that does not close', () => {
    check('[@perez2022](https://a.b/c)'.replace('https://a.b/c', '#'));
    check('[@perez2022][1] and [@chen2021');
    check('[a] @perez2022 [b] and ] @chen2021 ]');
  });

  it('are not addresses', () => {
    check('[me@perez2022.com; x.@a; @user@example.social]');
    assert.deepEqual(foundIn('[https://medium.com/@user/x]'), [
      'https://medium.com/@user/x = url https://medium.com/@user/x',
    ]);
  });

  it('stand without brackets where a source is expected', () =>
    assert.deepEqual(foundIn('@perez2022, p. 4 and @{chen 2021}; 2107.03374', true), [
      '@perez2022 = citekey perez2022',
    ]));
});

describe('a citation key', () => {
  it('has letters, digits, underscores and single marks inside', () => {
    for (const [input, key] of [
      ['@perez2022.', 'perez2022'],
      ['@Foo_Bar.baz.', 'Foo_Bar.baz'],
      ['@Foo_Bar--baz', 'Foo_Bar'],
      ['@jones2000---and', 'jones2000'],
      ['@a:b#c$d%e&f-g+h?i<j>k~l/m', 'a:b#c$d%e&f-g+h?i<j>k~l/m'],
      ['@_x', '_x'],
      ['@2022a', '2022a'],
      ['@müller2019', 'müller2019'],
      ['@山田2020', '山田2020'],
      ['@https://example.org/a', 'https://example.org/a'],
      ['@{Foo_Bar--2019}:', 'Foo_Bar--2019'],
      ['@{https://example.org/?a=b&c=d}', 'https://example.org/?a=b&c=d'],
      ['[@perez2022, p. 4]', 'perez2022'],
      ['(@perez2022)', 'perez2022'],
      ['“@perez2022”', 'perez2022'],
    ] as const) {
      assert.deepEqual(identified(input), [`citekey ${key}`], input);
    }
  });

  it('keeps its case', () => checkForms('citekey Perez2022', ['@Perez2022', '[@Perez2022]']));

  it('is nothing else with an @', () => {
    for (const input of ['me@perez2022.com', 'me.@perez2022', '@', '@-a', '@{}', '@{a b}', '@user@host', '@@a']) {
      assert.deepEqual(identified(input), ['! no reference recognised'], input);
    }
  });

  it('is written with braces only where it must be', () => {
    const written = (id: string) => writtenForm({ kind: 'citekey', id, version: null, url: null, pdf: null });
    assert.deepEqual(['perez2022', 'a--b', 'a.'].map(written), ['@perez2022', '@{a--b}', '@{a.}']);
  });
});
