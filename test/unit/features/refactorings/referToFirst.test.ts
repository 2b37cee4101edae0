import { referToFirst } from '../../../../server/src/features/refactorings/referToFirst';
import { checkNotOffered, checkRefactoring } from '../../../support/refactorings';

const check = (source: string, title: string, expected: string) =>
  checkRefactoring(referToFirst, source, title, expected);

describe('turning a repeated claim into a reference', () => {
  it('puts the id of the first in the place of the words', () =>
    check(
      'claim #a: Debate helps.\n\nclaim: ‸debate  helps',
      'Refer to the claim in line 1 instead',
      'claim #a: Debate helps.\n\nclaim: [[#a]]',
    ));

  it('gives the first an id where it has none', () =>
    check(
      'x\nsupport: Debate helps.\nclaim (Ada) -> #x:\r\n  Debate\r\n  ‸helps!\r\n',
      'Refer to the support in line 2 instead',
      'x\nsupport #debate-helps: Debate helps.\nclaim (Ada) -> #x:\r\n  [[#debate-helps]]\r\n',
    ));

  it('is not offered for the first, for other words, and for words with something between', () =>
    checkNotOffered(
      referToFirst,
      'claim: ‸x\nclaim: x',
      'claim: x\nclaim: ‸y',
      'claim: x\nclaim: ‸x <!-- y -->',
      'claim: x\nclaim: ‸x\n> y',
      'claim:\nclaim:‸',
      'claim: [[#a]]\nclaim: ‸[[#a]]',
    ));

  it('is not offered where the id of the first means another', () =>
    checkNotOffered(referToFirst, 'claim #a: y\nclaim #a: x\nclaim: ‸x'));
});
