import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compared, readBaseline, writtenBaseline } from '../../../server/src/config/baseline';
import { marked, withMarks } from '../../support/marks';
import { holds } from '../../support/property';

const entry = (rule: string, fingerprint: string) => ({ rule, fingerprint });

describe('a baseline', () => {
  it('is written the same for the same findings, a fingerprint a line', () => {
    const notes = new Map([
      [
        'b.debate',
        [entry('self-attack', '2'), entry('own-side', '3'), entry('self-attack', '1'), entry('self-attack', '2')],
      ],
      ['a.debate', [entry('own-side', '3')]],
      ['clean.debate', []],
    ]);
    const lines = [
      '"version": 1',
      '"notes"',
      '"a.debate"',
      '"own-side"',
      '"3"',
      '"b.debate"',
      '"own-side"',
      '"3"',
      '"self-attack"',
      '"1"',
      '"2"',
      '"2"',
    ];
    const text = writtenBaseline(notes);
    assert.deepEqual(
      text.split('\n').flatMap((line) => /^\s*("[^"]*"(?:: \d)?)/.exec(line)?.[1] ?? []),
      lines,
    );
    assert.equal(writtenBaseline(new Map([...notes].reverse())), text);
  });

  it('is read as it was written', () => {
    const findings = fc.array(
      fc.record({ rule: fc.constantFrom('own-side', 'self-attack'), fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/) }),
      { minLength: 1 },
    );
    holds(fc.dictionary(fc.stringMatching(/^[a-zé ]{1,8}\.debate$/), findings), (notes) => {
      const read = readBaseline(writtenBaseline(new Map(Object.entries(notes))));
      assert.deepEqual(read.faults, []);
      assert.deepEqual([...read.notes.keys()].sort(), Object.keys(notes).sort());
      for (const [path, written] of Object.entries(notes)) {
        const { known, stale } = compared(written, read.notes.get(path) ?? []);
        assert.ok(known.every(Boolean));
        assert.deepEqual(stale, []);
      }
    });
  });

  /** Expects the faults of a baseline, `⟦…⟧` around each. */
  function checkFaults(source: string) {
    const { text } = marked(source);
    assert.equal(
      withMarks(
        text,
        readBaseline(text).faults.map(({ range }) => range),
      ),
      source,
    );
  }
  it('says what in it is wrong, and keeps the rest', () => {
    checkFaults('');
    checkFaults('{ "version": 1 }');
    checkFaults('⟦{ "notes": {} }⟧');
    checkFaults('{ "version": ⟦2⟧, "notes": { "a": { "own-side": ["1"] } } }');
    checkFaults('{ "version": 1, "notes": { "a": { "own-side": ["1", ⟦2⟧] } } }');
    checkFaults('{ "version": 1⟦ ⟧');
    checkFaults('{ "version": 1, "notes": ⟦5⟧ }');
    checkFaults('{ "version": 1, "notes": { "a": ⟦5⟧ } }');
  });

  it('stands for as many findings as it has entries', () => {
    const { notes } = readBaseline('{ "version": 1, "notes": { "a": { "own-side": ["1", "1", "2"] } } }');
    const findings = [
      entry('own-side', '1'),
      entry('self-attack', '2'),
      entry('own-side', '1'),
      entry('own-side', '1'),
    ];
    const { known, stale } = compared(findings, notes.get('a') ?? []);
    assert.deepEqual(known, [true, false, true, false]);
    assert.deepEqual(
      stale.map(({ fingerprint }) => fingerprint),
      ['2'],
    );
  });
});
