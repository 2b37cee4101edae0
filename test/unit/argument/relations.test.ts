import assert from 'node:assert/strict';
import { relationTo } from '../../../server/src/argument/argument';
import { KEYWORDS } from '../../../server/src/syntax/tree';

describe('what a line does to what it replies to', () => {
  const toAny = {
    support: 'supports',
    cite: 'supports',
    rebuttal: 'rebuts',
    undercut: 'undercuts',
    question: 'asks',
    concession: 'concedes',
  } as const;

  for (const [keyword, relation] of Object.entries(toAny) as [keyof typeof toAny, string][]) {
    it(`a ${keyword} ${relation} it, whatever it is`, () => {
      for (const to of KEYWORDS) assert.equal(relationTo(keyword, to), relation);
    });
  }

  for (const keyword of ['claim', 'answer'] as const) {
    it(`a ${keyword} answers a question, and does nothing to anything else`, () => {
      for (const to of KEYWORDS) assert.equal(relationTo(keyword, to), to === 'question' ? 'answers' : null);
    });
  }

  it('nothing does anything where there is nothing', () => {
    for (const keyword of KEYWORDS) assert.equal(relationTo(keyword, null), null);
  });
});
