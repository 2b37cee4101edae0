import assert from 'node:assert/strict';
import { checkForms, foundIn, identified, links } from '../shown';

describe('shortDOIs', () => {
  it('are read in every form', () => {
    checkForms('shortdoi 10/aabbe', [
      'https://doi.org/10/aabbe',
      'http://dx.doi.org/10/AABBE',
      'https://www.doi.org/10/aabbe?x=y#z',
      'doi.org/10/aabbe',
      'https://doi.org/aabbe',
      'https://doi.org/10%2Faabbe',
      'doi:10/aabbe',
      'DOI: 10/aabbe.',
      'shortdoi:10/aabbe',
      '10/aabbe',
      '(10/aabbe)',
    ]);
    assert.deepEqual(links('10/aabbe'), ['https://doi.org/10/aabbe', null]);
  });

  it('are no dates, fractions, paths or longer DOIs', () => {
    for (const input of ['10/2020', '10/12', '110/abc', 'a/10/abc', '10/ab', '10/abc/def', '10/abc.def', '-10/abc']) {
      assert.deepEqual(identified(input), ['! no reference recognised'], input);
    }
    assert.deepEqual(foundIn('10/aabbe in prose, and doi:10/aabbe'), ['doi:10/aabbe = shortdoi 10/aabbe']);
  });

  it('are refused on their host with the reason', () =>
    assert.deepEqual(identified('https://doi.org/10/a-b'), ['! a shortDOI has 3 to 10 letters and digits after 10/']));

  it('are no other pages of the resolver', () =>
    checkForms('url https://www.doi.org/handbook', ['https://www.doi.org/handbook']));
});
