import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import { piecesOf } from '../../../server/src/syntax/pieces';
import { quotedWords } from '../../../server/src/syntax/quotedWords';
import { noteText } from '../../support/arbitraries';
import { marked, withMarks } from '../../support/marks';
import { holds } from '../../support/property';

/** Expects exactly the marked stretches of a paragraph to be quoted words. */
function check(expected: string) {
  const { text } = marked(expected);
  const pieces = parse(text).blocks.flatMap(piecesOf);
  assert.equal(withMarks(text, quotedWords(text, pieces)), expected);
}

describe('quoted words', () => {
  it('stand between curly marks', () => check('A ⟦“b c”⟧ d'));
  it('stand between straight marks', () => check('A ⟦"b c"⟧, ("⟦"d"⟧").'.replace('"⟦', '⟦').replace('⟧"', '⟧')));
  it('may be several in a line', () => check('⟦"a"⟧ ⟦“b”⟧ ⟦"c d"⟧'));
  it('run on into the next line between curly marks', () => check('A ⟦“b\nc”⟧'));
  it('run on over some lines of a wrapped text, no more than 600 characters', () => {
    const lines = (count: number) => new Array<string>(count).fill('x '.repeat(38).trim()).join('\n');
    check(`A ⟦“${lines(7)}\nb”⟧ c`);
    check(`A “${lines(8)}\nb” c ⟦“d”⟧`);
  });
  it('may be of any length within one line', () => check(`A ⟦“${'x '.repeat(1000)}”⟧ b`));
  it('are none between lone marks of a text with one paragraph a line', () => {
    const comment = 'word '.repeat(130).trim();
    check(`A “ b\n${comment}\nc ” d\n⟦“e”⟧`);
  });
  it('end with the line between straight marks', () => check('A "b\nc" d'));
  it('are not between a straight and a curly mark', () => check('A "b” c'));
  it('begin at the last curly mark that opens', () => check('A “b ⟦“c”⟧ d”'));
  it('stand between the marks of other languages', () => {
    check('Sie sagt ⟦„a b“⟧, er ⟦„c d”⟧, sie ⟦»e\nf«⟧, er ⟦»g«⟧');
    check('Elle dit ⟦« a b »⟧ et ⟦« c “d” e »⟧');
    check('⟦「あ『い』う」⟧と⟦『え』⟧');
  });
  it('are found beside a lone mark of another kind', () => {
    check('a « b ⟦“c”⟧ d');
    check(`a „b ${'x '.repeat(300)}\n⟦“c”⟧`);
    check(`a « b ${'x '.repeat(300)}\n⟦»c«⟧`);
    check('⟦“a «b”⟧ c» d ⟦"e"⟧');
  });
  it('are none between inches, seconds and lone marks', () => {
    check('a 27" screen and a 30" one');
    check('A " b " c');
    check('“ a');
    check('a ”');
  });
  it('are ordered and disjoint, and begin and end with a mark, whatever the text', () =>
    holds(noteText, (text) => {
      let last = 0;
      for (const { start, end } of quotedWords(text, parse(text).blocks.flatMap(piecesOf))) {
        assert.ok(last <= start && start + 1 < end);
        assert.match(text[start] ?? '', /["“„«»「『]/);
        assert.match(text[end - 1] ?? '', /["“”«»」』]/);
        last = end;
      }
    }));
});
