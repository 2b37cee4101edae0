import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changeKind } from '../../../../server/src/features/refactorings/changeKind';
import { extractCitation } from '../../../../server/src/features/refactorings/extractCitation';
import { giveId } from '../../../../server/src/features/refactorings/giveId';
import { moveOut } from '../../../../server/src/features/refactorings/moveOut';
import { moveUnderTarget } from '../../../../server/src/features/refactorings/moveUnderTarget';
import type { Offer, Refactoring } from '../../../../server/src/features/refactorings/refactoring';
import { referToFirst } from '../../../../server/src/features/refactorings/referToFirst';
import { REFACTORINGS } from '../../../../server/src/features/refactorings/registry';
import { takeInParagraph } from '../../../../server/src/features/refactorings/takeInParagraph';
import { piecesOf } from '../../../../server/src/syntax/pieces';
import { Note } from '../../../../server/src/workspace/note';
import { applyFix } from '../../../support/applyFix';
import { noteText, plainLines } from '../../../support/arbitraries';
import { uriOf } from '../../../support/notes';
import { holds } from '../../../support/property';
import { offersFor } from '../../../support/refactorings';

/** What a statement says and replies to, in words, so that it is known wherever it stands. */
interface Saying {
  readonly keyword: string;
  readonly id: string | null;
  readonly speaker: string | null;
  readonly words: string;
  readonly others: string;
  readonly repliesTo: readonly string[];
}

/** Everything that is said in a note, read from the beginning, in order. */
function sayings(text: string): Saying[] {
  const { argument } = new Note(uriOf('note'), text);
  const { points } = argument;
  return points.map(({ statement, text: words, speaker, repliesTo, introducedBy }) => ({
    keyword: statement.keyword,
    id: statement.id?.name ?? null,
    speaker,
    words,
    others: [...introducedBy, ...statement.parts]
      .filter(({ kind }) => kind !== 'text')
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim())
      .join(' | '),
    repliesTo: repliesTo.map(({ index, target }) =>
      index === null ? `${target?.path}#${target?.id}` : (points[index]?.text ?? ''),
    ),
  }));
}

/** Notes with what refactorings are about: replies near and far, citations, words said twice. */
const richNote = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: plainLines.map(([, second = '']) => second) },
      {
        weight: 5,
        arbitrary: fc
          .tuple(
            fc.constantFrom('', '', '  ', '    ', '\t', '- ', '  - '),
            fc.constantFrom('claim', 'Support', 'rebuttal', 'undercut', 'question', 'answer', 'concession', 'CITE'),
            fc.constantFrom('', '', ' #a', ' #b'),
            fc.constantFrom('', ' (Ada)'),
            fc.constantFrom('', '', ' -> #a', ' -> #b', ' -> #a, #b'),
            fc.constantFrom(
              'Debate helps.',
              'Judges win',
              'It helps (arXiv:2402.06782).',
              'See [a b](https://example.org/a)',
              '',
            ),
          )
          .map(([indent, ...rest]) => `${indent}${rest.slice(0, -1).join('')}: ${rest.at(-1)}`),
      },
      { weight: 1, arbitrary: fc.constantFrom('', '> q', '  more', 'prose', '# (Bo)', '# H', '```', '  > q') },
    ),
    { maxLength: 10 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((lineBreak) => lines.join(lineBreak)));

const notes = fc.oneof(noteText, richNote, richNote);

/** Calls with every offer at every statement and paragraph of a note. */
function forEveryOffer(
  refactorings: readonly Refactoring[],
  text: string,
  call: (offer: Offer, before: Saying[], after: Saying[], own: number) => void,
) {
  const { tree, argument } = new Note(uriOf('note'), text);
  const before = sayings(text);
  for (const block of tree.blocks) {
    if (block.kind !== 'statement' && block.kind !== 'prose') continue;
    const own = argument.points.findIndex(({ statement }) => statement === block);
    for (const at of [block.start, ...piecesOf(block).map(({ end }) => end)]) {
      for (const offer of offersIn(refactorings, text, at)) {
        call(offer, before, sayings(applyFix(text, offer)), own);
      }
    }
  }
}

function offersIn(refactorings: readonly Refactoring[], text: string, at: number): Offer[] {
  return refactorings.flatMap((refactoring) => offersFor(refactoring, text, { start: at, end: at }));
}

/** Sayings without their order. */
function set(those: readonly Partial<Saying>[]): string[] {
  return those.map((saying) => JSON.stringify(saying)).sort();
}

describe('the refactorings of any note', () => {
  it('edit disjoint stretches inside the text, and write the line breaks that are there', () => {
    holds(notes, (source) => {
      const text = source.replace(/\r\n|[\r\n]/g, '\r\n');
      const { tree } = new Note(uriOf('note'), text);
      for (const { start } of tree.blocks) {
        for (const offer of offersIn(REFACTORINGS, text, start)) {
          // Applying throws where edits overlap or lie outside.
          assert.doesNotMatch(applyFix(text, offer), /(?<!\r)\n|\r(?!\n)/, offer.title);
        }
      }
    });
  });

  it('change the keyword of one statement, and who answers whom in no other', () => {
    holds(notes, (text) => {
      forEveryOffer([changeKind], text, (offer, before, after, own) => {
        const keyword = offer.kind.slice(offer.kind.lastIndexOf('.') + 1);
        const expected = before.map((saying, index) => (index === own ? { ...saying, keyword } : saying));
        // A claim may stand on its own.
        const isAlone = keyword === 'claim' && after[own]?.repliesTo.length === 0;
        // A support that names no speaker has that of what it supports, so another kind may have another.
        const compared = (those: Saying[]) =>
          those.map((saying, index) => ({
            ...saying,
            speaker: null,
            ...(index === own && isAlone && { repliesTo: [] }),
          }));
        assert.deepEqual(compared(after), compared(expected), offer.title);
      });
    });
  });

  it('give one statement an id that nothing had or meant, and change nothing else', () => {
    holds(notes, (text) => {
      forEveryOffer([giveId], text, (offer, before, after, own) => {
        const id = after[own]?.id;
        assert.match(id ?? '', /^\p{L}[\p{L}\p{M}\p{N}-]*$/u);
        assert.ok(before.every((saying) => saying.id !== id));
        assert.deepEqual(
          after,
          before.map((saying, index) => (index === own ? { ...saying, id } : saying)),
          offer.title,
        );
      });
    });
  });

  it('move branches, and leave who says what to whom', () => {
    let moves = 0;
    holds(notes, (text) => {
      forEveryOffer([moveUnderTarget, moveOut], text, (offer, before, after) => {
        moves++;
        const compared = (those: Saying[]) => set(those.map((saying) => ({ ...saying, id: null })));
        assert.deepEqual(compared(after), compared(before), `${offer.title}\n${text}`);
        const ids = (those: Saying[]) => those.flatMap(({ id }) => id ?? []);
        const left = ids(before).reduce((rest, id) => rest.toSpliced(rest.indexOf(id), 1), ids(after));
        assert.ok(left.length <= (offer.kind === 'refactor.move.out' ? 1 : 0));
      });
    });
    assert.ok(moves > 0);
  });

  it('take in paragraphs, extract citations and refer to what is said above, and reword one statement', () => {
    holds(notes, (text) => {
      for (const refactoring of [takeInParagraph, extractCitation, referToFirst]) {
        forEveryOffer([refactoring], text, (offer, before, after) => {
          const isCite = ({ keyword, words }: Saying) =>
            refactoring === extractCitation &&
            keyword === 'cite' &&
            !before.some((old) => old.keyword === 'cite' && old.words === words);
          const kept = after.filter((saying) => !isCite(saying));
          const own = (those: Saying[]) => those.map(({ keyword, speaker, others }) => ({ keyword, speaker, others }));
          if (kept.length === before.length) assert.deepEqual(own(kept), own(before), offer.title);
          const words = (those: Saying[]) => those.map((saying) => saying.words);
          const gone = words(before).filter((one) => !words(after).includes(one));
          assert.ok(new Set(gone).size <= 1, `${offer.title}\n${text}`);
          assert.ok(after.length - before.length === (refactoring === extractCitation ? 1 : 0), offer.title);
        });
      }
    });
  });
});
