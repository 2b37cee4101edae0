import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildArgument } from '../../../../server/src/argument/argument';
import { markParagraphs } from '../../../../server/src/features/refactorings/markParagraphs';
import { parse } from '../../../../server/src/syntax/parse';
import { piecesOf, statementText } from '../../../../server/src/syntax/pieces';
import { applyFix } from '../../../support/applyFix';
import { noteText } from '../../../support/arbitraries';
import { holds } from '../../../support/property';
import { checkNotOffered, checkRefactoring, offersAt, offersFor } from '../../../support/refactorings';

const check = (source: string, title: string, expected: string) =>
  checkRefactoring(markParagraphs, source, title, expected);

const kindsAt = (source: string) => offersAt(markParagraphs, source).map(({ kind }) => kind.split('.').at(-1));

const LINES = [
  'Debate helps the judge, because one step at a time is enough.',
  'Nobody need be an expert. What matters is that each side looks',
  'for mistakes.',
];
const WRAPPED = LINES.join('\n');
const WRAPPED_DEEPER = LINES.join('\n  ');

describe('marking a paragraph', () => {
  it('puts a keyword in front, and its other lines as deep as words stand', () =>
    check('One\ntw‸o\n   three\n\nfour', 'Mark the paragraph as claim', 'One\nclaim: two\n  three\n\nfour'));
  it('as a reply puts it under the statement above', () => {
    check('claim: x\n\nbec‸ause\n  of y', 'Mark the paragraph as support', 'claim: x\n\n  support: because\n    of y');
    check(
      '- claim: x\n  - rebuttal: y\n\n‸z',
      'Mark the paragraph as rebuttal',
      '- claim: x\n  - rebuttal: y\n\n    rebuttal: z',
    );
  });
  it('takes all lines of one that has been wrapped', () => {
    check(`${WRAPPED.slice(0, 60)}‸${WRAPPED.slice(60)}`, 'Mark the paragraph as claim', `claim: ${WRAPPED_DEEPER}`);
    check(`# H\n\n⟦${WRAPPED}⟧\n`, 'Mark the paragraph as claim', `# H\n\nclaim: ${WRAPPED_DEEPER}\n`);
  });
  it('takes only the line of the cursor where each line is one, as in a pasted thread', () => {
    const thread = 'claim: x\nAda says no.\n‸Bo says yes, at greater length than anybody.\nAda says no again.';
    check(thread, 'Mark the paragraph as rebuttal', thread.replace('‸', '  rebuttal: '));
    const room = `${'word '.repeat(12)}word\n‸${'word '.repeat(8)}word\n${'word '.repeat(12)}word`;
    check(room, 'Mark the paragraph as claim', room.replace('‸', 'claim: '));
    const sentences = `${'word '.repeat(12)}word.\n‸${'word '.repeat(12)}end.`;
    check(sentences, 'Mark the paragraph as claim', sentences.replace('‸', 'claim: '));
    const speakers = `Ada: ${'word '.repeat(12)}word\n‸Bo: ${'word '.repeat(11)}end`;
    check(speakers, 'Mark the paragraph as claim', speakers.replace('‸', 'claim: '));
    const long = `${'word '.repeat(30)}word\n‸${'word '.repeat(20)}end`;
    check(long, 'Mark the paragraph as claim', long.replace('‸', 'claim: '));
  });
  it('takes each line that is selected there, and no other', () =>
    check(
      'claim: x\none\nt⟦wo\nthree\n⟧four',
      'Mark the 2 paragraphs as supports',
      'claim: x\none\n  support: two\n  support: three\nfour',
    ));
  it('takes each item of a list, behind its bullet and at its column', () => {
    check(
      'claim: x\n\n- o⟦ne\n  more\n- two⟧',
      'Mark the 2 paragraphs as rebuttals',
      'claim: x\n\n  - rebuttal: one\n    more\n  - rebuttal: two',
    );
    check('* one\n* t‸wo\n* three', 'Mark the paragraph as claim', '* one\n* claim: two\n* three');
    check('⟦- one\n  - two⟧', 'Mark the 2 paragraphs as supports', '- support: one\n  - support: two');
    check('- claim: x\n\n # H\n⟦  - y⟧', 'Mark the paragraph as rebuttal', '- claim: x\n\n # H\n  - rebuttal: y');
    check('1. one\n2. t‸wo', 'Mark the paragraph as claim', '1. one\nclaim: 2. two');
  });
  it('is not offered where it would take the replies of another', () => {
    assert.deepEqual(kindsAt('claim: A\n  support: B\nFil‸ler\n    rebuttal: D'), [
      'support',
      'rebuttal',
      'concession',
      'undercut',
    ]);
    assert.ok(!kindsAt('claim: A\n\nFil‸ler\n\nrebuttal: B').includes('claim'));
  });
  it('may give a reply that answers nothing what it answers', () =>
    check('Fil‸ler\n\nrebuttal: B', 'Mark the paragraph as claim', 'claim: Filler\n\nrebuttal: B'));
  it('is not offered where the line below would become part of it', () => {
    checkNotOffered(markParagraphs, '- o‸ne\n  - two');
    check('- one\n  - t‸wo', 'Mark the paragraph as support', '- one\n  - support: two');
    check('- o‸ne\n  - support: two', 'Mark the paragraph as claim', '- claim: one\n  - support: two');
  });
  it('as a claim or a question leaves it at the margin', () => {
    check('claim: x\n\n‸why?', 'Mark the paragraph as question', 'claim: x\n\nquestion: why?');
    check('claim: x\n\n ‸y', 'Mark the paragraph as claim', 'claim: x\n\nclaim: y');
  });
  it('stays in its section', () =>
    check('claim: x\n# H\n‸y', 'Mark the paragraph as support', 'claim: x\n# H\nsupport: y'));
  it('takes several at once', () =>
    check(
      'claim: x\n\n⟦one\n  two\n\n# no\n\nthree⟧\n\nfour',
      'Mark the 2 paragraphs as supports',
      'claim: x\n\n  support: one\n    two\n\n# no\n\n  support: three\n\nfour',
    ));
  it('as an answer or an undercut is offered where the statement above can take one', () => {
    check('question: x\n\n‸y', 'Mark the paragraph as answer', 'question: x\n\n  answer: y');
    check('claim: x\n  cite: z\n\n‸y', 'Mark the paragraph as undercut', 'claim: x\n  cite: z\n\n    undercut: y');
    const always = ['claim', 'support', 'rebuttal', 'question', 'concession'];
    assert.deepEqual(kindsAt('claim: x\n\n‸y'), always);
    assert.deepEqual(kindsAt('rebuttal: x\n\n‸y'), [...always, 'undercut']);
    assert.deepEqual(kindsAt('question: x\n# H\n‸y'), always);
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
      const headers = fix.edits.filter(({ newText }) => newText.endsWith(': '));
      assert.equal(count(after), count(tree) + headers.length);
      const texts = (those: typeof tree) =>
        those.blocks.flatMap((block) => (block.kind === 'statement' ? statementText(those, block) : []));
      for (const words of texts(tree)) assert.ok(texts(after).includes(words), words);
      for (const header of headers) {
        const end = tree.lines.end(tree.lines.lineAt(header.range.start));
        const piece = tree.blocks
          .flatMap((block) => (block.kind === 'prose' ? piecesOf(block) : []))
          .find(({ end: pieceEnd }) => pieceEnd > header.range.start);
        const words = text
          .slice(header.range.end, Math.min(end, piece?.end ?? end))
          .replace(/\s+/g, ' ')
          .trim();
        const isKept = after.blocks.some(
          (block) =>
            block.kind === 'statement' && statementText({ text: after.text, opaque: [] }, block).startsWith(words),
        );
        assert.ok(isKept, words);
      }
    });
  });
  it('leaves to every statement what it replies to', () => {
    const line = fc.tuple(
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom('claim: ', 'support: ', 'rebuttal: ', 'question: ', '- claim: ', '', '', '- ', '1. ', '# '),
      fc.constantFrom('one', 'two', 'three'),
      fc.constantFrom('\n', '\n\n'),
    );
    const lines = fc.array(line, { minLength: 2, maxLength: 9 }).map((parts) => parts.flat().join(''));
    holds(fc.tuple(lines, fc.nat(100), fc.nat(20)), ([text, from, length]) => {
      const start = from % (text.length + 1);
      const range = { start, end: Math.min(text.length, start + length) };
      for (const offer of offersFor(markParagraphs, text, range)) {
        const after = applyFix(text, offer);
        const now = repliesByLine(after);
        for (const [at, to] of repliesByLine(text)) if (to.length > 0) assert.deepEqual(now.get(at), to, after);
      }
    });
  });
});

/** What each statement replies to, both by line: marking keeps the lines. */
function repliesByLine(text: string): Map<number, (number | undefined)[]> {
  const { points } = buildArgument(parse(text));
  return new Map(
    points.map(({ statement, repliesTo }) => [
      statement.firstLine,
      repliesTo.map(({ index }) => (index === null ? undefined : points[index]?.statement.firstLine)),
    ]),
  );
}
