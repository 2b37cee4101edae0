import assert from 'node:assert/strict';
import { messageOf } from '../../../server/src/lookup/summary';

describe('the message about looking papers up', () => {
  /** Expects counts and sentences to read so. */
  function check(
    counts: readonly [asked: number, found: number, notFound: number],
    troubles: [string, number][],
    message: string,
  ) {
    const [asked, found, notFound] = counts;
    const told = troubles.map(([sentence, papers]) => ({ sentence, papers }));
    assert.equal(messageOf({ asked, found, notFound, troubles: told }), message);
  }

  it('says what is known and what was in the way', () => {
    check([0, 0, 0], [], 'There is no cited paper that an index could be asked for.');
    check([1, 1, 0], [], 'The paper was looked up.');
    check([1, 0, 1], [], 'The paper is not found in any index.');
    check([1, 0, 0], [['arXiv cannot be reached.', 1]], 'arXiv cannot be reached.');
    check([3, 3, 0], [], '3 of 3 papers are known.');
    check([5, 2, 1], [['Slow.', 1]], '2 of 5 papers are known. 1 paper is not found in any index. Slow. (1 paper)');
    check([9, 2, 2], [['Slow.', 5]], '2 of 9 papers are known. 2 papers are not found in any index. Slow. (5 papers)');
  });
});
