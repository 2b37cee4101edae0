import assert from 'node:assert/strict';
import { personName, plainDoi } from '../../../../server/src/lookup/indexes/fields';
import { plainText } from '../../../../server/src/lookup/plainText';

/** Expects a spoken name to part into `Family, Given`. */
function check(spoken: string, expected: string) {
  const { family, given } = personName(spoken);
  assert.equal(given === '' ? family : `${family}, ${given}`, expected);
}

describe('a name as it is spoken', () => {
  it('ends with the family name', () => {
    check('Ada Lovelace', 'Lovelace, Ada');
    check('J. R. R.  Tolkien', 'Tolkien, J. R. R.');
    check('Plato', 'Plato');
    check('', '');
  });

  it('keeps particles and what follows with the family name', () => {
    check('Ludwig van Beethoven', 'van Beethoven, Ludwig');
    check('Aad van der Vaart', 'van der Vaart, Aad');
    check('Charles de la Vallée Poussin', 'Poussin, Charles de la Vallée');
    check('Martin Luther King Jr.', 'King Jr., Martin Luther');
    check('Robert Tarjan III', 'Tarjan III, Robert');
    check('van Gogh', 'Gogh, van');
  });

  it('stays whole for a group', () => {
    check('The LIGO Scientific Collaboration', 'The LIGO Scientific Collaboration');
    check('Gemini Team', 'Gemini Team');
  });
});

describe('the text of a field with markup', () => {
  it('is without the elements of HTML and JATS, and with everything else', () => {
    assert.equal(plainText('H<sub>2</sub>O, <mml:math><mml:mi>x</mml:mi></mml:math>'), 'H2O, x');
    assert.equal(plainText('a < b and c > d; <T> is a type; a<b>c'), 'a < b and c > d; <T> is a type; ac');
    assert.equal(plainText('&lt;i&gt; &amp;amp; &unknown;'), '<i> &amp; &unknown;');
    assert.equal(plainText('<jats:p>One</jats:p><jats:p>Two</jats:p>'), 'One Two');
    assert.equal(plainText('<p> </p>'), null);
  });

  it('takes linear time, whatever it holds', () => {
    for (const piece of ['<', '<p ', '<jats:', '&', '</i', '<i x="', '&lt;']) plainText(piece.repeat(300_000));
  });
});

describe('a DOI', () => {
  it('is written without its resolver, in lower case', () => {
    assert.equal(plainDoi('https://doi.org/10.1000/ABC'), '10.1000/abc');
    assert.equal(plainDoi('http://dx.doi.org/10.1000/abc'), '10.1000/abc');
    assert.equal(plainDoi('doi:10.1000/abc'), '10.1000/abc');
    for (const none of [null, '', '10.1/abc', '11.1000/abc', '10.1000/a b']) assert.equal(plainDoi(none), null);
  });
});
