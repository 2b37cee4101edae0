import assert from 'node:assert/strict';
import { checkForms, foundIn, identified, links, meantBy } from '../shown';

describe('PMIDs', () => {
  it('are read in every form', () => {
    checkForms('pmid 29618526', [
      'https://pubmed.ncbi.nlm.nih.gov/29618526/',
      'http://pubmed.ncbi.nlm.nih.gov/29618526',
      'https://pubmed.ncbi.nlm.nih.gov/29618526/#affiliation-1',
      'pubmed.ncbi.nlm.nih.gov/29618526/?dopt=Abstract',
      'https://pubmed.ncbi.nlm.nih.gov/?term=29618526',
      'https://www.ncbi.nlm.nih.gov/pubmed/29618526',
      'https://www.ncbi.nlm.nih.gov/m/pubmed/29618526/',
      'https://www.ncbi.nlm.nih.gov/pubmed/?term=29618526[uid]',
      'https://europepmc.org/article/MED/29618526',
      'https://europepmc.org/abstract/med/29618526',
      'PMID: 29618526',
      'pmid:29618526.',
      'PMID 29618526',
      '[PMID:29618526]',
      'PubMed: 29618526',
      'PubMed ID 29618526',
    ]);
    assert.deepEqual(links('PMID: 7'), ['https://pubmed.ncbi.nlm.nih.gov/7/', null]);
  });

  it('are refused with the reason', () => {
    assert.deepEqual(identified('PMID: 123456789'), ['! a PMID has 1 to 8 digits, not 9']);
    assert.deepEqual(identified('https://pubmed.ncbi.nlm.nih.gov/029618526/'), ['! a PMID does not begin with 0']);
    assert.equal(meantBy('PMID: 029618526'), 'PMID: 29618526');
    assert.equal(meantBy('PMID: 000'), null);
  });

  it('are not found in prose about PubMed, or in other pages of it', () => {
    assert.deepEqual(foundIn('PubMed 2019 says; PMID: see below; xPMID:123; PMID:12a'), []);
    checkForms('url https://pubmed.ncbi.nlm.nih.gov/advanced/', ['https://pubmed.ncbi.nlm.nih.gov/advanced/']);
    checkForms('url https://pubmed.ncbi.nlm.nih.gov/?term=cancer', ['https://pubmed.ncbi.nlm.nih.gov/?term=cancer']);
    checkForms('url https://www.ncbi.nlm.nih.gov/gene/672', ['https://www.ncbi.nlm.nih.gov/gene/672']);
  });
});

describe('PMCIDs', () => {
  it('are read in every form', () => {
    checkForms('pmcid PMC3531190', [
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/',
      'http://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/',
      'https://www.ncbi.nlm.nih.gov/pmc/articles/pmc3531190/pdf/gks1195.pdf',
      'https://www.ncbi.nlm.nih.gov/labs/../pmc/articles/PMC3531190?x#fig1',
      'https://pmc.ncbi.nlm.nih.gov/articles/3531190/',
      'https://europepmc.org/article/PMC/PMC3531190',
      'https://europepmc.org/articles/PMC3531190?pdf=render',
      'pmc.ncbi.nlm.nih.gov/articles/PMC3531190',
      'PMCID: PMC3531190',
      'PMCID:3531190',
      'PMC3531190',
      '(PMC3531190).',
    ]);
    assert.deepEqual(links('PMC7'), ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7/', null]);
  });

  it('keep their version in the link only', () => {
    checkForms('pmcid PMC3531190 2', ['PMC3531190.2', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190.2/']);
    assert.deepEqual(links('PMC3531190.2'), ['https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190.2/', null]);
  });

  it('are refused with the reason', () => {
    assert.deepEqual(identified('PMCID: PMC123456789'), ['! a PMCID has 1 to 8 digits after PMC, not 9']);
    assert.deepEqual(identified('PMC0'), ['! paper number 0 does not exist']);
    assert.equal(meantBy('PMCID: PMC03531190'), 'PMCID: PMC3531190');
  });

  it('are found in prose by their letters', () => {
    assert.deepEqual(foundIn('see PMC3531190, PMC12 and xPMC3531190, PMC3531190a'), ['PMC3531190 = pmcid PMC3531190']);
  });
});
