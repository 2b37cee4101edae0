import { checkRule } from '../../support/rules';

describe('invalid-front-matter', () => {
  it('is more than anybody writes by hand', () => {
    const deep = `a: ${'['.repeat(5000)}\n`;
    checkRule(
      'invalid-front-matter',
      `---\n⟦${deep}⟧---\n`,
      'This front matter is too long or too deeply nested to be read. Keep it to a few lines.',
    );
  });
});
