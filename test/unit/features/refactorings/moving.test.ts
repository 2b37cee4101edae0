import { moveOut } from '../../../../server/src/features/refactorings/moveOut';
import { moveUnderTarget } from '../../../../server/src/features/refactorings/moveUnderTarget';
import { checkNotOffered, checkRefactoring } from '../../../support/refactorings';

describe('moving a reply under its target', () => {
  const check = (source: string, line: number, expected: string, keyword = 'claim') =>
    checkRefactoring(moveUnderTarget, source, `Move it under the ${keyword} in line ${line}`, expected);

  it('puts it behind what stands there already, and takes the target out', () =>
    check(
      'claim #a: x\n  support: y\n\nclaim: z\n\nrebuttal (Bo) -> #a: ‸w\n',
      1,
      'claim #a: x\n  support: y\n  rebuttal (Bo): w\n\nclaim: z\n\n',
    ));

  it('takes everything along that stands under it, indented anew', () =>
    check(
      '- claim #a: x\n    - support: y\n- claim: z\n- rebuttal -> #a: ‸w\n  more\n\n  ```\n    code\n  ```\n  - support: v\n    > q\n- claim: u\n',
      1,
      '- claim #a: x\n    - support: y\n    - rebuttal: w\n      more\n\n      ```\n        code\n      ```\n      - support: v\n        > q\n- claim: z\n- claim: u\n',
    ));

  it('goes right below a target that is answered without indentation', () =>
    check(
      'claim #a: x\nsupport: y\nclaim: z\nrebuttal -> #a: ‸w',
      1,
      'claim #a: x\n  rebuttal: w\nsupport: y\nclaim: z',
    ));

  it('goes down as well as up', () =>
    check(
      'rebuttal (Bo)  ->  #a : ‸w\r\n  cite: v\r\n\r\nclaim #a: x',
      4,
      'claim #a: x\r\n  rebuttal (Bo) : w\r\n    cite: v',
    ));

  it('goes out of one branch into another, and up within one', () => {
    check('claim: x\n  support -> #b: ‸y\nclaim #b: z\n', 3, 'claim: x\nclaim #b: z\n  support: y\n');
    check('claim #a: x\n  support: y\n    rebuttal -> #a: ‸z\n', 1, 'claim #a: x\n  support: y\n  rebuttal: z\n');
  });

  it('takes the quotations along that lead up to it', () => {
    check(
      'claim #a: x\n\nclaim: z\n\n> q\n\n> r\nrebuttal -> #a: ‸w\n\nclaim: v\n',
      1,
      'claim #a: x\n\n> q\n\n> r\n  rebuttal: w\n\nclaim: z\n\nclaim: v\n',
    );
    check(
      'claim: x\n  support #a: y\n\nclaim: z\n\n> q\nrebuttal -> #a: ‸w\n',
      2,
      'claim: x\n  support #a: y\n\n> q\n    rebuttal: w\n\nclaim: z\n\n',
      'support',
    );
  });

  it('says who speaks where a heading above said so', () => {
    check(
      '# (Ada)\nclaim #a: x\n\n# (Bo)\n\nrebuttal -> #a: ‸y\n  support (Cy): z\n',
      2,
      '# (Ada)\nclaim #a: x\n  rebuttal (Bo): y\n    support (Cy): z\n\n# (Bo)\n\n',
    );
  });

  it('leaves what stood around it apart', () => {
    check('claim #a: x\n\none\nsupport -> #a: ‸y\ntwo', 1, 'claim #a: x\n  support: y\n\none\n\ntwo');
    check('claim #a: x\n\none\n\nsupport -> #a: ‸y\n\ntwo', 1, 'claim #a: x\n  support: y\n\none\n\ntwo');
  });

  it('indents with tabs where the note does', () =>
    check(
      'claim #a: x\n\tsupport: y\n\nclaim: z\n\tsupport -> #a: ‸w\n\t\tmore\n',
      1,
      'claim #a: x\n\tsupport: y\n\tsupport: w\n\t\tmore\n\nclaim: z\n',
    ));

  it('is not offered where there is nothing to move, or nowhere to go', () =>
    checkNotOffered(
      moveUnderTarget,
      'claim #a: x\nsupport: ‸y',
      'claim #a: x\n  support -> #a: ‸y',
      'claim #a: x\nsupport -> #b: ‸y',
      'claim #a: x\nsupport -> other#a: ‸y',
      'claim #a: x\nclaim #b: x\nsupport -> #a, #b: ‸y',
      'rebuttal -> #b: ‸x\n  support #b: y',
      'rebuttal #a -> #a: ‸x',
    ));

  it('is not offered for a branch with a paragraph in it', () =>
    checkNotOffered(moveUnderTarget, 'claim #a: x\n\nclaim: z\nrebuttal -> #a: ‸w\n\nprose\n\n  support: v'));
});

describe('moving a reply out of a branch', () => {
  const check = (source: string, id: string, expected: string) =>
    checkRefactoring(moveOut, source, `Move it out of the branch, with '-> #${id}'`, expected);

  it('puts it behind the branch, with its target', () =>
    check(
      'claim #a: x\n  rebuttal (Bo): ‸y\n    support: z\n  support: w\n\nclaim: v\n',
      'a',
      'claim #a: x\n  support: w\nrebuttal (Bo) -> #a: y\n  support: z\n\nclaim: v\n',
    ));

  it('gives what it replies to an id', () =>
    check(
      'claim: Debate helps\n  support: Judges win\n    undercut : ‸z\n',
      'judges-win',
      'claim: Debate helps\n  support #judges-win: Judges win\nundercut -> #judges-win : z\n',
    ));

  it('is undone by moving it back', () => {
    const [nested, flat] = ['claim #a: x\n  rebuttal: ‸y\n', 'claim #a: x\nrebuttal -> #a: ‸y\n'];
    check(nested, 'a', flat.replace('‸', ''));
    checkRefactoring(moveUnderTarget, flat, 'Move it under the claim in line 1', nested.replace('‸', ''));
  });

  it('is not offered for what is no nested reply', () =>
    checkNotOffered(
      moveOut,
      'claim: x\nsupport: ‸y',
      'claim: x\n  claim: ‸y',
      'claim #a: x\n  support -> #a: ‸y',
      '‸claim: x',
    ));

  it('is not offered where another statement would reply to something else', () =>
    // Behind the branch it would take the undercut.
    checkNotOffered(moveOut, 'claim: x\n  support: ‸y\nsupport: z\nclaim: v\nundercut: w'));
});
