import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineUnits } from '../../../../server/src/protocol/encoding/lineUnits';
import { negotiate, PositionEncoding } from '../../../../server/src/protocol/encoding/positionEncoding';
import { LineIndex } from '../../../../server/src/syntax/lineIndex';
import { marked } from '../../../support/marks';
import { holds } from '../../../support/property';
import { converted, lengthIn, type Unit } from '../../../support/unitsOfText';

const OTHERS = ['utf-8', 'utf-32'] as const;

/** Texts of few letters of every length, surrogates alone and line breaks of all kinds. */
const text = fc
  .array(
    fc.constantFrom('a', ' ', '\t', 'é', '漢', '😀', '\ud83d', '\ude00', 'e\u0301', '\n', '\r\n', '\r', '\u2028'),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

function encodingOf(unit: Unit, texts: Readonly<Record<string, string>>): PositionEncoding {
  const placed = new Map(Object.entries(texts).map(([uri, text]) => [uri, { text, lines: new LineIndex(text) }]));
  const encoding = new PositionEncoding((uri) => placed.get(uri) ?? null);
  encoding.unit = unit;
  return encoding;
}

/** Expects what is marked in a line, which is in UTF-16, to have a range in UTF-8 and one in UTF-32. */
function check(source: string, expected: { utf8: [number, number]; utf32: [number, number] }): void {
  const note = marked(source);
  const { start, end } = note.ranges[0] as { start: number; end: number };
  const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
  for (const [unit, [from, to]] of [['utf-8', expected.utf8] as const, ['utf-32', expected.utf32] as const]) {
    const encoding = encodingOf(unit, { a: note.text });
    const outgoing = encoding.outgoing(range, 'a');
    assert.deepEqual([outgoing.start.character, outgoing.end.character], [from, to]);
    assert.deepEqual(encoding.incoming(outgoing, 'a'), range);
  }
}

describe('the unit that characters are counted in', () => {
  it('is the first of the client’s that there is, and UTF-16 where it says nothing', () => {
    assert.equal(negotiate({}), 'utf-16');
    assert.equal(negotiate({ general: { positionEncodings: [] } }), 'utf-16');
    assert.equal(negotiate({ general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] } }), 'utf-32');
    assert.equal(negotiate({ general: { positionEncodings: ['utf-7', 'utf-8', 'utf-16'] } }), 'utf-8');
    assert.equal(negotiate({ general: { positionEncodings: ['utf-7'] } }), 'utf-16');
  });

  it('changes characters, and not lines', () => {
    check('claim: ⟦plain⟧', { utf8: [7, 12], utf32: [7, 12] });
    check('é⟦é⟧é', { utf8: [2, 4], utf32: [1, 2] });
    check('漢⟦字⟧', { utf8: [3, 6], utf32: [1, 2] });
    check('😀⟦😀⟧ x', { utf8: [4, 8], utf32: [1, 2] });
    check(`${'😀'.repeat(200)}⟦é⟧`, { utf8: [800, 802], utf32: [200, 201] });
  });

  it('takes half of a pair for where the pair begins, and what is past the end for the end', () => {
    const utf8 = encodingOf('utf-8', { a: 'a😀b\nc' });
    const at = (line: number, character: number) => ({ line, character });
    assert.deepEqual(utf8.outgoing([at(0, 2), at(0, 9), at(1, 0), at(7, 3)], 'a'), [
      at(0, 1),
      at(0, 6),
      at(1, 0),
      at(7, 3),
    ]);
    assert.deepEqual(utf8.incoming([at(0, 1), at(0, 2), at(0, 4), at(0, 5), at(0, 6), at(0, 99)], 'a'), [
      at(0, 1),
      at(0, 1),
      at(0, 1),
      at(0, 3),
      at(0, 4),
      at(0, 4),
    ]);
  });

  it('is counted as by writing out the line (property)', () => {
    holds(text, (written) => {
      const lines = written.split(/\r\n|\r|\n/);
      for (const unit of OTHERS) {
        const encoding = encodingOf(unit, { a: written });
        lines.forEach((row, line) => {
          for (let character = 0; character <= row.length; character++) {
            const place = { line, character };
            const outgoing = encoding.outgoing(place, 'a');
            assert.deepEqual(outgoing, converted(place, written, 'utf-16', unit));
          }
          for (let character = 0; character <= lengthIn(row, unit); character++) {
            const place = { line, character };
            assert.deepEqual(encoding.incoming(place, 'a'), converted(place, written, unit, 'utf-16'));
          }
        });
      }
    });
  });

  it('is counted again from at most 64 characters before, however long a line', () => {
    const row = 'é😀a'.repeat(50_000);
    let looked = 0;
    const counted = {
      length: row.length,
      charCodeAt: (at: number) => {
        looked++;
        return row.charCodeAt(at);
      },
    };
    const units = new LineUnits(counted as unknown as string, 0, row.length, 'utf-8');
    looked = 0;
    assert.equal(units.fromUtf16(row.length - 1), 50_000 * 7 - 1);
    assert.equal(units.toUtf16(50_000 * 7 - 1), row.length - 1);
    assert.ok(looked < 1000, `${looked} characters were looked at`);
  });
});

describe('a document edited by a client', () => {
  const edit = fc.record({ at: fc.nat(40), length: fc.nat(5), inserted: text });

  it('has the text of the client, whatever its unit (property)', () => {
    holds(fc.tuple(text, fc.array(edit, { maxLength: 4 })), ([written, edits]) => {
      for (const unit of ['utf-8', 'utf-16', 'utf-32'] as const) {
        const ours = TextDocument.create('a', 'debate', 1, written);
        const theirs = TextDocument.create('a', 'debate', 1, written);
        // Each change is of the text that those before have left.
        const changes = edits.map(({ at, length, inserted }) => {
          const range = { start: theirs.positionAt(at), end: theirs.positionAt(at + length) };
          // A client has no places within a character.
          const whole = {
            start: converted(
              converted(range.start, theirs.getText(), 'utf-16', 'utf-32'),
              theirs.getText(),
              'utf-32',
              'utf-16',
            ),
            end: converted(
              converted(range.end, theirs.getText(), 'utf-16', 'utf-32'),
              theirs.getText(),
              'utf-32',
              'utf-16',
            ),
          };
          const sent = {
            start: converted(whole.start, theirs.getText(), 'utf-16', unit),
            end: converted(whole.end, theirs.getText(), 'utf-16', unit),
          };
          TextDocument.update(theirs, [{ range: whole, text: inserted }], 2);
          return { range: sent, text: inserted };
        });
        encodingOf(unit, {}).edited(ours, changes, 2);
        assert.equal(ours.getText(), theirs.getText());
        assert.equal(ours.version, 2);
      }
    });
  });
});
