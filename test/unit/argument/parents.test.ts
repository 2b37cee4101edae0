import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildArgument } from '../../../server/src/argument/argument';
import { parse } from '../../../server/src/syntax/parse';
import type { Keyword, NoteTree } from '../../../server/src/syntax/tree';
import { KEYWORDS } from '../../../server/src/syntax/tree';
import { noteText } from '../../support/arbitraries';
import { outlineText } from '../../support/outlineText';
import { holds } from '../../support/property';

/** Expects the outline of a note. */
function check(source: string, ...expected: string[]) {
  assert.equal(outlineText(source), expected.join('\n'));
}

/** Expects each keyword, in a line below one other line, to stand under it or to stand alone. */
function checkTakes(above: Keyword, separator: string, ...taken: Keyword[]) {
  const found = KEYWORDS.filter((keyword) => {
    const { points } = buildArgument(parse(`${above}: A${separator}${keyword}: B`));
    return points[1]?.above === 0;
  });
  assert.deepEqual(found, taken);
}

describe('a line without indentation stands under the nearest that can take it', () => {
  it('a claim or an answer takes a support, rebuttal, question or concession, and a cite', () => {
    checkTakes('claim', '\n', 'support', 'rebuttal', 'question', 'concession', 'cite');
    checkTakes('answer', '\n', 'support', 'rebuttal', 'question', 'concession', 'cite');
  });
  it('a question takes an answer and a cite', () => checkTakes('question', '\n', 'answer', 'cite'));
  it('a support or a rebuttal takes an undercut and a cite', () => {
    checkTakes('support', '\n', 'undercut', 'cite');
    checkTakes('rebuttal', '\n', 'undercut', 'cite');
  });
  it('an undercut or a concession takes a cite only', () => {
    checkTakes('undercut', '\n', 'cite');
    checkTakes('concession', '\n', 'cite');
  });
  it('a cite takes nothing', () => checkTakes('cite', '\n'));

  it('in the flat style', () =>
    check(
      'claim: A\nrebuttal: B\ncite: arXiv:2107.03374\nsupport: C',
      'claim — A',
      '  rebuttal — B [rebuts]',
      '    cite — arXiv:2107.03374 [supports]',
      '  support — C [supports]',
    ));
  it('over whatever cannot', () =>
    check(
      'question: A\nclaim: B\nsupport: C\nanswer: D\nsupport: E',
      'question — A',
      '  answer — D [answers]',
      '    support — E [supports]',
      'claim — B',
      '  support — C [supports]',
    ));
  it('where one column of difference is none', () => {
    check(' claim: A\nsupport: B\n  rebuttal: C', 'claim — A', '  support — B [supports]', '    rebuttal — C [rebuts]');
    check('claim: A\n support: B\n  rebuttal: C', 'claim — A', '  support — B [supports]', '  rebuttal — C [rebuts]');
    check('  claim: A\nsupport: B', 'claim — A', 'support — B');
  });
  it('and finds nothing at another column', () => check('    claim: A\nsupport: B', 'claim — A', 'support — B'));
  it('and a claim never looks for one', () => check('question: A\nclaim: B', 'question — A', 'claim — B'));
  it('and what finds nothing stands alone', () =>
    check('support: A\nanswer: B\nundercut: C', 'support — A', '  undercut — C [undercuts]', 'answer — B'));
});

describe('an indented line stands under the nearest that is indented two columns less', () => {
  it('every keyword takes every keyword, but cite', () => {
    for (const above of KEYWORDS) {
      if (above !== 'cite') checkTakes(above, '\n  ', ...KEYWORDS);
    }
  });
  it('a cite takes an undercut or a question', () => checkTakes('cite', '\n  ', 'undercut', 'question'));
  it('whatever else is indented under a cite goes to what is above that', () =>
    check(
      'claim: A\n  cite: B\n    support: C\n    undercut: D',
      'claim — A',
      '  cite — B [supports]',
      '    undercut — D [undercuts]',
      '  support — C [supports]',
    ));
});

describe('nesting', () => {
  it('goes as deep as the indentation', () =>
    check(
      'claim: A\n  rebuttal: B\n    rebuttal: C\n      cite: D\n  support: E',
      'claim — A',
      '  rebuttal — B [rebuts]',
      '    rebuttal — C [rebuts]',
      '      cite — D [supports]',
      '  support — E [supports]',
    ));
  it('gives a cite at the column of a rebuttal to the claim above both', () =>
    check('claim: A\n  rebuttal: B\n  cite: C', 'claim — A', '  rebuttal — B [rebuts]', '  cite — C [supports]'));
  it('comes before the keyword', () =>
    check('claim: A\n  claim: B\n  support: C', 'claim — A', '  claim — B', '  support — C [supports]'));
  it('may step out to a column between', () =>
    check(
      'claim: A\n      support: B\n   rebuttal: C',
      'claim — A',
      '  support — B [supports]',
      '  rebuttal — C [rebuts]',
    ));
  it('counts the column of the bullet', () =>
    check(
      '- claim: A\n  - support: B\n    - undercut: C\n-     rebuttal: D',
      'claim — A',
      '  support — B [supports]',
      '    undercut — C [undercuts]',
      '  rebuttal — D [rebuts]',
    ));
  it('counts tabs as the way to the next multiple of four', () =>
    check(
      'claim: A\n\tsupport: B\n    rebuttal: C\n  \t  undercut: D',
      'claim — A',
      '  support — B [supports]',
      '  rebuttal — C [rebuts]',
      '    undercut — D [undercuts]',
    ));
  it('is not broken by prose, blank lines, rules, quotations or code', () => {
    for (const between of ['Prose', '', '---', '> Q', '~~~\n~~~', '<!-- C -->', '### (Ada)']) {
      const { points } = buildArgument(parse(`claim: A\n${between}\n  support: B\n${between}\nrebuttal: C`));
      assert.deepEqual(
        points.map(({ above }) => above),
        [null, 0, 0],
      );
    }
  });
  it('begins anew at every heading', () =>
    check(
      'claim: A\n## B\n  support: C\nrebuttal: D\nclaim: E',
      'claim — A',
      'support — C',
      'rebuttal — D',
      'claim — E',
    ));
});

describe('who stands under whom', () => {
  /** Whether a line of some keyword can stand under another at its own column: the table of the language page. */
  const takes: Record<Keyword, readonly Keyword[]> = {
    claim: [],
    support: ['claim', 'answer'],
    rebuttal: ['claim', 'answer'],
    question: ['claim', 'answer'],
    concession: ['claim', 'answer'],
    answer: ['question'],
    undercut: ['support', 'rebuttal'],
    cite: KEYWORDS.filter((keyword) => keyword !== 'cite'),
  };

  /** The rule word for word, looking at every statement above every line. */
  function parentsByTheBook(tree: NoteTree): (number | null)[] {
    const parents: (number | null)[] = [];
    const above: { keyword: Keyword; column: number; section: number }[] = [];
    let section = 0;
    for (const block of tree.blocks) {
      if (block.kind === 'heading') section++;
      if (block.kind !== 'statement') continue;
      const { keyword, column } = block;
      const atCite = keyword === 'undercut' || keyword === 'question';
      const deeper = above.findLastIndex(
        (other) => other.section === section && other.column <= column - 2 && (atCite || other.keyword !== 'cite'),
      );
      const beside = above.findLastIndex(
        (other) =>
          other.section === section && Math.abs(other.column - column) < 2 && takes[keyword].includes(other.keyword),
      );
      const parent = deeper >= 0 ? deeper : beside;
      parents.push(parent >= 0 ? parent : null);
      above.push({ keyword, column, section });
    }
    return parents;
  }

  /** Statements of every keyword at every column, citations more often than in a note. */
  const indented = fc
    .array(fc.tuple(fc.constantFrom(...KEYWORDS, 'cite', 'cite', 'undercut'), fc.nat(9)), { maxLength: 12 })
    .map((lines) => lines.map(([keyword, column]) => `${' '.repeat(column)}${keyword}: A`).join('\n'));

  it('is what the rule says, whatever the note', () =>
    holds(fc.oneof(noteText, indented), (text) => {
      const tree = parse(text);
      const { points } = buildArgument(tree);
      assert.deepEqual(
        points.map(({ above }) => above),
        parentsByTheBook(tree),
      );
      for (const { above, index } of points) assert.ok(above === null || above < index);
    }));
});
