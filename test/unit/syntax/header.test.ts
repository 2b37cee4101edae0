import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import { statementsOf } from '../../../server/src/syntax/pieces';
import { KEYWORDS } from '../../../server/src/syntax/tree';
import { withMarks } from '../../support/marks';
import { shownHeader } from './shown';

/** Expects a line to be a statement with this header, in the order of the formatter. */
function check(line: string, expected: string) {
  assert.deepEqual(statementsOf(parse(line)).map(shownHeader), [expected]);
}

/** Expects a line to be no statement. */
function checkProse(line: string) {
  assert.deepEqual(
    parse(line).blocks.map(({ kind }) => kind),
    ['prose'],
  );
}

describe('a header', () => {
  for (const keyword of KEYWORDS) {
    it(`begins with ${keyword}, in any letter case`, () => {
      check(`${keyword}: A`, keyword);
      check(`${keyword.toUpperCase()}: A`, keyword);
      check(`${keyword[0]?.toUpperCase()}${keyword.slice(1)}:A`, keyword);
    });
  }

  it('may be all there is of a statement', () => check('claim:', 'claim'));
  it('may have space before its colon', () => check('claim \t: A', 'claim'));

  for (const attributes of [
    '#a (Ada) -> #b',
    '#a -> #b (Ada)',
    '(Ada) #a -> #b',
    '(Ada) -> #b #a',
    '-> #b #a (Ada)',
    '-> #b (Ada) #a',
    '#a(Ada)->#b',
    '\u00a0#a\t(Ada)  ->   #b ',
  ]) {
    it(`has its attributes in any order: ${attributes}`, () => check(`claim ${attributes}: A`, 'claim #a (Ada) -> #b'));
  }

  describe('with a bullet', () => {
    for (const bullet of ['- ', '* ', '+ ', '-   ', '-\t']) {
      it(`takes ${JSON.stringify(bullet)}`, () => check(`${bullet}claim: A`, 'claim'));
    }
    for (const line of ['-claim: A', '- - claim: A', '1. claim: A', '• claim: A', '- [ ] claim: A']) {
      it(`is prose: ${line}`, () => checkProse(line));
    }
  });

  describe('id', () => {
    for (const id of ['a', 'A', 'é', 'e\u0301', 'Ω1', '漢字', 'x-y_1', 'a-', 'ß٣', '𝔘1']) {
      it(`may be ${id}`, () => check(`claim #${id}: A`, `claim #${id}`));
    }
    for (const id of ['1', '-a', '_a', 'a.b', 'a/b', '\u0301e', '😀', 'a b']) {
      it(`may not be ${id}`, () => checkProse(`claim #${id}: A`));
    }
  });

  describe('speaker', () => {
    for (const name of ['Ada', '@Ada', 'Dr. Ada L.', 'a: b', '#a', '-> #a', 'Ann (the first', 'שרה', '😀']) {
      it(`may be ${name}`, () => check(`claim (${name}): A`, `claim (${name})`));
    }
    it('loses the space around it', () => check('claim (\u00a0Ada\t): A', 'claim (Ada)'));
  });

  describe('targets', () => {
    it('may be several', () => check('support -> #a, #b,#c: A', 'support -> #a, #b, #c'));
    it('may be in other notes, also in folders', () =>
      check('support -> other#a, ../sub/x.debate#b: A', 'support -> other#a, ../sub/x.debate#b'));
    it('stand in angle brackets where the path has spaces', () =>
      check('support -> <my note#a>, <a, (b): c#d>: A', 'support -> <my note#a>, <a, (b): c#d>'));
    it('may have a mark in such a path: the last one counts', () =>
      check('support -> <C# notes#a>: A', 'support -> <C# notes#a>'));
    it('may be in angle brackets without a path', () => check('support -> <#a>: A', 'support -> #a'));
    for (const targets of [
      'a',
      '#a #b #c',
      '#1',
      'my note#a',
      '<my note#a',
      '<my note>',
      '<my note#a b>',
      '#a; #b',
      ',#a',
    ]) {
      it(`may not be ${targets}`, () => checkProse(`support -> ${targets}: A`));
    }
  });

  describe('that is still being typed keeps its statement', () => {
    for (const [attributes, expected] of [
      ['#', 'claim'],
      ['()', 'claim'],
      ['( )', 'claim'],
      ['->', 'claim'],
      ['-> #', 'claim'],
      ['-> #a,', 'claim -> #a'],
      ['-> #a, #', 'claim -> #a'],
      ['-> other#', 'claim'],
      ['-> (Ada)', 'claim (Ada)'],
      ['# (Ada) ->', 'claim (Ada)'],
    ] as const) {
      it(`claim ${attributes}:`, () => check(`claim ${attributes}: A`, expected));
    }
  });

  describe('that does not fit is prose', () => {
    for (const line of [
      ...['Claim that X: no', 'The claim: A', 'claims: A', 'concessions: A', 'disclaim: A', 'claim. A', 'claim – A'],
      ...['claim', 'claim #a', 'claim (Ada) A', 'claim - A', 'claim：A', 'сlaim: A', '\u200bclaim: A', 'rebutal: A'],
      ...['claim(Ada): A', 'claim#a: A', 'claim->#a: A', '"claim: A"', '**claim**: A', '[claim: A]', 'claim "x": A'],
      ...['claim (Ada: A', 'claim Ada): A', 'claim #a #b: A', 'claim (Ada) (Bo): A', 'claim -> #a -> #b: A'],
      ...['claim # #a: A', 'claim () (Ada): A', 'claim > #a: A', 'claim #a, #b: A'],
    ]) {
      it(line, () => checkProse(line));
    }
  });

  it('does not reach into the next line', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      checkProse(`claim #a${lineBreak}: A`);
      checkProse(`claim (Ada${lineBreak}): A`);
      checkProse(`claim -> <a${lineBreak}#b>: A`);
    }
  });

  it('knows where everything stands', () => {
    const text = '  - Claim #a ( Ada ) -> #b, <my note#c>: A';
    const [statement] = statementsOf(parse(text));
    assert.ok(statement?.bullet && statement.id && statement.speaker);
    const { bullet, header, keywordRange, id, speaker, targets } = statement;
    const ranges = [header, bullet, keywordRange, id.range, speaker.range, ...targets.map(({ range }) => range)];
    assert.equal(withMarks(text, ranges), '  ⟦⟦- ⟧⟦Claim⟧ #⟦a⟧ ( ⟦Ada⟧ ) -> ⟦#b⟧, ⟦<my note#c>⟧:⟧ A');
  });
});
