import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { markParagraphs } from '../../../../server/src/features/refactorings/markParagraphs';
import { parse } from '../../../../server/src/syntax/parse';
import { piecesOf, statementText } from '../../../../server/src/syntax/pieces';
import { applyFix } from '../../../support/applyFix';
import { noteText } from '../../../support/arbitraries';
import { holds } from '../../../support/property';
import { checkNotOffered, checkRefactoring, offersAt, offersFor } from '../../../support/refactorings';

const check = (source: string, title: string, expected: string) =>
  checkRefactoring(markParagraphs, source, title, expected);

describe('marking a paragraph', () => {
  it('puts a keyword in front, and its other lines as deep as words stand', () =>
    check('One\ntw‸o\n   three\n\nfour', 'Mark the paragraph as claim', 'claim: One\n  two\n  three\n\nfour'));
  it('as a reply puts it under the statement above', () => {
    check('claim: x\n\nbec‸ause\nof y', 'Mark the paragraph as support', 'claim: x\n\n  support: because\n    of y');
    check(
      '- claim: x\n  - rebuttal: y\n\n‸z',
      'Mark the paragraph as rebuttal',
      '- claim: x\n  - rebuttal: y\n\n    rebuttal: z',
    );
  });
  it('as a claim or a question leaves it at the margin', () => {
    check('claim: x\n\n‸why?', 'Mark the paragraph as question', 'claim: x\n\nquestion: why?');
    check('claim: x\n\n ‸y', 'Mark the paragraph as claim', 'claim: x\n\nclaim: y');
  });
  it('stays in its section', () =>
    check('claim: x\n# H\n‸y', 'Mark the paragraph as support', 'claim: x\n# H\nsupport: y'));
  it('takes several at once', () =>
    check(
      'claim: x\n\n⟦one\ntwo\n\n# no\n\nthree⟧\n\nfour',
      'Mark the 2 paragraphs as supports',
      'claim: x\n\n  support: one\n    two\n\n# no\n\n  support: three\n\nfour',
    ));
  it('as an answer or an undercut is offered where the statement above can take one', () => {
    check('question: x\n\n‸y', 'Mark the paragraph as answer', 'question: x\n\n  answer: y');
    check('claim: x\n  cite: z\n\n‸y', 'Mark the paragraph as undercut', 'claim: x\n  cite: z\n\n    undercut: y');
    const kinds = (source: string) => offersAt(markParagraphs, source).map(({ kind }) => kind.split('.').at(-1));
    const always = ['claim', 'support', 'rebuttal', 'question', 'concession'];
    assert.deepEqual(kinds('claim: x\n\n‸y'), always);
    assert.deepEqual(kinds('rebuttal: x\n\n‸y'), [...always, 'undercut']);
    assert.deepEqual(kinds('question: x\n# H\n‸y'), always);
  });
  it('is not offered anywhere else', () =>
    checkNotOffered(markParagraphs, 'cla‸im: x', '# ‸x', '> ‸x', '```\n‸\n```', '‸', 'x\n\n‸\ny'));

  it('makes one statement of each paragraph, with its first words, and leaves the words of the others', () => {
    holds(fc.tuple(noteText, fc.nat(400), fc.nat(400), fc.nat(4)), ([text, a, b, which]) => {
      const [start = 0, end = 0] = [a, b].map((at) => at % (text.length + 1)).sort((one, other) => one - other);
      const range = { start, end };
      const tree = parse(text);
      const fix = offersFor(markParagraphs, text, range)[which];
      if (!fix) return;
      const after = parse(applyFix(text, fix));
      const count = (those: typeof tree) => those.blocks.filter(({ kind }) => kind === 'statement').length;
      const paragraphs = tree.blocks.filter(
        (block) => block.kind === 'prose' && fix.edits.some(({ range: { start } }) => start === block.start),
      );
      assert.equal(count(after), count(tree) + paragraphs.length);
      const texts = (those: typeof tree) =>
        those.blocks.flatMap((block) => (block.kind === 'statement' ? statementText(those, block) : []));
      for (const words of texts(tree)) assert.ok(texts(after).includes(words), words);
      for (const paragraph of paragraphs) {
        const [first] = piecesOf(paragraph);
        const words = first ? text.slice(first.start, first.end).replace(/\s+/g, ' ').trim() : '';
        const isKept = after.blocks.some(
          (block) =>
            block.kind === 'statement' && statementText({ text: after.text, opaque: [] }, block).startsWith(words),
        );
        assert.ok(isKept, words);
      }
    });
  });
});
