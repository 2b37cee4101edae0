import assert from 'node:assert/strict';
import { checkForms, foundIn, meantBy } from '../shown';

describe('arXiv, further', () => {
  it('is read on every site that shows its papers', () =>
    checkForms('arxiv 2402.06782 v2', [
      'https://alphaxiv.org/abs/2402.06782v2',
      'https://www.alphaxiv.org/overview/2402.06782v2?chatId=x',
      'https://alphaxiv.org/pdf/2402.06782v2.pdf',
      'https://huggingface.co/papers/2402.06782v2#community',
      'https://hf.co/papers/2402.06782v2',
      'https://ar5iv.labs.arxiv.org/html/2402.06782v2#S3',
      'https://www.arxiv-vanity.com/papers/2402.06782v2/',
      'https://scirate.com/arxiv/2402.06782v2',
      'https://www.semanticscholar.org/arxiv/2402.06782v2',
      'http://arxiv.lanl.gov/abs/2402.06782v2',
      'https://arxiv.org/pdf/2402.06782v2.pdf?download=1#page=3',
      'https://doi.org/10.48550/arXiv.2402.06782v2',
      'https://arxiv.org/abs/2402.06782v2/',
      'https://arxiv.org/PDF/2402.06782V2.PDF',
      'https://arxiv.org/abs/arXiv:2402.06782v2',
    ]));

  it('may be named without a colon', () => {
    assert.deepEqual(foundIn('in arXiv 2402.06782v2 and arXiv preprint hep-th/9901001.'), [
      'arXiv 2402.06782v2 = arxiv 2402.06782 v2',
      'arXiv preprint hep-th/9901001 = arxiv hep-th/9901001',
    ]);
    assert.deepEqual(foundIn('arXiv 2402 papers, arXiv 2402.067823, arXiv 2413.00001'), []);
  });

  it('says which identifier was probably meant', () => {
    for (const [input, meant] of [
      ['arXiv:2107.3374', 'arXiv:2107.03374'],
      ['arXiv:2107.003374', 'arXiv:2107.03374'],
      ['arXiv:1412.07878v2', 'arXiv:1412.7878v2'],
      ['arXiv:210703374', 'arXiv:2107.03374'],
      ['arXiv:14127878', 'arXiv:1412.7878'],
      ['arXiv:2107.03374v0', 'arXiv:2107.03374'],
      ['https://arxiv.org/abs/2107.3374v3', 'arXiv:2107.03374v3'],
      ['arXiv:hepth/9901001', 'arXiv:hep-th/9901001'],
      ['condmat/0309136', 'arXiv:cond-mat/0309136'],
      ['arXiv:2107.03374x', 'arXiv:2107.03374'],
    ] as const) {
      assert.equal(meantBy(input), meant, input);
    }
  });

  it('does not say so where it cannot tell', () => {
    for (const input of [
      'arXiv:2113.00001',
      'arXiv:1412.12345',
      'arXiv:2107.033745',
      'arXiv:0703.0001',
      'foo-bar/9901001',
      'arXiv:2107.00000',
    ]) {
      assert.equal(meantBy(input), null, input);
    }
  });
});
