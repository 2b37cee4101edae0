import assert from 'node:assert/strict';
import { identify } from '../../../server/src/citations/identify';
import { isAccepted } from '../../../server/src/citations/reference';
import { identified } from './shown';

function check(input: string, ...expected: string[]) {
  assert.deepEqual(identified(input), expected);
}

/** Landing page and PDF of the one reference in `input`. */
function links(input: string) {
  return identify(input).map((verdict) =>
    isAccepted(verdict) ? [verdict.reference.url, verdict.reference.pdf] : null,
  )[0];
}

describe('identifying a typed reference', () => {
  it('accepts an identifier without a prefix', () => {
    check('2107.03374', 'arxiv 2107.03374');
    check(' 2107.03374v3, p. 4', 'arxiv 2107.03374 v3');
    check('[[hep-th/9901001|old]]', 'arxiv hep-th/9901001');
    check('10.1000/182', 'doi 10.1000/182');
  });

  it('gives every reference of the input', () => {
    check('2107.03374; 10.1000/182 and https://a.b/', 'arxiv 2107.03374', 'doi 10.1000/182', 'url https://a.b/');
    check('Chen 2021; arXiv:2107.03374', 'arxiv 2107.03374');
    check('10.123/abc; 2107.03374', '! the number after 10. has 4 to 9 digits, not 3', 'arxiv 2107.03374');
  });

  it('says so when there is none', () => {
    for (const input of ['', ' ', ';', 'Chen 2021', 'me@perez2022.com', '@', 'arXiv', '[[', '12/2020']) {
      check(input, '! no reference recognised');
    }
  });

  it('gives the same id to every form of a work', () => {
    const forms = ['2107.03374v2', 'https://arxiv.org/pdf/2107.03374', 'doi:10.48550/ARXIV.2107.03374'];
    const ids = forms.flatMap(identify).map((verdict) => isAccepted(verdict) && verdict.reference.id);
    assert.deepEqual(ids, ['2107.03374', '2107.03374', '2107.03374']);
  });
});

describe('arXiv identifiers', () => {
  it('accepts the first and last of each form', () => {
    check('arXiv:hep-th/9108001', 'arxiv hep-th/9108001');
    check('arXiv:math/0703999', 'arxiv math/0703999');
    check('arXiv:0704.0001', 'arxiv 0704.0001');
    check('arXiv:1412.9999v12', 'arxiv 1412.9999 v12');
    check('arXiv:1501.00001', 'arxiv 1501.00001');
    check('arXiv:9012.99999', 'arxiv 9012.99999');
  });

  it('drops the subject class and the case of the archive', () => {
    check('arXiv:Math.GT/0309136V2', 'arxiv math/0309136 v2');
    check('arXiv:cond-mat.mtrl-sci/0309136', 'arxiv cond-mat/0309136');
  });

  it('refuses what arXiv cannot have given out, with the reason', () => {
    check('arXiv:2100.00001', '! month 00 does not exist');
    check('hep-th/9913001', '! month 13 does not exist');
    check('arXiv:0703.0001', '! identifiers of this form begin with April 2007, 0704');
    check('arXiv:9901.0001', '! papers of 1999 have identifiers of the old form, like hep-th/9901001');
    check('arXiv:1412.12345', '! until the end of 2014 the number after the dot has 4 digits, not 5');
    check('arXiv:1501.0001', '! since 2015 the number after the dot has 5 digits, not 4');
    check('arXiv:2107.00000', '! paper number 00000 does not exist, the first of a month is 1');
    check('hep-th/9901000', '! paper number 000 does not exist, the first of a month is 1');
    check('arXiv:2107.03374v0', '! version v0 does not exist, the first is v1');
    check('hep-th/0704001', '! identifiers of the old form end with March 2007, 0703');
    check('arXiv:hep-th/990100', '! an old arXiv identifier has 7 digits, not 6');
    check('stat/0701001', '! arXiv has no old identifiers of an archive named stat');
    check('arXiv:210703374', '! an arXiv identifier is written like 2107.03374 or hep-th/9901001');
    check('1234.5678', '! month 34 does not exist');
  });

  it('reads every route to a paper', () => {
    for (const route of ['abs', 'pdf', 'html', 'ps', 'format', 'e-print', 'src']) {
      for (const host of [
        'arxiv.org',
        'www.arxiv.org',
        'browse.arxiv.org',
        'cn.arxiv.org',
        'lanl.arxiv.org',
        'arxiv.org.',
      ]) {
        check(`https://${host}/${route}/2107.03374v2`, 'arxiv 2107.03374 v2');
      }
    }
    check('https://arxiv.org/pdf/math.GT/0309136v1.pdf#page=2', 'arxiv math/0309136 v1');
    check('https://arxiv.org/pdf/math%2F0309136', 'arxiv math/0309136');
    check('https://arxiv.org/html/2402.06782v4/x1.png', 'arxiv 2402.06782 v4');
    check('https://www.alphaxiv.org/overview/2107.03374', 'arxiv 2107.03374');
    check('https://alphaxiv.org/abs/2107.03374v1', 'arxiv 2107.03374 v1');
  });

  it('takes other pages of those hosts for pages', () => {
    for (const page of [
      'arxiv.org/',
      'arxiv.org/abs/',
      'arxiv.org/list/cs.LG/recent',
      'huggingface.co/papers/trending',
      'info.arxiv.org/help',
    ]) {
      check(`https://${page}`, `url https://${page}`);
    }
  });

  it('refuses a route to a paper that cannot exist', () => {
    check('https://arxiv.org/abs/cs.LG', '! an arXiv identifier is written like 2107.03374 or hep-th/9901001');
    check('https://huggingface.co/papers/2113.00001', '! month 13 does not exist');
  });
});

describe('DOIs', () => {
  it('keeps the brackets and semicolons of old ones', () => {
    const id = '10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2';
    check(`${id.toUpperCase()}.`, `doi ${id}`);
    check(`<https://doi.org/${id}>`, `doi ${id}`);
    assert.deepEqual(links(id), ['https://doi.org/10.1175/1520-0469(1963)020%3C0130:dnf%3E2.0.co;2', null]);
  });

  it('accepts prefixes with several numbers', () => check('10.1000.10/123', 'doi 10.1000.10/123'));

  it('percent-decodes once, in URLs only', () => {
    check('https://doi.org/10.1000/a%252Fb', 'doi 10.1000/a%2fb');
    check('doi:10.1000/a%2Fb', 'doi 10.1000/a%2fb');
    check('https://www.doi.org/doi:10.1000/a?x=y#z', 'doi 10.1000/a');
    assert.deepEqual(links('doi:10.1000/a%2fb?c#d'), ['https://doi.org/10.1000/a%252fb%3Fc%23d', null]);
    assert.deepEqual(links('doi:10.1000/a/../b'), ['https://doi.org/10.1000/a%2F..%2Fb', null]);
  });

  it('survives half a surrogate pair, which no URL can hold', () => {
    check('doi:10.1000/a\uD800b', 'doi 10.1000/a\uFFFDb');
    assert.deepEqual(links('doi:10.1000/a\uD800b'), ['https://doi.org/10.1000/a%EF%BF%BDb', null]);
  });

  it('ends one before pasted HTML', () => {
    check('10.1000/abc<br>next', 'doi 10.1000/abc');
    check('10.1000/a<b>c</b>', 'doi 10.1000/a');
    check('10.1000/abc<h2>Next', 'doi 10.1000/abc');
    check('doi:10.1000/abc<sup>2</sup>', 'doi 10.1000/abc');
    for (const id of [
      '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
      '10.1000/a<12>b',
      '10.1000/a<:x>b',
    ]) {
      check(id, `doi ${id}`);
    }
  });

  it('folds those of arXiv papers', () => {
    check('10.48550/arXiv.hep-th/9901001', 'arxiv hep-th/9901001');
    check('https://doi.org/10.48550/arXiv.2113.00001', '! month 13 does not exist');
  });

  it('refuses what is no DOI, with the reason', () => {
    check('doi:foo', '! a DOI begins with 10. and 4 to 9 digits');
    check('10.1234567890/a', '! the number after 10. has 4 to 9 digits, not 10');
    check('doi:10.1000', '! a DOI has a slash after its number');
    check('doi:10.1000/', '! nothing follows the slash of the DOI');
    check('https://doi.org/10.1000/a%20b', '! a DOI cannot go on with " "');
  });

  it('takes other pages of the resolver for pages', () => {
    check('https://www.doi.org/the-identifier/', 'url https://www.doi.org/the-identifier/');
    check('https://doi.org/', 'url https://doi.org/');
  });
});
