import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Fingerprint, fingerprintsOf } from '../../../server/src/passages/chunks';
import { GRAM, GUARANTEED, NO_GRAM, sketchedGramAt, WINDOW } from '../../../server/src/passages/grams';
import { wordsOf } from '../../../server/src/passages/passageText';
import { parse } from '../../../server/src/syntax/parse';
import { holds } from '../../support/property';

function fingerprints(...texts: readonly (readonly string[])[]): Fingerprint[] {
  // A rule ends a passage.
  const words = wordsOf(parse(texts.map((text) => text.join(' ')).join('\n\n===\n\n')));
  return fingerprintsOf(words, words.count);
}

const grams = (found: readonly Fingerprint[]) => found.map(({ gram }) => gram);

/** What winnowing chooses, by its definition: of each window on its own. */
function chosenWindowByWindow(words: readonly string[]): Set<number> {
  const chosen = new Set<number>();
  for (let start = 0; start + GUARANTEED <= words.length; start++) {
    const window = wordsOf(parse(words.slice(start, start + GUARANTEED).join(' ')));
    const found = Array.from({ length: WINDOW }, (_, at) => sketchedGramAt(window, at)).filter(
      (gram) => gram !== NO_GRAM,
    );
    if (found.length > 0) chosen.add(Math.min(...found));
  }
  return chosen;
}

const isStutter = (words: readonly string[]) => new Set(words).size < GRAM;

const fewWords = fc.array(fc.constantFrom('to', 'be', 'or', 'not', 'a'), { maxLength: 40 });
const manyWords = fc.array(fc.stringMatching(/^[b-z]{1,3}$/), { maxLength: 40 });
const texts = fc.oneof(fewWords, manyWords);

describe('fingerprints', () => {
  it('guarantee runs of seven words', () => {
    assert.equal(GUARANTEED, 7);
  });

  it('are never of fewer than five words', () => {
    assert.equal(fingerprints('a b c d'.split(' ')).length, 0);
    assert.equal(fingerprints('a b c d e'.split(' ')).length, 1);
  });

  it('are what each window on its own would choose', () => {
    holds(texts, (words) => {
      const found = new Set(grams(fingerprints(words)));
      for (const gram of chosenWindowByWindow(words)) assert.ok(found.has(gram));
    });
  });

  it('are common to any two texts that share eight words, five of them different', () => {
    const run = fc
      .array(fc.stringMatching(/^[b-z]{1,2}$/), { minLength: GUARANTEED, maxLength: GUARANTEED })
      .filter((words) => !isStutter(words));
    holds(fc.tuple(run, texts, texts, texts, texts), ([shared, before, after, otherBefore, otherAfter]) => {
      const ours = new Set(grams(fingerprints([...before, ...shared, ...after])));
      const theirs = grams(fingerprints([...otherBefore, ...shared, ...otherAfter]));
      assert.ok(theirs.some((gram) => ours.has(gram)));
    });
  });

  it('stand where their five words begin, each once and in order', () => {
    holds(texts, (words) => {
      const found = fingerprints(words);
      const all = wordsOf(parse(words.join(' ')));
      found.forEach(({ gram, word }, i) => {
        assert.equal(gram, sketchedGramAt(all, word));
        assert.ok(word > (found[i - 1]?.word ?? -1));
      });
    });
  });

  it('never cross the end of a passage', () => {
    const [left, right] = ['a b c d'.split(' '), 'h i j k'.split(' ')];
    assert.equal(fingerprints(left, right).length, 0);
    assert.notEqual(fingerprints([...left, ...right]).length, 0);
  });

  it('are none of a stutter, and not of every word of what hardly is one', () => {
    assert.equal(fingerprints(new Array(50).fill('no')).length, 0);
    assert.equal(fingerprints(new Array(25).fill(['ha', 'hi']).flat()).length, 0);
    const found = fingerprints(new Array(100).fill(['ha', 'hi', 'ho']).flat());
    assert.ok(found.length > 0 && found.length < 110, String(found.length));
  });
});
