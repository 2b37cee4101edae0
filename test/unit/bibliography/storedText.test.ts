import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { StoredText } from '../../../server/src/bibliography/storedText';
import { compact } from '../../../server/src/syntax/detached';
import { LineIndex } from '../../../server/src/syntax/lineIndex';
import { holds } from '../../support/property';

describe('a stored text', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '\u07ff', '\u0800', '–', '😀', '\uD83D', '\uDE00', '\n', '\r', '\ufeff'),
    maxLength: 40,
  });

  it('gives back every part, half pairs excepted, whatever is in it', () =>
    holds(fc.tuple(text, fc.array(fc.nat(40), { maxLength: 8 })), ([written, cuts]) => {
      const bounds = [...cuts, ...cuts.slice(cuts.length % 2)]
        .map((cut) => Math.min(cut, written.length))
        .sort((a, b) => a - b);
      const even = bounds.slice(0, bounds.length - (bounds.length % 2)).filter((at) => !splitsPair(written, at));
      const ends = even.slice(0, even.length - (even.length % 2));
      const stored = new StoredText(written, Int32Array.from(ends));
      for (let part = 0; part < ends.length / 2; part++) {
        assert.equal(
          stored.part(part),
          written.slice(ends[2 * part], ends[2 * part + 1]).replace(/\p{Surrogate}/gu, '\ufffd'),
        );
      }
    }));

  it('knows the line and character of every offset, but that between CR and LF', () =>
    holds(text, (written) => {
      const stored = new StoredText(written, new Int32Array());
      const lines = new LineIndex(written);
      for (let offset = 0; offset <= written.length; offset++) {
        if (written.slice(offset - 1, offset + 1) === '\r\n') continue;
        assert.deepEqual(stored.position(offset), lines.position(offset));
      }
    }));
});

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}

describe('a compact text', () => {
  it('is the same text', () =>
    holds(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => assert.equal(compact(text), text)));
});
