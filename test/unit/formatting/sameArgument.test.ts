import assert from 'node:assert/strict';
import { sameArgument } from '../../../server/src/formatting/sameArgument';
import { parse } from '../../../server/src/syntax/parse';

const isSame = (a: string, b: string) => sameArgument(parse(a), parse(b));

/** Expects that two notes say the same. */
const checkSame = (a: string, b: string) => assert.ok(isSame(a, b));

/** Expects that each of some notes says something else than the first. */
function checkOther(note: string, ...others: string[]) {
  for (const other of others) assert.ok(!isSame(note, other), other);
}

describe('two notes say the same', () => {
  it('when they differ in white space, bullets, the order of attributes and the case of keywords', () => {
    checkSame('claim #a (Ada): A\n  B\n  support: C', '- Claim (Ada)  #a:A\n    B\n\n    - support: C');
    checkSame('claim: A\n  ```\n  B\n  ```', 'claim: A\n    ```\n    B\n    ```');
    checkSame('claim: A\nprose', 'claim: A\n\nprose\n');
  });
  it('but not when a statement says something else, or is another', () => {
    checkOther(
      'claim: A B',
      'claim: AB',
      'claim: A',
      'support: A B',
      'claim #b: A B',
      'claim (Bo): A B',
      'claim: A B\nclaim: C',
    );
    checkOther('claim -> #a, #b: A', 'claim -> #b, #a: A', 'claim -> #a: A');
  });
  it('nor when it stands under another', () => {
    checkOther('claim: A\nclaim: B\n  support: C', 'claim: A\n  claim: B\n  support: C', 'claim: A\n# B\n  support: C');
  });
  it('nor when it has another quotation, other code or another comment', () => {
    checkOther('claim: A\n> B', 'claim: A\n\n> B', 'claim: A\n> C', 'claim: A');
    checkOther('claim: A\n  ```\n  B\n  ```', 'claim: A\n```\nB\n```', 'claim: A\n  ```\n  C\n  ```');
    checkOther('claim: A\n  <!-- B -->', 'claim: A\n  <!-- C -->', 'claim: A\n<!-- B -->');
  });
  it('nor when a passage beside it has changed by a character', () => {
    checkOther('claim: A\nprose', 'claim: A\n prose', 'claim: A\n  prose', 'claim: A\nprose ');
    checkOther('# A\nclaim: B', '## A\nclaim: B', '#  A\nclaim: B');
  });
});
