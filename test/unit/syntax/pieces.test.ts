import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import { contentEnd, introductions, isEmpty, statementsOf, statementText } from '../../../server/src/syntax/pieces';

describe('the words of a statement', () => {
  /** Expects the words of the first statement on one line. */
  function check(source: string, expected: string) {
    const tree = parse(source);
    assert.deepEqual(
      statementsOf(tree).map((statement) => statementText(tree, statement)),
      [expected],
    );
  }

  it('stand on one line, white space folded', () => check('claim:  A \t b\u00a0c\n  d\n\n    e', 'A b c d e'));
  it('leave out quotations, fenced code and comments', () => {
    check('claim: A\n> B\n  C\n  ~~~\n  D\n  ~~~\n  E\n  <!-- F -->', 'A C E');
    check('claim: A <!-- B --> C <!-- D\nE\n--> F', 'A C F');
    check('claim: <!-- A\n--> B', 'B');
  });
  it('keep code spans, even with a comment in them', () =>
    check('claim: A `b` `<!-- c -->` <!-- `d` --> e', 'A `b` `<!-- c -->` e'));
});

describe('an empty statement', () => {
  /** Expects the first statement to say nothing, or something. */
  function check(source: string, expected: boolean) {
    const tree = parse(source);
    assert.deepEqual(
      statementsOf(tree).map((statement) => isEmpty(tree, statement)),
      [expected],
    );
  }

  it('has no words', () => check('claim #a (Ada): \t\n\n', true));
  it('may have comments', () => check('claim: <!-- A -->\n  <!-- B -->', true));
  it('has no words on other lines, no quotation and no code', () => {
    check('claim:\n  A', false);
    check('claim:\n> A', false);
    check('claim:\n  ~~~\n  ~~~', false);
  });
});

describe('the end of a statement', () => {
  /** Expects the content of the first statement to end at the mark. */
  function check(expected: string) {
    const tree = parse(expected.replace('‸', ''));
    const [statement] = statementsOf(tree);
    assert.equal(statement && contentEnd(tree, statement), expected.indexOf('‸'));
  }

  it('is that of its words', () => check('claim: A\n  B‸ \n\nC'));
  it('is that of its quotation or code, the line break left out', () => {
    check('claim: A\n> B‸\nC');
    check('claim: A\n  ~~~\n  ~~~‸\r\nC');
  });
  it('is before the comments behind', () => check('claim: A‸\n  <!-- B -->\nC'));
  it('is its colon where it has no words', () => check('claim:‸  \nsupport: A'));
});

describe('introducing quotations', () => {
  /** Expects the statements that are introduced, with the text of what introduces them. */
  function check(source: string, ...expected: string[]) {
    const tree = parse(source);
    const shown = tree.blocks.flatMap((block, index) => {
      const quotations = block.kind === 'statement' ? introductions(tree, index) : [];
      if (block.kind !== 'statement' || quotations.length === 0) return [];
      const words = quotations.flatMap(({ pieces }) => pieces.map(({ start, end }) => source.slice(start, end)));
      return `${statementText(tree, block)} < ${words.join(' / ')}`;
    });
    assert.deepEqual(shown, expected);
  }

  it('stand above a statement', () => check('> A\nclaim: B', 'B < A'));
  it('may be several, with blank lines and comments between', () =>
    check('> A\n\n> B\n<!-- C -->\n\nclaim: D', 'D < A / B'));
  it('stand apart from the statement above, to which they would belong', () => {
    check('claim: A\n> B\nrebuttal: C');
    check('claim: A\n\n> B\nrebuttal: C', 'C < B');
    check('claim: A\n# B\n> C\nrebuttal: D', 'D < C');
  });
  it('introduce nothing over prose, a heading, a rule or code', () => {
    for (const between of ['A', '# A', '### (Ada)', '---', '~~~\n~~~']) check(`> Q\n${between}\n\nclaim: B`);
  });
  it('introduce one statement only', () => check('> A\nclaim: B\nclaim: C', 'B < A'));
  it('may end the note', () => check('claim: A\n\n> B'));
});
