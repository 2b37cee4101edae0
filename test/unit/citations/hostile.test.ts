import assert from 'node:assert/strict';
import { findCitations } from '../../../server/src/citations/findCitations';
import { identify } from '../../../server/src/citations/identify';

const SIZE = 100_000;

/** Repeats `unit` up to `SIZE` characters, which in quadratic time takes longer than a test may. */
function repeated(unit: string): string {
  return unit.repeat(Math.floor(SIZE / unit.length));
}

/** Expects so many citations in the text, and that identifying it ends too. */
function check(text: string, expected: number) {
  assert.equal(findCitations(text).length, expected);
  assert.ok(identify(text).length > 0);
}

describe('hostile input', () => {
  for (const unit of [
    '[',
    '(',
    ')',
    '<',
    '.',
    '1',
    '\n',
    '([',
    '10.',
    'doi:',
    'arXiv:',
    'arXiv:a-',
    'arxiv.org/',
    'cs.a',
    '@',
    '@a',
    '[@',
    '@{',
    '@a@',
    '978-',
    'ISBN ',
    'ISBN 1 ',
    '1234.a-b.',
    'P19-',
    'PMC',
    'PMID: ',
    'openreview:',
    's2: a',
    'aclanthology.org/',
  ]) {
    it(`finds nothing in a repeated ${JSON.stringify(unit)}`, () => check(repeated(unit), 0));
  }

  for (const unit of [
    '10.1234/',
    '10.1234/(',
    '10.1234/a<b',
    'http://',
    'http://a/(',
    'https://a.b/',
    'http://a。b',
    'doi:10/',
  ]) {
    it(`takes a repeated ${JSON.stringify(unit)} for at most one reference`, () => {
      assert.ok(findCitations(repeated(unit)).length <= 1);
      assert.ok(identify(repeated(unit)).length <= 1);
    });
  }

  for (const unit of [
    '10.1234/a,',
    'http://a/( ',
    'http://u@a/ ',
    'http://a\\',
    'arXiv:2113.1 arXiv:2107.03374 ',
    '[t](http://a.b/c)',
    '[@a] ',
    'PMID: 12, ',
    'ISBN 0262033844 ',
  ]) {
    it(`finds every one in a repeated ${JSON.stringify(unit)}`, () => {
      check(unit.repeat(1000), 1000);
    });
  }

  it('reads a reference as long as the text', () => {
    check(`https://a.b/${repeated('x')}`, 1);
    check(`https://a.b/${repeated('x/../')}`, 1);
    check(`https://doi.org/10.1234/${repeated('%28')}`, 1);
    check(`10.1234/${repeated('(')}${repeated(')')}`, 1);
    check(`https://arxiv.org/abs/${repeated('a-')}`, 1);
  });

  it('takes a host that is too long to exist for text', () => {
    check(`http://${repeated('а')}`, 0);
    check(`http://${Array.from({ length: SIZE }, (_, i) => String.fromCharCode(0x4e00 + (i % 20_000))).join('')}`, 0);
  });

  it('searches many small ranges of a large text', () => {
    const text = repeated('some words. ');
    for (let start = 0; start < text.length; start += 20) {
      assert.deepEqual(findCitations(text, { start, end: start + 20 }), []);
    }
  });
});
