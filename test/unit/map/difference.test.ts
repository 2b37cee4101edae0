import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applied, differenceOf } from '../../../client/src/map/shared/difference';
import type { MapContent } from '../../../client/src/map/shared/messages';
import { debates, keyOf, mapContent } from '../../support/maps';
import { holds } from '../../support/property';

function edit(before: string, after: string): { before: MapContent; after: MapContent } {
  const first = mapContent(before);
  return { before: first, after: mapContent(after, first) };
}

describe('the difference between two maps', () => {
  it('makes the one of the other', () => {
    holds(fc.tuple(debates, debates), ([one, other]) => {
      const { before, after } = edit(one, other);
      const difference = differenceOf(before, after);
      assert.deepEqual(difference ? applied(difference, before) : before, after);
    });
  });

  it('is nothing where nothing is different, wherever the statements stand now', () => {
    const { before, after } = edit('claim: a\n  support: b', 'prose\n\nclaim: a\n\n  support: b');
    assert.equal(differenceOf(before, after), null);
  });

  it('is one statement where its words are edited', () => {
    const { before, after } = edit('claim: a\n  support: b\nclaim: c', 'claim: a\n  support: bb\nclaim: c');
    const difference = differenceOf(before, after);
    assert.deepEqual(
      difference?.put.map(({ text }) => text),
      ['bb'],
    );
    assert.equal(difference?.splice, null);
    assert.equal(difference?.notes, null);
  });

  it('is a statement and its place where one is put in', () => {
    const { before, after } = edit('claim: a\n  cite: b\nclaim: c', 'claim: a\n  question: new\n  cite: b\nclaim: c');
    const difference = differenceOf(before, after);
    assert.deepEqual(
      difference?.put.map(({ text }) => text),
      ['new'],
    );
    assert.deepEqual(difference?.splice, { start: 1, remove: 0, keys: [keyOf(after, 'new')] });
  });

  it('is what an edit elsewhere changes: labels, and who speaks', () => {
    const { before, after } = edit('claim: a\n  support: b', 'claim (Ada): a\n  support: b\n  rebuttal: c');
    assert.deepEqual(
      differenceOf(before, after)?.put.map(({ text, label, speaker }) => [text, label, speaker]),
      [
        ['a', 'rebutted', 'Ada'],
        ['b', 'stands', 'Ada'],
        ['c', 'stands', null],
      ],
    );
  });

  it('leaves what it does not name the same objects', () => {
    const { before, after } = edit('claim: a\nclaim: b', 'claim: a\nclaim: bb');
    const result = applied(differenceOf(before, after) as NonNullable<ReturnType<typeof differenceOf>>, before);
    assert.equal(result.statements[0], before.statements[0]);
  });

  it('is refused by a map that it does not belong to', () => {
    const { before, after } = edit('claim: a\nclaim: b', 'claim: a\nquestion: c\nclaim: b');
    const difference = differenceOf(before, after);
    assert.throws(() => difference && applied({ ...difference, put: [] }, before));
  });
});

describe('the keys of a map', () => {
  /** Checks that the statements with some words keep their keys over an edit, and are all that do. */
  function checkKept(one: string, other: string, ...kept: string[]) {
    const { before, after } = edit(one, other);
    const known = new Map(before.statements.map(({ key, text }) => [key, text]));
    const found = after.statements.filter(({ key }) => known.has(key)).map(({ text }) => text);
    assert.deepEqual(found.sort(), kept.sort());
  }

  it('stay with their statements when others come in between', () => {
    checkKept(
      'claim: a\n  support: b\n  support: c',
      'claim: a\n  support: x\n  support: b\n  support: c',
      'a',
      'b',
      'c',
    );
    checkKept('claim: a\nclaim: b\n  cite: c', 'claim: x\n  cite: y\nclaim: a\nclaim: b\n  cite: c', 'a', 'b', 'c');
    checkKept('claim: a\nclaim: b', 'claim: b', 'b');
  });

  it('stay with a statement whose words are edited, or that is given an id', () => {
    checkKept('claim: a\n  support: b\n  support: c', 'claim: a\n  support: bb\n  support: c', 'a', 'bb', 'c');
    checkKept('claim #x: a\nclaim: b', 'claim: b\nclaim #x: aa', 'b', 'aa');
  });

  it('stay with ids wherever those go', () => {
    checkKept('claim: a\n  support #s: b\nclaim: c', 'claim: a\nclaim: c\n  support #s: b', 'a', 'b', 'c');
  });

  it('are those of the server in a fresh map', () => {
    for (const { key, name } of mapContent('claim: a\n  support: b\nclaim #c: c').statements) assert.equal(key, name);
  });

  it('are never given twice, whatever is edited', () => {
    holds(
      fc.array(debates, { minLength: 2, maxLength: 4 }),
      (texts) => {
        let content: MapContent | null = null;
        for (const text of texts) {
          content = mapContent(text, content);
          assert.equal(new Set(content.statements.map(({ key }) => key)).size, content.statements.length);
          const kept = mapContent(text, content);
          assert.deepEqual(kept, content, 'the same text again changes nothing');
        }
      },
      0.5,
    );
  });
});
