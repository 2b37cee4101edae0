import assert from 'node:assert/strict';
import { blocksOf } from './shown';

/** Expects the blocks of a note, as `blocksOf` writes them. */
function check(source: string, ...expected: string[]) {
  assert.deepEqual(blocksOf(source), expected);
}

describe('blocks', () => {
  it('are one blank block in an empty note', () => check('', 'blank'));
  it('join blank lines', () => check('\n \n\t\n', 'blank'));
  it('end with the text, line break or not', () => {
    check('A', '| A');
    check('A\n', '| A');
    check('A\r\n\r\n', '| A', 'blank');
  });

  describe('prose', () => {
    it('is whatever fits nothing', () => check('A thread.\n[1] is text.', '| A thread. / [1] is text.'));
    it('runs to a blank line, losing the white space around its lines', () =>
      check('  A \t\nB\u00a0\n\nC', '| A / B', 'blank', '| C'));
    it('ends where a statement begins, and begins again where it ends', () =>
      check('A\nclaim: B\nC', '| A', 'claim: B', '| C'));
    it('is a list without keywords', () => check('- A\n  - B', '| - A / - B'));
  });

  describe('headings', () => {
    it('are one to six marks and a space', () => check('# A\n###### B', '# A', '###### B'));
    it('are no headings without a title', () => check('#\n## \n### ###', '| # / ## / ### ###'));
    it('are no headings without a space, or with seven marks', () => check('#A\n####### B', '| #A / ####### B'));
    it('lose closing marks and the space around', () => check('##  A ##  \n# C#', '## A', '# C#'));
    it('may be indented', () => check('  # A', '# A'));
    it('that are only a name in parentheses name a speaker', () =>
      check('### (Noosphere89)\n# ( @Ada ) #', 'speaker Noosphere89', 'speaker @Ada'));
    it('that hold more than a name, or none, name nobody', () =>
      check('### (Ada) replies\n### (Ada) (Bo)\n### ( )', '### (Ada) replies', '### (Ada) (Bo)', '### ( )'));
  });

  describe('rule lines', () => {
    for (const rule of ['---', '===', '***', '-----', '--- ', '-- ', '  ---']) {
      it(`${JSON.stringify(rule)} is one`, () => check(`A\n${rule}\nB`, '| A', 'rule', '| B'));
    }
    for (const text of ['--', '== =', '- - -', '**', '___', '---a', '-=-']) {
      it(`${JSON.stringify(text)} is none`, () => check(`A\n${text}`, `| A / ${text}`));
    }
    it('end the statement above', () => check('claim: A\n  B\n  ---\n  C', 'claim: A / B', 'rule', '| C'));
  });

  describe('quotations that stand alone', () => {
    it('are lines that begin with marks, which are no part of the words', () =>
      check('> A\n>B\n> > C\n  >> D', '> A / B / C / D'));
    it('keep an empty line of marks inside', () => check('> A\n>\n> B', '> A / B'));
    it('end at a line without a mark', () => check('> A\nB\n\n> C', '> A', '| B', 'blank', '> C'));
    it('hold no statements and no headings', () => check('> claim: A\n> # B', '> claim: A / # B'));
  });

  describe('front matter', () => {
    it('stands between marks from the first line', () =>
      check('---\ntitle: A\n---\nB', 'frontMatter "title: A\\n"', '| B'));
    it('may be empty, end with dots, follow a byte order mark, and end the note', () => {
      check('---\n---', 'frontMatter ""');
      check('---\na: b\n...\n', 'frontMatter "a: b\\n"');
      check('\ufeff--- \r\na: b\r\n---\t\r\n', 'frontMatter "a: b\\r\\n"');
    });
    it('holds no statements: then the first line is a rule in a debate', () => {
      check('---\nclaim: A\n---', 'rule', 'claim: A', 'rule');
      check('---\ntitle: A\n  - cite: B\n---', 'rule', '| title: A', 'cite: B', 'rule');
    });
    it('is a rule line when it is never closed, begins with a blank line, or comes later', () => {
      check('---\nA', 'rule', '| A');
      check('---\n\nA\n---', 'rule', 'blank', '| A', 'rule');
      check('\n---\na: b\n---', 'blank', 'rule', '| a: b', 'rule');
      check('---', 'rule');
    });
  });
});
