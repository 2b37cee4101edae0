import assert from 'node:assert/strict';
import { readAll } from '../../../server/src/passages/passageText';
import { PlainReader } from '../../../server/src/passages/plainText';
import { WordList, type Words } from '../../../server/src/passages/words';
import { parse } from '../../../server/src/syntax/parse';
import { noteText, plainLines } from '../../support/arbitraries';
import { holds } from '../../support/property';

function read(text: string): Words {
  const words = new WordList();
  new PlainReader(text, words).read();
  return words.done();
}

function ofTree(text: string): Words {
  const words = new WordList();
  readAll(parse(text), words);
  return words.done();
}

describe('words that are read without a tree', () => {
  it('are those of the tree', () => {
    holds(plainLines, (lines) => {
      const text = lines.join('\n').replaceAll('\r', '');
      if (PlainReader.canRead(text)) assert.deepEqual(read(text), ofTree(text));
    });
  });

  it('are those of the tree in every text of which it says so', () => {
    holds(noteText, (text) => {
      if (PlainReader.canRead(text)) assert.deepEqual(read(text), ofTree(text));
    });
  });

  it('are left to the parser where lines may be in comments, code or front matter', () => {
    for (const text of ['a <!-- b', '```\na', '~~~\na', '---\na: b\n---\n', '\ufeff---\n', 'a\rb']) {
      assert.equal(PlainReader.canRead(text), false, text);
    }
    assert.equal(PlainReader.canRead('a `b` -- c\n---\n> d'), true);
  });

  it('are told apart where a statement has parts', () => {
    const text = 'claim: a\n  b\n\n  c\n  > d\n\n  > e\n>f\n# g\nrebuttal:\n`x` y “one two three four five six”\n\nz';
    assert.deepEqual(read(text), ofTree(text));
    assert.ok(read(text).count > 10);
  });
});
