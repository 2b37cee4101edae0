import assert from 'node:assert/strict';
import { LineIndex } from '../../../server/src/syntax/lineIndex';
import { noteText } from '../../support/arbitraries';
import { marked } from '../../support/marks';
import { holds } from '../../support/property';

/** Expects the cursor mark to stand at `line:character`, and that place to lead back to it. */
function check(source: string, expected: string) {
  const { text, cursor } = marked(source);
  const lines = new LineIndex(text);
  const { line, character } = lines.position(cursor);
  assert.equal(`${line}:${character}`, expected);
  assert.equal(lines.offset({ line, character }), cursor);
}

/** Expects the lines of a text, without their line breaks. */
function checkLines(text: string, ...expected: string[]) {
  const lines = new LineIndex(text);
  const numbers = Array.from({ length: lines.count }, (_, line) => line);
  assert.deepEqual(
    numbers.map((line) => text.slice(lines.start(line), lines.end(line))),
    expected,
  );
  assert.equal(numbers.map((line) => text.slice(lines.start(line), lines.endWithBreak(line))).join(''), text);
}

describe('the line index', () => {
  it('ends lines at LF, CR LF and a lone CR', () => {
    checkLines('', '');
    checkLines('a\nb\r\nc\rd', 'a', 'b', 'c', 'd');
    checkLines('\n\r\n\r\r\n\n', '', '', '', '', '', '');
    checkLines('a\r', 'a', '');
  });

  it('ends no line at other separators', () =>
    checkLines('a\u2028b\u2029c\vd\fe\u0085f', 'a\u2028b\u2029c\vd\fe\u0085f'));

  it('counts lines and UTF-16 units from 0', () => {
    check('‸', '0:0');
    check('ab‸', '0:2');
    check('a\r\n‸b', '1:0');
    check('a\rb‸\n', '1:1');
    check('a\n‸', '1:0');
    check('😀‸e\u0301', '0:2');
  });

  it('takes a place behind the end of a line for its end, and behind the last line for the end of the text', () => {
    const lines = new LineIndex('ab\r\nc');
    assert.equal(lines.offset({ line: 0, character: 9 }), 2);
    assert.equal(lines.offset({ line: 1, character: 9 }), 5);
    assert.equal(lines.offset({ line: 7, character: 0 }), 5);
  });

  it('has no place between CR and LF', () => {
    const lines = new LineIndex('ab\r\nc');
    assert.deepEqual(lines.position(3), { line: 0, character: 2 });
    assert.deepEqual(lines.position(4), { line: 1, character: 0 });
  });

  it('finds every offset again, but that between CR and LF', () =>
    holds(noteText, (text) => {
      const lines = new LineIndex(text);
      assert.equal(lines.count, text.split(/\r\n|[\r\n]/).length);
      for (let offset = 0; offset <= text.length; offset++) {
        const inBreak = text[offset - 1] === '\r' && text[offset] === '\n';
        assert.equal(lines.offset(lines.position(offset)), inBreak ? offset - 1 : offset);
      }
    }));
});
