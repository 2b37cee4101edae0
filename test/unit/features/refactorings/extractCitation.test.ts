import { extractCitation } from '../../../../server/src/features/refactorings/extractCitation';
import { checkNotOffered, checkRefactoring } from '../../../support/refactorings';

const check = (source: string, name: string, expected: string) =>
  checkRefactoring(extractCitation, source, `Extract ${name} to a 'cite:' line`, expected);

const ARXIV = 'arXiv 2402.06782';

/** What is left of the words of a claim with a citation in them. */
function checkLeft(words: string, left: string) {
  const source = words.replace('@', '‸arXiv:2402.06782');
  check(`claim: ${source}`, ARXIV, `claim: ${left}\n  cite: arXiv:2402.06782`);
}

describe('extracting a citation', () => {
  it('puts it in a line under the statement', () => {
    check(
      '- claim: Debate helps (‸doi:10.1000/182).\n  - rebuttal: y\n',
      'DOI 10.1000/182',
      '- claim: Debate helps.\n  - cite: doi:10.1000/182\n  - rebuttal: y\n',
    );
    check(
      'claim: A\r\n  helps (10.1000/1‸82).\r\nx',
      'DOI 10.1000/182',
      'claim: A\r\n  helps.\r\n  cite: 10.1000/182\r\nx',
    );
  });

  it('leaves the title of a link', () => {
    check(
      'claim: [Khan et al. [2024]](https://arxiv.org/abs/‸2402.06782) say so.',
      ARXIV,
      'claim: Khan et al. [2024] say so.\n  cite: https://arxiv.org/abs/2402.06782',
    );
    check(
      'claim: see [a page](https://example.org/a.‸), it says so.',
      'example.org',
      'claim: see a page, it says so.\n  cite: <https://example.org/a.>',
    );
  });

  it('takes the brackets and marks that serve it along', () => {
    checkLeft('Debate helps (@).', 'Debate helps.');
    checkLeft('Debate helps [@] judges.', 'Debate helps judges.');
    checkLeft('Debate helps (see @), he says.', 'Debate helps, he says.');
    checkLeft('Debate helps (Khan 2024, @).', 'Debate helps (Khan 2024).');
    checkLeft('Debate helps (@, p. 4).', 'Debate helps (p. 4).');
    checkLeft('Debate helps (<@>).', 'Debate helps (<@>).'.replace(' (<@>)', ''));
    checkLeft('Debate helps: @', 'Debate helps');
    checkLeft('Debate helps, see @.', 'Debate helps.');
    checkLeft('Debate helps. @', 'Debate helps.');
    checkLeft('Debate helps. @.', 'Debate helps.');
    checkLeft('Debate helps. See @. It does.', 'Debate helps. It does.');
    checkLeft('Debate really helps @.', 'Debate really helps.');
    checkLeft('@: Debate helps.', 'Debate helps.');
  });

  it('is not offered where the sentence needs it', () => {
    for (const words of [
      '@ shows it.',
      'As was shown in @, it helps.',
      'It was shown in @',
      'Read @',
      '@',
      '(@)',
      'x @ y',
    ]) {
      checkNotOffered(extractCitation, `claim: ${words.replace('@', '‸arXiv:2402.06782')}`);
    }
    checkNotOffered(extractCitation, 'claim: It helps a lot arXiv:‸2402.06782\n  and more');
    checkNotOffered(extractCitation, 'claim: Debate helps (‸@x), he says.');
  });

  it('is offered for the citation at the cursor, and not for those of others', () => {
    const words = 'claim: A (arXiv:2402.06782) and B (arXiv:2402.‸06783) and C.';
    check(words, 'arXiv 2402.06783', 'claim: A (arXiv:2402.06782) and B and C.\n  cite: arXiv:2402.06783');
    checkNotOffered(
      extractCitation,
      'claim: ‸Debate helps (arXiv:2402.06782).',
      'claim: He says “debate helps (arXiv:‸2402.06782)”.',
      'claim: x\n  > debate helps (arXiv:‸2402.06782).',
      'claim: x `(arXiv:‸2402.06782)`',
      'claim: x (arXiv:‸2513.00001)',
      'cite: Khan (arXiv:‸2402.06782)',
      'Debate helps (arXiv:‸2402.06782).',
    );
  });
});
