import assert from 'node:assert/strict';
import { findCitations } from '../../../server/src/citations/findCitations';
import { foundIn } from './shown';

function check(text: string, ...expected: string[]) {
  assert.deepEqual(foundIn(text), expected);
}

describe('finding citations in running text', () => {
  it('finds nothing in prose', () => {
    check('');
    check('Nobody cites anything here: not 3.5 million papers, and/or 12/2020.');
  });

  it('finds a URL up to white space', () => {
    check('see https://example.org/a?b=c#d now', 'https://example.org/a?b=c#d = url https://example.org/a?b=c');
    check('HTTP://Example.ORG/A', 'HTTP://Example.ORG/A = url http://example.org/A');
    check('http://[::1]:8080/a', 'http://[::1]:8080/a = url http://[::1]:8080/a');
  });

  it('leaves the punctuation of the sentence', () => {
    for (const mark of [
      '.',
      ',',
      ';',
      ':',
      '!',
      '?',
      "'",
      '"',
      '”',
      '’',
      '…',
      '?!',
      '.”',
      '。',
      '、',
      '）',
      '**',
      '_',
    ]) {
      check(`so https://a.b/c${mark} Then`, 'https://a.b/c = url https://a.b/c');
      check(`so 10.1234/abc${mark} Then`, '10.1234/abc = doi 10.1234/abc');
      check(`so arXiv:2107.03374${mark} Then`, 'arXiv:2107.03374 = arxiv 2107.03374');
    }
    check('https://a.b/c—which', 'https://a.b/c = url https://a.b/c');
    check('见https://a.b/c。然后', 'https://a.b/c = url https://a.b/c');
  });

  it('keeps brackets that close and leaves those that do not', () => {
    check('(https://a.b/c_(d))', 'https://a.b/c_(d) = url https://a.b/c_(d)');
    check('[10.1000/(a[b]c)]', '10.1000/(a[b]c) = doi 10.1000/(a[b]c)');
    check('10.1000/182(see below)', '10.1000/182 = doi 10.1000/182');
    check('(https://a.b/c[d)', 'https://a.b/c = url https://a.b/c');
    check('https://a.b/c(', 'https://a.b/c = url https://a.b/c');
    check('{https://a.b/c}d', 'https://a.b/c = url https://a.b/c');
  });

  it('reads the links of Markdown', () => {
    check('[Chen](https://arxiv.org/abs/2107.03374)s', 'https://arxiv.org/abs/2107.03374 = arxiv 2107.03374');
    check('[t](https://a.b/c "Title")', 'https://a.b/c = url https://a.b/c');
    check('<https://a.b/c>', 'https://a.b/c = url https://a.b/c');
    check('| https://a.b/c|`https://a.b/d`', 'https://a.b/c = url https://a.b/c', 'https://a.b/d = url https://a.b/d');
  });

  it('keeps punctuation at the end where Markdown marks the end', () => {
    check('<https://a.b/Inc.>', 'https://a.b/Inc. = url https://a.b/Inc.');
    check('[t](https://a.b/Inc.)', 'https://a.b/Inc. = url https://a.b/Inc.');
  });

  it('separates references that only a comma or semicolon separates', () => {
    check(
      '10.1234/a,10.1234/b;doi:10.1234/c',
      ...['10.1234/a', '10.1234/b'].map((id) => `${id} = doi ${id}`),
      'doi:10.1234/c = doi 10.1234/c',
    );
    check('https://a.b/,http://c.d/', 'https://a.b/ = url https://a.b/', 'http://c.d/ = url http://c.d/');
  });

  it('takes a prefix into the range, in any case and with a space', () => {
    check('arxiv: 2107.03374v2 [cs.LG]', 'arxiv: 2107.03374v2 = arxiv 2107.03374 v2');
    check('(DOI: 10.1000/ABC)', 'DOI: 10.1000/ABC = doi 10.1000/abc');
  });

  it('finds papers of known hosts without a scheme, but no other pages', () => {
    check(
      'arxiv.org/abs/2107.03374, doi.org/10.1000/182',
      'arxiv.org/abs/2107.03374 = arxiv 2107.03374',
      'doi.org/10.1000/182 = doi 10.1000/182',
    );
    check('arxiv.org/list/cs.LG/recent, example.org/abs/2107.03374');
  });

  it('finds identifiers that can be nothing else', () => {
    check(
      'hep-th/9901001 and math.GT/0309136v1',
      'hep-th/9901001 = arxiv hep-th/9901001',
      'math.GT/0309136v1 = arxiv math/0309136 v1',
    );
    check('dl.acm.org/doi/10.1145/3442188', '10.1145/3442188 = doi 10.1145/3442188');
  });

  it('takes bare look-alikes for text', () => {
    check('10.123/abc 1234.5678 2107.03374 [[2107.03374]] hep-th/0704001 foo-bar/9901001 10.1234/ $10.5000/month');
    check('v10.1234/a 3.10.1234/a a.hep-th/9901001 hep-th/99010011');
  });

  it('takes prose behind a prefix for text', () => {
    check('arXiv: a preprint server. On arXiv: 3.5 million papers. doi: whatever');
  });

  it('needs a word boundary', () => {
    check('xarXiv:2107.03374 xdoi:a 1https://a.b/c  seearxiv.org/abs/2107.03374');
    check('me@arxiv.org/abs/2107.03374 me@perez2022.com info.arxiv.org/abs/2107.03374 evil-arxiv.org/abs/2107.03374');
    check('_arXiv:2107.03374_', 'arXiv:2107.03374 = arxiv 2107.03374');
    check('参见arXiv:2107.03374的', 'arXiv:2107.03374 = arxiv 2107.03374');
  });

  it('refuses an impossible id behind a prefix or on a known host', () => {
    check('arXiv:2113.00001', 'arXiv:2113.00001 = ! month 13 does not exist');
    check('https://arxiv.org/abs/2113.00001.', 'https://arxiv.org/abs/2113.00001 = ! month 13 does not exist');
    check('arxiv.org/abs/2113.00001', 'arxiv.org/abs/2113.00001 = ! month 13 does not exist');
    check('doi:10.123/abc', 'doi:10.123/abc = ! the number after 10. has 4 to 9 digits, not 3');
    check('arXiv:2107.03374x', 'arXiv:2107.03374 = ! x directly after the arXiv identifier is not part of it');
  });

  it('takes what is no URL for text', () => {
    check('http:// https://... http://[ https:///arxiv.org/abs/2107.03374 http://xn--a.org/');
  });

  it('searches a range as if nothing stood around it', () => {
    const text = 'https://a.b/c arXiv:2107.03374 10.1000/182';
    const [found, ...others] = findCitations(text, { start: 14, end: 30 });
    assert.deepEqual(found?.range, { start: 14, end: 30 });
    assert.equal(others.length, 0);
    assert.deepEqual(findCitations(text, { start: 15, end: 29 }), []);
  });
});
