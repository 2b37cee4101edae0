import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeUtf8 } from '../../../server/src/workspace/decode';
import { holds } from '../../support/property';

/** Expects the text of some bytes, and the offset of its first replacement for invalid ones. */
function check(bytes: number[], text: string, firstInvalid: number | null) {
  assert.deepEqual(decodeUtf8(Uint8Array.from(bytes)), { text, firstInvalid });
}

describe('decoding', () => {
  it('reads UTF-8', () => check([0x61, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80], 'aé😀', null));
  it('leaves a byte order mark out', () => check([0xef, 0xbb, 0xbf, 0x61], 'a', null));
  it('replaces bytes that are no UTF-8, and says where the first is', () => {
    check([0x61, 0xff, 0x62], 'a\ufffdb', 1);
    check([0xef, 0xbb, 0xbf, 0xe9], '\ufffd', 0);
    check([0x61, 0xc3], 'a\ufffd', 1);
    check([0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd', 0);
  });
  it('takes a replacement character in the file for what it is', () => {
    check([0xef, 0xbf, 0xbd, 0x61], '\ufffda', null);
    check([0xef, 0xbf, 0xbd, 0x61, 0xff], '\ufffda\ufffd', 2);
  });
  it('never fails, and reads all that is valid, whatever the bytes', () =>
    holds(fc.uint8Array(), (bytes) => {
      const { text, firstInvalid } = decodeUtf8(bytes);
      assert.equal(text[firstInvalid ?? -1], firstInvalid === null ? undefined : '\ufffd');
    }));
  it('gives a text back', () =>
    holds(fc.string({ unit: 'grapheme' }), (text) => {
      const bytes = new TextEncoder().encode(text);
      assert.deepEqual(decodeUtf8(bytes), { text: text.replace(/^\ufeff/, ''), firstInvalid: null });
    }));
});
