import assert from 'node:assert/strict';
import { checkForms, foundIn, identified, links } from '../shown';

const HASH = '4a9eaf6dff3fdac9ab1aaf4c0fe2d563';

describe('papers of the ACL Anthology', () => {
  it('are read in every form', () => {
    checkForms('acl 2023.acl-long.1', [
      'https://aclanthology.org/2023.acl-long.1/',
      'http://www.aclanthology.org/2023.acl-long.1',
      'https://aclanthology.org/2023.acl-long.1.pdf#page=2',
      'https://aclanthology.org/2023.acl-long.1v2.pdf',
      'https://aclanthology.org/2023.acl-long.1.bib',
      'aclanthology.org/2023.ACL-long.1',
      'https://www.aclweb.org/anthology/2023.acl-long.1/',
      '2023.acl-long.1',
      'acl:2023.acl-long.1',
      'ACL Anthology 2023.acl-long.1.',
    ]);
    checkForms('acl P19-1001', [
      'https://aclanthology.org/P19-1001/',
      'https://www.aclweb.org/anthology/P19-1001.pdf',
      'https://aclweb.org/anthology/papers/P/P19/P19-1001/',
      'http://aclweb.org/anthology/P/P19/P19-1001.pdf',
      'https://aclanthology.org/anthology-files/pdf/P/P19/P19-1001.pdf',
      'https://aclanthology.info/papers/P19-1001/p19-1001',
      'P19-1001',
      'acl: p19-1001',
    ]);
    assert.deepEqual(links('P19-1001'), [
      'https://aclanthology.org/P19-1001/',
      'https://aclanthology.org/P19-1001.pdf',
    ]);
  });

  it('are refused with the reason', () => {
    assert.deepEqual(identified('https://aclanthology.org/P19-101/'), [
      '! an old Anthology id has 4 digits after the hyphen, not 3',
    ]);
    assert.deepEqual(identified('acl:P21-1001'), ['! old Anthology ids end with 2019']);
    assert.deepEqual(identified('1803.acl-long.1'), ['! the Anthology has nothing of 1803, it begins with 1952']);
  });

  it('are not their volumes, events or authors', () => {
    for (const path of ['volumes/2023.acl-long/', 'events/acl-2023/', 'people/c/chris-manning/', '2023.acl-long/']) {
      checkForms(`url https://aclanthology.org/${path}`, [`https://aclanthology.org/${path}`]);
    }
  });

  it('are not found in prose by a look-alike', () =>
    assert.deepEqual(foundIn('part P19-1001 and 2023.acl-long.1 here'), []));
});

describe('submissions on OpenReview', () => {
  it('are read in every form', () => {
    checkForms('openreview yHYZaQ0Zvml', [
      'https://openreview.net/forum?id=yHYZaQ0Zvml',
      'http://www.openreview.net/forum?id=yHYZaQ0Zvml#discussion',
      'https://openreview.net/pdf?id=yHYZaQ0Zvml',
      'https://openreview.net/forum?noteId=abcdefghij&id=yHYZaQ0Zvml',
      'https://openreview.net/attachment?id=yHYZaQ0Zvml&name=supplementary_material',
      'https://openreview.net/revisions?id=yHYZaQ0Zvml',
      'openreview.net/forum?id=yHYZaQ0Zvml.',
      'openreview:yHYZaQ0Zvml',
      'OpenReview: yHYZaQ0Zvml',
    ]);
    checkForms('openreview B1-Hhnslg', ['https://openreview.net/forum?id=B1-Hhnslg']);
  });

  it('keep the case of their id', () =>
    assert.deepEqual(links('https://openreview.net/pdf?id=aBcDeFgHiJ&x=y'), [
      'https://openreview.net/forum?id=aBcDeFgHiJ',
      'https://openreview.net/pdf?id=aBcDeFgHiJ',
    ]));

  it('are no words behind the name of the site', () =>
    assert.deepEqual(foundIn('On OpenReview: reviewers, openreview:submission, OpenReview 2024'), []));

  it('are refused when no id can be like that', () =>
    assert.deepEqual(identified('https://openreview.net/forum?id=ICLR.cc/2024'), [
      '! an OpenReview id has 6 to 20 letters, digits, hyphens and underscores',
    ]));

  it('are not groups, people or hashed files', () => {
    for (const path of ['group?id=ICLR.cc/2024/Conference', 'profile?id=~A_B1', `pdf/${HASH}.pdf`, 'forum']) {
      checkForms(`url https://openreview.net/${path}`, [`https://openreview.net/${path}`]);
    }
  });
});

describe('papers of NeurIPS', () => {
  it('are read in every form', () =>
    checkForms(`neurips 2022/${HASH}`, [
      `https://proceedings.neurips.cc/paper_files/paper/2022/hash/${HASH}-Abstract-Conference.html`,
      `https://proceedings.neurips.cc/paper_files/paper/2022/file/${HASH}-Paper-Conference.pdf`,
      `https://proceedings.neurips.cc/paper/2022/hash/${HASH}-Abstract.html?x#y`,
      `http://papers.nips.cc/paper/2022/file/${HASH}-Paper.pdf`,
      `https://papers.neurips.cc/paper_files/paper/2022/file/${HASH}-Supplemental-Conference.pdf`,
      `papers.nips.cc/paper_files/paper/2022/file/${HASH.toUpperCase()}-Bibtex-Conference.bib`,
    ]));

  it('lead to the page of their track', () => {
    const folder = (year: number) => `https://proceedings.neurips.cc/paper_files/paper/${year}`;
    const check = (year: number, written: string, suffix: string) =>
      assert.deepEqual(links(`https://papers.nips.cc/paper/${year}/hash/${HASH}-Abstract${written}.html`), [
        `${folder(year)}/hash/${HASH}-Abstract${suffix}.html`,
        `${folder(year)}/file/${HASH}-Paper${suffix}.pdf`,
      ]);
    check(2022, '', '-Conference');
    check(2023, '-Datasets_and_Benchmarks', '-Datasets_and_Benchmarks');
    check(2024, '-Anything', '-Conference');
    check(2020, '', '');
    check(2017, '-Conference', '');
  });

  it('are refused with the reason', () => {
    assert.deepEqual(identified(`https://papers.nips.cc/paper/1980/hash/${HASH}-Abstract.html`), [
      '! there was no NeurIPS in 1980, the first was in 1987',
    ]);
    assert.deepEqual(identified('https://papers.nips.cc/paper/2020/hash/abc-Abstract.html'), [
      '! a NeurIPS paper has 32 hexadecimal digits in its address, not "abc"',
    ]);
  });

  it('are pages where the address has no hash', () =>
    checkForms('url https://papers.nips.cc/paper/7181-attention-is-all-you-need', [
      'https://papers.nips.cc/paper/7181-attention-is-all-you-need',
    ]));
});

describe('papers of PMLR', () => {
  it('are read in every form', () => {
    checkForms('pmlr v70/guo17a', [
      'https://proceedings.mlr.press/v70/guo17a.html',
      'http://proceedings.mlr.press/v70/guo17a/guo17a.pdf',
      'https://proceedings.mlr.press/v70/guo17a/guo17a-supp.pdf',
      'proceedings.mlr.press/V70/guo17a.html?x#y',
      'https://proceedings.mlr.press/v70/guo17a',
      'http://jmlr.org/proceedings/papers/v70/guo17a.html',
      'http://www.jmlr.org/proceedings/papers/v70/guo17a.pdf',
      'https://raw.githubusercontent.com/mlresearch/v70/main/assets/guo17a/guo17a.pdf',
    ]);
    checkForms('pmlr v48/van-den-oord16', ['https://proceedings.mlr.press/v48/van-den-oord16.html']);
    assert.deepEqual(links('https://proceedings.mlr.press/v70/guo17a'), [
      'https://proceedings.mlr.press/v70/guo17a.html',
      'https://proceedings.mlr.press/v70/guo17a/guo17a.pdf',
    ]);
  });

  it('are refused with the reason', () =>
    assert.deepEqual(identified('https://proceedings.mlr.press/v70/guo.html'), [
      '! a paper of PMLR is named like guo17a, not "guo"',
    ]));

  it('are not volumes, and not other papers and files of those hosts', () => {
    for (const page of [
      'proceedings.mlr.press/v70/',
      'proceedings.mlr.press/v70/index.html',
      'proceedings.mlr.press/faq.html',
      'jmlr.org/papers/v3/bengio03a.html',
      'raw.githubusercontent.com/a/b/main/README.md',
    ]) {
      checkForms(`url https://${page}`, [`https://${page}`]);
    }
  });
});

describe('papers on Semantic Scholar', () => {
  const ID = '0123456789abcdef0123456789abcdef01234567';

  it('are read in every form', () => {
    checkForms(`s2 ${ID}`, [
      `https://www.semanticscholar.org/paper/${ID}`,
      `http://semanticscholar.org/paper/Title-Words/${ID}?sort=x#citing`,
      `https://www.semanticscholar.org/paper/Title/${ID.toUpperCase()}/figure/1`,
      `https://www.semanticscholar.org/reader/${ID}`,
      `s2:${ID}`,
    ]);
    assert.deepEqual(links(`s2:${ID}`), [`https://www.semanticscholar.org/paper/${ID}`, null]);
  });

  it('are refused when digits are missing', () =>
    assert.deepEqual(identified(`https://www.semanticscholar.org/paper/${ID.slice(1)}`), [
      '! Semantic Scholar names a paper by 40 hexadecimal digits, not 39',
    ]));

  it('are not other pages', () =>
    checkForms('url https://www.semanticscholar.org/author/1741101', [
      'https://www.semanticscholar.org/author/1741101',
    ]));
});
