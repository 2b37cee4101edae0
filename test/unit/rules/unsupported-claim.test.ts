import assert from 'node:assert/strict';
import { checkRule, checkRuleIn, findingsByLine, findingsOf, fixed } from '../../support/rules';

const RULE = 'unsupported-claim';
const ADD_SUPPORT = 'Add a `support:` line';
const ADD_CITE = 'Add a `cite:` line';

const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('unsupported-claim', () => {
  it('is a claim or answer with neither support nor citation', () => {
    check('⟦claim⟧: Debate helps.', 'This claim has neither a support nor a citation. Say why, or cite a source.');
    check(
      'question: Why?\n  ⟦answer⟧: Because.',
      'This answer has neither a support nor a citation. Say why, or cite a source.',
    );
    check('question: Why?\n⟦claim⟧: Because.');
    check('- ⟦CLAIM⟧ #a (Ada): x\n  more of it\n⟦claim⟧: y');
  });

  it('is no other statement, and no prose', () => {
    check('');
    check('Claim that debate helps: no.\n\nNo reason at all.');
    check('question: Why?\nrebuttal: x\nundercut: y\nsupport: z\nconcession: w\ncite: v');
  });

  it('is no claim with a support, nested or flat', () => {
    check('claim: x\n  support: y');
    check('claim: x\nsupport: y');
    check('claim #x: x\n\n# heading\n\nsupport -> #x: y');
    check('claim: x\nrebuttal: r\nsupport: y');
    check('claim: x\n  support:\n    > quoted');
  });

  it('is a claim with only attacks and questions', () => {
    check('⟦claim⟧: x\n  rebuttal: y\n  question: z');
    check('⟦claim⟧: x\n  rebuttal: y\n    support: of the rebuttal');
    check('⟦claim⟧: x\n\n# heading\n\nsupport: of nothing');
  });

  it('is no claim with a cite line that names anything', () => {
    check('claim: x\n  cite: arXiv:2107.03374');
    check('claim: x\ncite: A book about rhetoric');
    check('claim: x\ncite: https://example.org/page');
  });

  it('is no claim that cites a paper itself', () => {
    check('claim: x, see arXiv:2107.03374');
    check('claim: x (https://doi.org/10.1000/182)');
    check('claim: x\n  y doi:10.1000/182');
  });

  it('is a claim of which every reason has fallen', () => {
    check(
      '⟦claim⟧: x\n  support #y: y\n    rebuttal: z',
      'No reason for this claim holds: #y in line 2. Give another, or answer what stands against it.',
    );
    check(
      '⟦claim⟧: x\n  support: y\n    undercut: z\n  cite: A book\n    undercut: z',
      'No reason for this claim holds: the support in line 2 and the cite in line 4. Give another, or answer what stands against them.',
    );
    check('claim: x\n  support: y\n    rebuttal: z\n  support: w');
    check('claim: x\n  support: y\n    rebuttal #r: z\n      rebuttal -> #r: v');
    check('claim (Ada): x\n  support: y\n    rebuttal: z\n  concession (Bo): w');
    check('claim: x, see arXiv:2107.03374\n  support: y\n    rebuttal: z');
    const [finding] = findingsOf(RULE, 'claim: x\n  support: y\n    undercut: z');
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['This support is undercut.'],
    );
  });

  it('is a claim with a plain link, a malformed citation, or one that somebody else gives', () => {
    check('⟦claim⟧: x, see https://example.org/');
    check('⟦claim⟧: x, see arXiv:2113.03374');
    check('⟦claim⟧: x\n  cite: arXiv:2113.03374');
    check('⟦claim⟧: x\n  > arXiv:2107.03374');
    check('⟦claim⟧: x `arXiv:2107.03374` <!-- arXiv:2107.03374 -->');
  });

  it('is no claim that another speaker concedes', () => {
    check('claim (Ada): x\n  concession (Bo): yes');
    check('claim: x\n  concession (Bo): yes');
    check('⟦claim⟧ (Ada): x\n  concession (@ada): yes');
    check('⟦claim⟧ (Ada): x\n  concession: yes');
  });

  it('is no claim without words: that is an empty statement', () => {
    check('claim:');
    check('claim:\nclaim:');
    check('⟦claim⟧:\n  > quoted');
    check('⟦claim⟧:\n  rebuttal: x');
  });

  it('looks for support in other notes', () => {
    checkRuleIn(RULE, { a: 'claim #x: x\n\n⟦claim⟧ #y: y', b: 'support -> a#x: because' });
    checkRuleIn(RULE, { a: '⟦claim⟧ #x: x', b: 'support -> other#x: because\nrebuttal -> a#x: no' });
    checkRuleIn(RULE, { a: 'claim #x: x', b: 'cite -> a#x: arXiv:2107.03374' });
  });
});

/** Adds the line, and checks the text, that only the new line is found fault with, and that words clear that. */
function checkFix(before: string, title: string, after: string) {
  const written = fixed(RULE, title, before);
  assert.equal(written, after);
  const text = written.replace('‸', '');
  const line = written.slice(0, written.indexOf('‸')).split(/\r\n|\r|\n/).length;
  assert.deepEqual(findingsByLine(text), [`${line} empty-statement`]);
  assert.deepEqual(findingsByLine(written.replace('‸', 'x')), []);
}

describe('quick fixes of unsupported-claim', () => {
  it('are a support, a citation, or a question instead', () => {
    const [finding] = findingsOf(RULE, 'claim: x');
    assert.deepEqual(
      finding?.fixes().map(({ title, preferred = false }) => ({ title, preferred })),
      [
        { title: ADD_SUPPORT, preferred: true },
        { title: ADD_CITE, preferred: false },
        { title: 'Turn the claim into a question', preferred: false },
      ],
    );
  });

  it('add a line one step deeper', () => {
    checkFix('claim: x', ADD_SUPPORT, 'claim: x\n  support: ‸');
    checkFix('claim: x\n', ADD_CITE, 'claim: x\n  cite: ‸\n');
    checkFix('  claim: x\n', ADD_SUPPORT, '  claim: x\n    support: ‸\n');
    checkFix('\tclaim: x\n', ADD_SUPPORT, '\tclaim: x\n\t\tsupport: ‸\n');
    checkFix(' claim (Ada) #a: x', ADD_CITE, ' claim (Ada) #a: x\n   cite: ‸');
  });

  it('go on with the bullets', () => {
    checkFix('- claim: x\n', ADD_SUPPORT, '- claim: x\n  - support: ‸\n');
    checkFix('  * claim: x\n', ADD_CITE, '  * claim: x\n    * cite: ‸\n');
    checkFix('+   claim: x\n', ADD_SUPPORT, '+   claim: x\n    +   support: ‸\n');
    checkFix('\t- claim: x\n', ADD_SUPPORT, '\t- claim: x\n\t\t- support: ‸\n');
    checkFix('-\tclaim: x\n', ADD_SUPPORT, '-\tclaim: x\n\t-\tsupport: ‸\n');
  });

  it('indent as the children are indented', () => {
    checkFix('claim: x\n    question: y', ADD_SUPPORT, 'claim: x\n    support: ‸\n    question: y');
    checkFix('claim: x\n\n  - question: y', ADD_CITE, 'claim: x\n  - cite: ‸\n\n  - question: y');
    checkFix('claim: x\n\tquestion: y', ADD_SUPPORT, 'claim: x\n\tsupport: ‸\n\tquestion: y');
    checkFix('claim: x\nquestion: y', ADD_SUPPORT, 'claim: x\n  support: ‸\nquestion: y');
    checkFix('claim: x\nrebuttal: y\n  cite: z', ADD_SUPPORT, 'claim: x\n  support: ‸\nrebuttal: y\n  cite: z');
  });

  it('come after all that belongs to the claim', () => {
    checkFix(
      'claim: x\n  more\n\n  and more\nprose',
      ADD_SUPPORT,
      'claim: x\n  more\n\n  and more\n  support: ‸\nprose',
    );
    checkFix('claim: x\n> quoted\n> more\n', ADD_SUPPORT, 'claim: x\n> quoted\n> more\n  support: ‸\n');
    checkFix('claim: x\n  ```\n  code\n  ```\n', ADD_CITE, 'claim: x\n  ```\n  code\n  ```\n  cite: ‸\n');
    checkFix('claim: x <!-- a\nb -->\nprose', ADD_SUPPORT, 'claim: x <!-- a\nb -->\n  support: ‸\nprose');
    checkFix('claim: x\n\n\n> introduces\nrebuttal: y', ADD_CITE, 'claim: x\n  cite: ‸\n\n\n> introduces\nrebuttal: y');
    checkFix('claim: x  \nprose', ADD_SUPPORT, 'claim: x  \n  support: ‸\nprose');
  });

  it('keep the line breaks of the note', () => {
    checkFix('claim: x\r\nprose\r\n', ADD_SUPPORT, 'claim: x\r\n  support: ‸\r\nprose\r\n');
    checkFix('prose\r\nclaim: x', ADD_CITE, 'prose\r\nclaim: x\r\n  cite: ‸');
    checkFix('claim: x\rprose\r', ADD_SUPPORT, 'claim: x\r  support: ‸\rprose\r');
  });

  it('leave the line that is there when they are used again, and the finding returns when it goes', () => {
    const begun = fixed(RULE, ADD_SUPPORT, 'claim: x\n').replace('‸', '');
    const removed = fixed('empty-statement', 'Delete the line', begun);
    assert.equal(removed, 'claim: x\n');
    assert.deepEqual(findingsByLine(removed), ['1 unsupported-claim']);
  });

  it('turn a claim or an answer into a question', () => {
    const turned = fixed(RULE, 'Turn the claim into a question', '- Claim #a (Ada): x\n  - rebuttal: y\n');
    assert.equal(turned, '- question #a (Ada): x\n  - rebuttal: y\n');
    assert.deepEqual(findingsByLine(turned), []);
    const answer = 'question: why?\n  answer: x';
    assert.equal(fixed(RULE, 'Turn the answer into a question', answer), 'question: why?\n  question: x');
  });
});
