import assert from 'node:assert/strict';
import { identify } from '../../../server/src/citations/identify';
import { kindName, paperKey, writtenForm } from '../../../server/src/citations/paper';
import { isAccepted, type Reference } from '../../../server/src/citations/reference';

function referenceIn(input: string): Reference {
  const [verdict] = identify(input);
  assert.ok(verdict && isAccepted(verdict), input);
  return verdict.reference;
}

/** Expects every input to be the same paper. */
function checkSame(...inputs: readonly string[]) {
  const [first = '', ...others] = inputs.map((input) => paperKey(referenceIn(input)));
  for (const key of others) assert.equal(key, first);
}

describe('a paper', () => {
  it('is one in all its forms', () => {
    checkSame('2107.03374', 'arXiv:2107.03374v2', 'https://arxiv.org/pdf/2107.03374.pdf', '10.48550/arXiv.2107.03374');
    checkSame('https://huggingface.co/papers/2107.03374', 'https://www.alphaxiv.org/abs/2107.03374v1');
    checkSame('10.1000/ABC', 'https://dx.doi.org/10.1000/abc');
    checkSame('2023.acl-long.1', 'doi:10.18653/v1/2023.acl-long.1', 'https://www.aclweb.org/anthology/2023.acl-long.1');
    checkSame('ISBN 0-262-03384-4', '9780262033848');
    checkSame(
      'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/a',
      'https://www.alignmentforum.org/posts/uMQ3cqWDPHhjtiesc?commentId=AbCdEfGhJkMnPqRsT',
    );
    checkSame('https://example.org/a#b', 'https://example.org/a');
  });

  it('is another with another id, or of another kind', () => {
    const keys = [
      ...['2107.03374', '2107.03375', '10.1000/182', 'PMID: 182', 'PMC182', '@182'],
      ...[
        'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc',
        'https://forum.effectivealtruism.org/posts/uMQ3cqWDPHhjtiesc',
      ],
      ...['https://openreview.net/forum?id=aBcDeFgHiJ', 'https://openreview.net/forum?id=abcdefghij'],
    ].map((input) => paperKey(referenceIn(input)));
    assert.equal(new Set(keys).size, keys.length);
  });

  it('is named most briefly', () => {
    const forms = ['https://arxiv.org/pdf/2107.03374v2', 'https://doi.org/10.1000/182', '[@a]', 'https://example.org/'];
    assert.deepEqual(
      forms.map((input) => writtenForm(referenceIn(input))),
      ['arXiv:2107.03374v2', 'doi:10.1000/182', '@a', 'https://example.org/'],
    );
    assert.deepEqual([kindName('arxiv'), kindName('ea'), kindName('url')], ['arXiv', 'EA Forum', 'page']);
  });
});
