import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/documentSymbols';
import { foldingRanges } from '../../../server/src/features/foldingRanges';
import { Note } from '../../../server/src/workspace/note';
import { noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';

/** Folds as `first–last`, lines from 1, with their kind if they have one. */
function check(text: string, ...expected: string[]) {
  assert.deepEqual(folds(text).map(shown), expected);
}

/** The same of no more folds than a client takes. */
function checkAtMost(limit: number, text: string, ...expected: string[]) {
  assert.deepEqual(folds(text, limit).map(shown), expected);
}

function folds(text: string, limit?: number): FoldingRange[] {
  return foldingRanges(new Note('file:///note', text), limit);
}

function shown({ startLine, endLine, kind }: FoldingRange): string {
  return `${startLine + 1}–${endLine + 1}${kind ? ` ${kind}` : ''}`;
}

describe('folding ranges', () => {
  it('are none for what takes one line', () => {
    check('');
    check('\n\n');
    check('claim: a\n\nclaim: b\n\n> quoted\n<!-- aside -->\n# One\n# Two\n\n');
    check('a paragraph\nof two lines');
  });

  it('fold a statement with everything under it, flat or indented', () => {
    check('claim: a\n  support: b\n    undercut: c\n  rebuttal: d\n\nclaim: e', '1–4', '2–3');
    check('claim: a\nrebuttal: b\ncite: c\nsupport: d\n', '1–4', '2–3');
    check('- claim: a\n- rebuttal: b\n  - cite: c', '1–3', '2–3');
  });

  it('follow the position, not the targets', () => {
    check('claim #a: a\n\nclaim: b\n  rebuttal -> #a: c', '3–4');
  });

  it('fold text of several lines', () => {
    check('claim: a\n  and b\n\n  and c\nprose', '1–4');
    check('claim: a\n  and b\n  support: c\n    d', '1–4', '3–4');
  });

  it('fold quotations, in a statement and outside', () => {
    check('> a\n> b\n\nprose\n> c', '1–2');
    check('claim: x\n> a\n> b\nsupport: y', '1–4', '2–3');
    check('claim: x\n  > a\n  b\n  > c\n  > d', '1–5', '4–5');
  });

  it('fold front matter, code and comments with their closing marks', () => {
    check('---\ntitle: T\n---\nprose', '1–3');
    check('```\na\n```\nprose', '1–3');
    check('claim: x\n  ~~~\n  a\n  ~~~\n', '1–4', '2–4');
    check('<!-- a\nb -->\nprose', '1–2 comment');
    check('claim: x\n  <!--\n  a\n  -->', '1–4', '2–4 comment');
    check('```\nan opener alone\n<!-- folds nothing');
  });

  it('fold sections to the next of their level or above, without the blank lines between', () => {
    check(
      '# One\nclaim: a\n\n## Two\nclaim: b\n## Three\nprose\n\n\n# Four\nclaim: c\n\n',
      ...['1–7 region', '4–5 region', '6–7 region', '10–11 region'],
    );
    check('### Deep\na\n\n# Top\nb', '1–2 region', '4–5 region');
    check('# Empty\n\n# Next\n\n');
  });

  it("fold a speaker's part of a thread to the next heading", () => {
    check('### (Ada)\na\n\n### (Bo)\nb\n# One\nc', '1–2 region', '4–5 region', '6–7 region');
    check('# One\n# (Ada)\na\n###### (Bo)\nb\n', '1–5 region', '2–3 region', '4–5 region');
  });

  it("cut a branch where it would cross a speaker's part, so that every part folds", () => {
    check('### (Ada)\nclaim: a\n  b\n\n### (Bo)\nrebuttal: c', '1–3 region', '2–3', '5–6 region');
    check('claim: a\nsupport: b\n\n### (Bo)\nrebuttal: c\n\nprose', '1–2', '4–7 region');
    check('question: a\n### (Ada)\nanswer: b\n### (Bo)\nanswer: c', '1–5', '2–3 region', '4–5 region');
  });

  it('lose the deepest first where the client takes fewer', () => {
    const text = '# One\nclaim: a\nrebuttal: b\ncite: c\n\nclaim: d\n  e\n# Two\nf';
    check(text, '1–7 region', '2–4', '3–4', '6–7', '8–9 region');
    checkAtMost(5, text, '1–7 region', '2–4', '3–4', '6–7', '8–9 region');
    checkAtMost(4, text, '1–7 region', '2–4', '6–7', '8–9 region');
    checkAtMost(3, text, '1–7 region', '2–4', '8–9 region');
    checkAtMost(1, text, '1–7 region');
    checkAtMost(0, text);
  });

  it('fold 20,000 statements, each under the one before', () => {
    const note = new Note('file:///note', `${'question: A\nanswer: B\n'.repeat(10_000)}\n### (Bo)\nprose`);
    const expected = Array.from({ length: 19_999 }, (_, i) => ({ startLine: i, endLine: 19_999 }));
    const part = { startLine: 20_001, endLine: 20_002, kind: 'region' };
    assert.deepEqual(foldingRanges(note), [...expected, part]);
    assert.deepEqual(foldingRanges(note, 5000), [...expected.slice(0, 4999), part]);
  });
});

describe('folding ranges, whatever the note', () => {
  it('lie in it, one for a line, and one within the other or apart', () =>
    holds(noteText, (text) => {
      const { lines } = new Note('file:///note', text).tree;
      const open: FoldingRange[] = [];
      let before = -1;
      for (const fold of folds(text)) {
        assert.ok(before < fold.startLine && fold.startLine < fold.endLine && fold.endLine < lines.count);
        while ((open.at(-1)?.endLine ?? fold.startLine) < fold.startLine) open.pop();
        assert.ok(fold.endLine <= (open.at(-1)?.endLine ?? lines.count));
        open.push(fold);
        before = fold.startLine;
      }
    }));

  it('are those of a larger limit without some', () =>
    holds(noteText, (text) => {
      const all = folds(text);
      for (let limit = 0; limit <= all.length; limit++) {
        const some = folds(text, limit);
        assert.equal(some.length, limit);
        assert.deepEqual(
          some,
          all.filter(({ startLine }) => some.some((fold) => fold.startLine === startLine)),
        );
      }
    }));

  it('fold what the outline shows as one', () =>
    holds(noteText, (text) => {
      const plain = text.replaceAll(/\(/g, '');
      const found = new Set(folds(plain).map(shown));
      const waiting: DocumentSymbol[] = [...documentSymbols(new Note('file:///note', plain))];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        waiting.push(...(next.children ?? []));
        const { start, end } = next.range;
        const isSection = next.detail === undefined;
        if (!isSection && end.line > start.line) assert.ok(found.has(`${start.line + 1}–${end.line + 1}`));
      }
    }));
});
