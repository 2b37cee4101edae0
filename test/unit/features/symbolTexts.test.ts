import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentSymbols } from '../../../server/src/features/documentSymbols';
import { SymbolTexts } from '../../../server/src/features/symbolTexts';
import { Note } from '../../../server/src/workspace/note';
import { edit, edited, noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';

const DECODER = new TextDecoder();

/** Asks for each of some texts of a note, one after the other, and expects what `documentSymbols` says of it. */
function checkEdits(...texts: string[]): void {
  const symbols = new SymbolTexts();
  let note: Note | undefined;
  for (const text of texts) {
    note = new Note('file:///note.debate', text, 0, note);
    const told = symbols
      .of(note)
      ?.map((piece) => DECODER.decode(piece))
      .join('');
    assert.deepEqual(JSON.parse(told ?? 'null'), JSON.parse(JSON.stringify(documentSymbols(note))), text);
  }
}

/** A note of many pieces, with a word in the middle. */
const long = (word: string, before = '', title = '') =>
  [
    before,
    ...Array.from({ length: 300 }, (_, i) =>
      i % 50 === 0 ? `# Section ${i}\n` : `claim #c${i} (Ada): ${i === 151 ? word : 'text'}\n  support: why\n\nprose`,
    ),
    title,
  ].join('\n');

describe('the text of symbols', () => {
  it('says what symbols say, after any edits', () =>
    holds(
      fc.tuple(noteText, fc.array(edit, { minLength: 1, maxLength: 8 })),
      ([text, edits]) => {
        const texts = [text];
        for (const each of edits) texts.push(edited(texts.at(-1) as string, each));
        checkEdits(...texts);
        // The same far down in a note, where much is kept.
        checkEdits(...texts.map((each) => `${long('x')}\n${each}\n${long('y').replaceAll('#c', '#d')}`));
      },
      0.2,
    ));

  it('says so where edits move lines, make sections and end them', () =>
    checkEdits(
      long('x'),
      long('xx'),
      long('x\n\ny'),
      long('x', 'prose\n'),
      long('x', '', '# End'),
      long('x', '', '## End\n\nclaim: z'),
      long('x', '', '\n\n\n'),
      long('x\n\n## Within\n\nclaim: y'),
      long('x\n\n### (Ben)\n\nclaim: y'),
      long('x'),
    ));

  it('says so of words beyond ASCII, quotation marks and halves of characters', () =>
    checkEdits('claim (É "B"): \\ ü “😀” \ud800', 'claim: 𝒜\n  support: \t"'));

  it('is kept but for what stands around an edit', () => {
    const symbols = new SymbolTexts();
    const before = new Note('file:///note.debate', long('x'), 0);
    const known = new Set(symbols.of(before));
    const letter = new Note('file:///note.debate', long('xx'), 1, before);
    const fresh = (note: Note) => symbols.of(note)?.filter((piece) => !known.has(piece)).length;
    assert.ok(known.size > 8);
    assert.equal(fresh(letter), 1);
  });

  it('is none where symbols stand too deep in each other', () => {
    const deep = Array.from({ length: 300 }, (_, i) => `${'\t'.repeat(i)}rebuttal: x`).join('\n');
    assert.equal(new SymbolTexts().of(new Note('file:///note.debate', deep)), null);
  });
});
