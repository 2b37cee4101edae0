import { takeInParagraph } from '../../../../server/src/features/refactorings/takeInParagraph';
import { checkNotOffered, checkRefactoring } from '../../../support/refactorings';

function check(source: string, expected: string) {
  const keyword = /claim|support|rebuttal|cite/.exec(
    source
      .slice(0, source.indexOf('‸'))
      .split(/\n(?=\s*\w+:)/)
      .at(-1) ?? '',
  );
  checkRefactoring(takeInParagraph, source, `Take the paragraph into the ${keyword?.[0] ?? 'claim'}`, expected);
}

describe('taking in the paragraph', () => {
  it('indents the lines below a statement, so that they are part of it', () => {
    check('claim: one‸\ntwo\n three\n\nfour', 'claim: one\n  two\n  three\n\nfour');
    check('claim: one\ntw‸o\r\nthree', 'claim: one\n  two\r\n  three');
  });

  it('puts them where the words of the statement stand', () => {
    check('- claim: one‸\ntwo', '- claim: one\n  two');
    check('-   claim: one‸\ntwo', '-   claim: one\n    two');
    check('claim: one\n      two\nthree‸', 'claim: one\n      two\n      three');
    check('claim: x\n  support: one‸\n two', 'claim: x\n  support: one\n    two');
  });

  it('is not offered where no line follows directly, or one that is no paragraph', () =>
    checkNotOffered(
      takeInParagraph,
      'claim: ‸x',
      'claim: x\n\n‸y',
      'claim: ‸x\n# y',
      'claim: ‸x\nsupport: y',
      '‸x\nclaim: y',
    ));

  it('is not offered where more would come along', () => {
    // The quotation leads up to the support.
    checkNotOffered(takeInParagraph, 'claim: ‸x\ny\n> z\nsupport: w');
    checkNotOffered(takeInParagraph, 'claim: ‸x\ny\n\n  z');
  });
});
