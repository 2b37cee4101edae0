import assert from 'node:assert/strict';
import { checkRule, checkRuleIn, findingsOf, fixed } from '../../support/rules';

const RULE = 'unresolved-reference';

const check = (source: string, message?: string) => checkRule(RULE, source, message);

/** The ids that are offered for the one reference that leads nowhere. */
function checkOffers(text: string, ...ids: string[]) {
  const titles = findingsOf(RULE, text).flatMap(({ fixes }) => fixes().map(({ title }) => title));
  assert.deepEqual(
    titles,
    ids.map((id) => `Change to \`#${id}\``),
  );
}

function checkFix(id: string, before: string, after: string) {
  assert.equal(fixed(RULE, `Change to \`#${id}\``, before), after);
  assert.deepEqual(findingsOf(RULE, after), []);
}

describe('unresolved-reference', () => {
  it('is a target that names nothing', () => {
    check(
      'claim #a: x\nrebuttal -> #a, ⟦#b⟧: y',
      'No statement of this note has the id `#b`. Give it to the one that is meant, or change it here.',
    );
    check('rebuttal -> ⟦#A⟧: y\nclaim #a: x');
    check('rebuttal -> #a: y\nclaim #a: x');
    check('claim #é: x\nrebuttal -> #e\u0301: y');
  });

  it('is a reference in a text that names nothing, in order with the targets', () => {
    check('claim #a: see [[#a]] and [[⟦#b⟧]]\nrebuttal -> ⟦#c⟧: x\n\nprose [[⟦#d⟧]]\nclaim -> ⟦#e⟧: x');
    check('`[[#a]]`\n> [[#b]]');
  });

  it('looks into other notes', () => {
    checkRuleIn(RULE, {
      a: 'claim #x: x',
      b: 'rebuttal -> a#x, ⟦a#y⟧, ⟦<no note#x>⟧: z\n\n[[a#x]] [[⟦a#z⟧]] [[⟦c#x⟧]]',
    });
    checkRuleIn(RULE, { a: 'claim #x: x\nrebuttal -> a#x, ⟦a#y⟧: z' });
    checkRuleIn(RULE, { a: 'claim #x: x', b: 'rebuttal -> ⟦#x⟧: z' });
  });

  it('says which is missing, the note or the id', () => {
    check('claim: [[⟦other#a⟧]]', 'There is no note `other`. Write its path from this note, without the ending.');
    check(
      'claim: [[⟦note#a⟧]]',
      'No statement of this note has the id `#a`. Give it to the one that is meant, or change it here.',
    );
  });
});

describe('the quick fixes of unresolved-reference', () => {
  it('are ids at most two slips away, the nearest first, three at most', () => {
    checkOffers('claim #trust: x\nquestion #trusted: y\nrebuttal -> #trsut: z', 'trust');
    checkOffers('claim #abcd: x\nclaim #abc: x\nrebuttal -> #abcde: z', 'abcd', 'abc');
    checkOffers('claim #ab1: x\nclaim #ab2: x\nclaim #ab3: x\nclaim #ab4: x\nsee [[#ab5]]', 'ab1', 'ab2', 'ab3');
    checkOffers('claim #judge: x\nrebuttal -> #bribes: z');
    checkOffers('claim #judge: x\nrebuttal -> other#judge: z');
  });

  it('change the id alone', () => {
    checkFix('ab', 'claim #ab: x\nrebuttal -> #abc (Bo): y', 'claim #ab: x\nrebuttal -> #ab (Bo): y');
    checkFix('ab', 'claim #ab: see [[#abc]].', 'claim #ab: see [[#ab]].');
    checkFix('ab', 'claim #ab: x\nrebuttal -> <note#abc>: y', 'claim #ab: x\nrebuttal -> <note#ab>: y');
    checkFix('ab', 'claim #ab: see [[note#abc]].', 'claim #ab: see [[note#ab]].');
  });
});
