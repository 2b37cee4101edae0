import { checkRule } from '../../support/rules';

const RULE = 'invalid-front-matter';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('invalid-front-matter', () => {
  it('is YAML that cannot be read, at its place', () => {
    check('---\ntitle: [A⟦\n⟧---\nclaim: B', undefined);
    check('---\na: b\n⟦a⟧: c\n---\n');
  });
  it('is no list of fields', () =>
    check('---\n⟦only words\n⟧---\n', 'Front matter is a list of fields, such as `title: …`, one a line.'));
  it('is a field that holds something else than it should', () => {
    check('---\ntitle: ⟦[a]⟧\n---\n', '`title` is to be the name of the note.');
    check(
      '---\nsource: ⟦a page⟧\n---\n',
      '`source` is to be the address of a page, such as `https://example.org/thread`.',
    );
    check('---\ndate: ⟦yesterday⟧\n---\n', '`date` is to be a day, such as `2026-11-24`.');
    check(
      '---\nbibliography: ⟦{a: b}⟧\n---\n',
      '`bibliography` is to be the path of a bibliography, or a list of paths.',
    );
    check('---\nparticipants: ⟦[[a]]⟧\n---\n', '`participants` is to be a list of names.');
  });
  it('is nothing where all is well', () => {
    check(
      '---\ntitle: A\nsource: https://example.org/a\ndate: 2026-11-24\nbibliography: [a.bib, b.bib]\nparticipants:\n  - Ada\n  - "@bo"\nother: {a: [b]}\n---\n',
    );
    check('---\ntitle:\nbibliography: a.bib\n---\n');
    check('---\n---\n');
  });
  it('is more than anybody writes by hand', () => {
    const deep = `a: ${'['.repeat(5000)}\n`;
    check(
      `---\n⟦${deep}⟧---\n`,
      'This front matter is too long or too deeply nested to be read. Keep it to a few lines.',
    );
  });
});
