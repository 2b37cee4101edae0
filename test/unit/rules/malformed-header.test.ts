import assert from 'node:assert/strict';
import { checkRule, fixed } from '../../support/rules';

const RULE = 'malformed-header';
const check = (source: string, message?: string) => checkRule(RULE, source, message);

describe('malformed-header', () => {
  it('is a header without its colon', () => {
    check(
      '⟦claim⟧ #a Debate helps.',
      'This line is read as prose: the colon behind the header is missing. Write `claim …: text`.',
    );
    check('claim: A\n⟦rebuttal⟧ (Bo) No.');
    check('- ⟦support⟧ -> #a Because.');
    check('claim: A\n  more\n  ⟦support⟧ #b it is');
    assert.equal(fixed(RULE, 'Insert the colon', 'claim: A\nrebuttal (Bo) No.'), 'claim: A\nrebuttal (Bo): No.');
    assert.equal(fixed(RULE, 'Insert the colon', 'claim #a'), 'claim #a:');
  });
  it('is a header with an attribute that does not fit', () => {
    check(
      'claim: A\nclaim #a ⟦#b⟧: B',
      'This line is read as prose: `#b` does not fit in the header. Give the id, the speaker and the targets once each.',
    );
    check(
      'claim: A\nclaim ⟦(Bo⟧: B',
      'This line is read as prose: the parenthesis around the speaker is never closed. Put `)` in front of the colon.',
    );
    check(
      'claim: A\nrebuttal -> ⟦a⟧: B',
      'This line is read as prose: `a` is no target. Write `#id`, or `other-note#id` for a statement of another note.',
    );
    assert.equal(fixed(RULE, 'Close the parenthesis', 'claim: A\nclaim (Bo: B'), 'claim: A\nclaim (Bo): B');
    assert.equal(fixed(RULE, 'Write it as an id', 'claim #a: A\nrebuttal -> a: B'), 'claim #a: A\nrebuttal -> #a: B');
  });
  it('is no ordinary sentence', () => {
    for (const prose of [
      'Claim (see above) was wrong.',
      'Support (in the sense of Toulmin) matters: it is what holds.',
      'Support #Ukraine by donating.',
      'Answer (after a pause) came there none',
      'Question #2: why?',
      'claim that X: no',
      'claims (Ada): A',
      'claim(Ada): A',
      'Cite - or do not cite - your sources.',
      'claim',
      'answer -> question',
    ]) {
      check(prose);
      check(`${prose}\n\nclaim: A`);
    }
  });
  it('is not in quotations, code and comments', () =>
    check('claim: A\n> claim #a B\n<!--\nclaim #a B\n-->\n```\nclaim #a B\n```'));
});
