import { giveId } from '../../../../server/src/features/refactorings/giveId';
import { checkNotOffered, checkRefactoring } from '../../../support/refactorings';

function check(source: string, id: string, expected: string) {
  checkRefactoring(
    giveId,
    source,
    `Give the ${/claim|support|rebuttal|cite/i.exec(source)?.[0]} the id '#${id}'`,
    expected,
  );
}

/** The id that a claim of these words is given. */
const checkId = (words: string, id: string) => check(`claim: ‸${words}`, id, `claim #${id}: ${words}`);

describe('giving a statement an id', () => {
  it('puts it behind the keyword', () => {
    check('- claim (Ada): ‸Debate helps', 'debate-helps', '- claim #debate-helps (Ada): Debate helps');
    check('support -> #x: ‸Judges win', 'judges-win', 'support #judges-win -> #x: Judges win');
  });

  it('makes it of the first words of weight', () => {
    checkId('The judge is paid to be right in the end.', 'judge-paid-right');
    checkId('That is so', 'that-is-so');
    checkId('It doesn’t work', 'doesnt-work');
    checkId('`x` and https://example.org/paper show [[#y]] it: arXiv:2402.06782', 'show');
    checkId('«Ёлка» über alles', 'ёлка-über-alles');
    checkId('2024 results', 'results');
  });

  it('keeps it short', () => {
    checkId('Interpretability generalises extraordinarily', 'interpretability');
    checkId(`${'x'.repeat(40)} y`, 'x'.repeat(24));
    checkId(
      '辩论是一种帮助人类监督人工智能系统的方法它让两个模型互相争论',
      '辩论是一种帮助人类监督人工智能系统的方法它让两个',
    );
  });

  it('calls it by its keyword where it has no words', () => check('claim: ‸!\n', 'claim', 'claim #claim: !\n'));

  it('finds one that means nothing yet', () => {
    check('claim: ‸A plan\nsupport #plan: y', 'plan-2', 'claim #plan-2: A plan\nsupport #plan: y');
    check('claim: ‸A plan\nsupport -> #plan: y', 'plan-2', 'claim #plan-2: A plan\nsupport -> #plan: y');
    check('claim: ‸A plan\n\nsee [[#plan]]', 'plan-2', 'claim #plan-2: A plan\n\nsee [[#plan]]');
  });

  it('is not offered where there is one, or where one is being written', () =>
    checkNotOffered(giveId, '‸claim #a: x', '‸claim #: x', '‸prose'));
});
