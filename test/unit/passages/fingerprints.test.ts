import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Fingerprints, fingerprintsOf, GRAM, WINDOW } from '../../../server/src/passages/fingerprints';
import { wordsOf } from '../../../server/src/passages/words';

/** The shortest run that winnowing finds for certain. */
const GUARANTEED = GRAM + WINDOW - 1;

/** Fingerprints of texts between which no run may go on. */
function fingerprints(...texts: string[][]): Fingerprints {
  const text = texts.map((words) => words.join(' ')).join('\n');
  let start = 0;
  const passages = texts.map((words) => {
    const piece = { start, end: start + words.join(' ').length };
    start = piece.end + 1;
    return { pieces: [piece], quoted: false, quotations: [] };
  });
  return fingerprintsOf(wordsOf(text, passages));
}

/** What winnowing chooses, by its definition: of each window on its own. */
function chosenWindowByWindow(words: string[]): Set<number> {
  const chosen = new Set<number>();
  for (let start = 0; start + GUARANTEED <= words.length; start++) {
    for (const hash of fingerprints(words.slice(start, start + GUARANTEED)).hashes) chosen.add(hash);
  }
  return chosen;
}

const fewWords = fc.array(fc.constantFrom('to', 'be', 'or', 'not'), { maxLength: 40 });
const manyWords = fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 40 });
const texts = fc.oneof(fewWords, manyWords);

describe('winnowing', () => {
  it('guarantees runs of eight words', () => {
    assert.equal(GUARANTEED, 8);
  });

  it('chooses nothing in fewer words', () => {
    assert.equal(fingerprints('a b c d e f g'.split(' ')).hashes.length, 0);
    assert.equal(fingerprints('a b c d e f g h'.split(' ')).hashes.length, 1);
  });

  it('chooses what each window on its own would choose', () => {
    fc.assert(
      fc.property(texts, (words) => {
        assert.deepEqual(new Set(fingerprints(words).hashes), chosenWindowByWindow(words));
      }),
    );
  });

  it('gives any two texts that share eight words a common fingerprint', () => {
    const run = fc.array(fc.stringMatching(/^[a-z]{1,2}$/), { minLength: GUARANTEED, maxLength: GUARANTEED });
    fc.assert(
      fc.property(run, texts, texts, texts, texts, (shared, before, after, otherBefore, otherAfter) => {
        const ours = new Set(fingerprints([...before, ...shared, ...after]).hashes);
        const theirs = fingerprints([...otherBefore, ...shared, ...otherAfter]).hashes;
        assert.ok(theirs.some((hash) => ours.has(hash)));
      }),
    );
  });

  it('places a fingerprint where its five words begin', () => {
    fc.assert(
      fc.property(texts, (words) => {
        const { hashes, words: places } = fingerprints(words);
        assert.deepEqual(
          [...places],
          [...new Set(places)].sort((a, b) => a - b),
        );
        const grams = Array.from(places, (place) => words.slice(place, place + GRAM).join(' '));
        assert.equal(new Set(grams.map((gram, i) => `${gram} ${hashes[i]}`)).size, new Set(grams).size);
        assert.equal(new Set(grams).size, new Set(hashes).size);
      }),
    );
  });

  it('never crosses a break', () => {
    const [left, right] = ['a b c d e f g'.split(' '), 'h i j k l m n'.split(' ')];
    assert.equal(fingerprints(left, right).hashes.length, 0);
    assert.notEqual(fingerprints([...left, ...right]).hashes.length, 0);
  });

  it('does not choose every word of a stutter', () => {
    assert.equal(fingerprints(new Array(GUARANTEED + 4 * 10).fill('no')).hashes.length, 11);
  });
});
