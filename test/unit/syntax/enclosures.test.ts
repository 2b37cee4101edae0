import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import { withMarks } from '../../support/marks';
import { blocksOf } from './shown';

/** Expects the blocks of a note, as `blocksOf` writes them. */
function check(source: string, ...expected: string[]) {
  assert.deepEqual(blocksOf(source), expected);
}

/** Expects the places that hold no citations, marked in the note. */
function checkOpaque(expected: string) {
  const source = expected.replace(/[⟦⟧]/g, '');
  assert.equal(withMarks(source, parse(source).opaque), expected);
}

describe('fenced code', () => {
  it('is opaque: no statement, heading, comment or quotation in it', () =>
    check('```\nclaim: A\n# B\n<!--\n> C\n```\nD', 'code 0–5', '| D'));
  it('may be fenced with tildes, be longer, be indented, and name a language', () => {
    check('~~~~ debate\nA\n~~~\n~~~~~', 'code 0–3');
    check('  ```ts\nA\n ```', 'code 0–2');
  });
  it('ends only at its own kind of fence, alone on its line', () => {
    check('```\n~~~\n``` a\n```', 'code 0–3');
    check('~~~\n```\n~~~', 'code 0–2');
  });
  it('is prose when it is never closed, and so is everything below', () =>
    check('A\n```\nclaim: B\n````a\n~~~', '| A / ```', 'claim: B', '| ````a / ~~~'));
  it('has no backtick in its opening line', () => check('``` a`\nB\n```', '| ``` a` / B / ```'));
  it('belongs to a statement when it is indented under it', () => {
    check('claim: A\n  ```\nsupport: B\n  ```\n  C', 'claim: A | code 1–3 | C');
    check('claim: A\n\n  ```\n  ```', 'claim: A | code 2–3');
    check('claim: A\n```\nB\n```', 'claim: A', 'code 1–3');
  });
});

describe('comments', () => {
  it('are blocks where they take whole lines', () =>
    check('A\n<!-- B -->\n<!-- C\nclaim: D\n-->\nE', '| A', 'comment 1–1', 'comment 2–4', '| E'));
  it('may follow each other in a line', () => check('<!-- A --> <!-- B -->', 'comment 0–0'));
  it('stay in the line they share with words', () =>
    check('claim: A <!-- B -->\nC <!-- D -->', 'claim: A <!-- B -->', '| C <!-- D -->'));
  it('hide the lines they run over, and give back the words behind them', () => {
    check('A <!-- B\nclaim: C\n--> D', '| A <!-- B', 'comment 1–1', '| D');
    check('<!-- B\nclaim: C\n--> D', 'comment 0–1', '| D');
    check('<!-- A\n--> <!-- B\n--> C\nclaim: D', 'comment 0–0', 'comment 1–1', '| C', 'claim: D');
    check('<!-- A\n--> claim: B', 'comment 0–0', '| claim: B');
  });
  it('that begin in a statement belong to it to their end', () => {
    check('claim: A <!-- B\nC\n--> D\nE', 'claim: A <!-- B | comment 1–1 | D', '| E');
    check('claim: A\n  <!-- B\nC -->\n  D', 'claim: A | comment 1–2 | D');
  });
  it('that are not indented belong to no statement', () =>
    check('claim: A\n<!-- B -->\n  C', 'claim: A', 'comment 1–1', '| C'));
  it('are prose when they are never closed', () => check('<!-- A\nclaim: B', '| <!-- A', 'claim: B'));
  it('are text in front matter, fenced code and code spans', () => {
    check('---\na: <!--\n---\nA -->', 'frontMatter "a: <!--\\n"', '| A -->');
    check('~~~\n<!--\n~~~\n-->', 'code 0–2', '| -->');
    check('`<!--`\nclaim: A\n-->', '| `<!--`', 'claim: A', '| -->');
  });
});

describe('opaque places', () => {
  it('are comments and code spans', () => checkOpaque('A ⟦`b`⟧ c ⟦<!-- d -->⟧ ⟦``e ` f``⟧'));
  it('are found in statements, quotations and headings', () => {
    checkOpaque('claim: ⟦`a`⟧\n  ⟦`b`⟧\n> ⟦`c`⟧\n# ⟦`d`⟧');
    checkOpaque('⟦<!-- a\n`b` -->⟧ c ⟦`d`⟧');
  });
  it('end with the line, for code: a stray backtick takes nothing below', () => checkOpaque('A ` b\nc ` d'));
  it('begin at the first backtick that has a partner of its length', () => {
    checkOpaque('``` ⟦`a`⟧ ``');
    checkOpaque('⟦`a``b`⟧ ``');
  });
  it('do not overlap where a comment and code cross', () => {
    checkOpaque('⟦<!-- ` -->⟧ ` a');
    checkOpaque('⟦` <!-- `⟧ -->');
    checkOpaque('⟦<!-- `a` `b`\n-->⟧');
  });
});
