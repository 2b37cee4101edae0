import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { holds } from '../../../support/property';
import { checkForms, foundIn, identified, links, meantBy } from '../shown';

describe('ISBNs', () => {
  it('are read in every form', () => {
    checkForms('isbn 9780262033848', [
      'ISBN 978-0-262-03384-8',
      'isbn:9780262033848',
      'ISBN-13: 978-0-262-03384-8.',
      'ISBN13 978 0 262 03384 8',
      'ISBN-10: 0-262-03384-4',
      'ISBN 0262033844, 2nd edition',
      'ISBN 0 262 03384 4 2009',
      'urn:isbn:9780262033848',
      'ISBN 978\u20110\u2011262\u201103384\u20118',
      'ISBN0262033844',
      '978-0-262-03384-8',
      '9780262033848',
      '0-262-03384-4',
      '0262033844',
      'https://openlibrary.org/isbn/9780262033848',
      'https://openlibrary.org/isbn/0262033844.json',
      'https://www.worldcat.org/isbn/9780262033848',
      'https://search.worldcat.org/isbn/978-0-262-03384-8',
      'https://isbnsearch.org/isbn/0262033844',
    ]);
    checkForms('isbn 9780804429573', ['ISBN 0-8044-2957-X', '080442957x']);
    checkForms('isbn 9798602405453', ['ISBN 979-8-6024-0545-3']);
    assert.deepEqual(links('ISBN 0262033844'), ['https://openlibrary.org/isbn/9780262033848', null]);
  });

  it('are refused with the reason', () => {
    for (const [input, reason] of [
      [
        'ISBN 978-0-262-03384-9',
        'a digit is wrong: after 978026203384 the last one, which checks the others, would be 8',
      ],
      ['9780262033849', 'a digit is wrong: after 978026203384 the last one, which checks the others, would be 8'],
      ['ISBN 0-262-03384-5', 'a digit is wrong: after 026203384 the last one, which checks the others, would be 4'],
      ['ISBN 977-0-262-03384-8', 'an ISBN of 13 digits begins with 978 or 979'],
      ['ISBN 979-0-2600-0043-8', 'numbers that begin with 979-0 are those of printed music'],
      ['ISBN 978-0-262-03384', 'an ISBN has 10 or 13 digits, not 12'],
      ['https://openlibrary.org/isbn/123', 'an ISBN has 10 or 13 digits, not 3'],
    ] as const) {
      assert.deepEqual(identified(input), [`! ${reason}`], input);
    }
    assert.equal(meantBy('ISBN 262-03384-4'), 'ISBN 9780262033848');
    assert.equal(meantBy('ISBN 262-03384-5'), null);
  });

  it('are no telephone numbers or amounts', () => {
    assert.deepEqual(identified('0262033845'), ['! no reference recognised']);
    assert.deepEqual(foundIn('ISBN: see the back. Call 978-0-262-03384-8 or 0262033844; an ISBN 12 pages in'), []);
    assert.deepEqual(foundIn('ISBN 0-262-03384-4 2009, a book'), ['ISBN 0-262-03384-4 = isbn 9780262033848']);
  });

  it('are refused with any one digit wrong', () =>
    holds(fc.tuple(fc.stringMatching(/^\d{9}$/), fc.nat(8), fc.integer({ min: 1, max: 9 })), ([body, at, by]) => {
      const sum = Array.from(body).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
      const check = (11 - (sum % 11)) % 11;
      const right = body + (check === 10 ? 'X' : check);
      assert.match(identified(`ISBN ${right}`)[0] ?? '', /^isbn 978/);
      const wrong = body.slice(0, at) + ((Number(body[at]) + by) % 10) + right.slice(at + 1);
      assert.match(identified(`ISBN ${wrong}`)[0] ?? '', /^! a digit is wrong/);
    }));
});
