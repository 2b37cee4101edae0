import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildArgument } from '../../../server/src/argument/argument';
import { flatArgument } from '../../../server/src/features/flatArgument';
import { parse } from '../../../server/src/syntax/parse';
import { statementsOf } from '../../../server/src/syntax/pieces';
import { Note } from '../../../server/src/workspace/note';
import { edited, edits, noteText } from '../../support/arbitraries';
import { outlineText } from '../../support/outlineText';
import { holds } from '../../support/property';
import { shownParents } from './shownParents';

/** The statements that lead back to themselves over `parents`. */
function onRings(parents: readonly (number | null)[]): Set<number> {
  const found = new Set<number>();
  for (const start of parents.keys()) {
    let at = parents[start] ?? null;
    for (let steps = 0; at !== null && at !== start && steps < parents.length; steps++) at = parents[at] ?? null;
    if (at === start) found.add(start);
  }
  return found;
}

describe('the argument of a note, whatever its text', () => {
  it('shows every statement exactly once', () =>
    holds(noteText, (text) => {
      const tree = parse(text);
      const { points, roots } = buildArgument(tree);
      const shown: number[] = [];
      const waiting = [...roots];
      for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
        shown.push(index);
        waiting.push(...(points[index]?.children ?? []));
      }
      assert.deepEqual(
        shown.sort((a, b) => a - b),
        statementsOf(tree).map((_, index) => index),
      );
    }));

  it('agrees with itself: children and parents, replies and what they reply to', () =>
    holds(noteText, (text) => {
      const { points, roots } = buildArgument(parse(text));
      for (const { index, parent, children, replies, repliesTo } of points) {
        assert.equal(parent === null, roots.includes(index));
        assert.deepEqual(
          children,
          points.filter((point) => point.parent === index).map((point) => point.index),
        );
        assert.deepEqual(
          replies,
          points.filter((point) => point.repliesTo.some((reply) => reply.index === index)).map((point) => point.index),
        );
        if (parent !== null) assert.equal(parent, repliesTo.find((reply) => reply.index !== null)?.index);
      }
    }));

  it('hangs every statement where it wants to be, but the earliest of each ring', () => {
    const wishes = fc
      .array(fc.option(fc.nat(11)), { maxLength: 12 })
      .map((wanted) => wanted.map((wish) => (wish === null || wish >= wanted.length ? null : wish)));
    holds(wishes, (wanted) => {
      const parents = shownParents(wanted);
      const rings = onRings(wanted);
      assert.equal(onRings(parents).size, 0);
      for (const [index, parent] of parents.entries()) {
        if (parent === wanted[index]) continue;
        assert.equal(parent, null);
        for (let at = wanted[index]; at !== index && at !== null && at !== undefined; at = wanted[at]) {
          assert.ok(at > index);
        }
        assert.ok(rings.has(index));
      }
    });
  });

  it('is the same with any line ending', () =>
    holds(noteText, (text) => {
      const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
      const expected = outlineText(plain);
      for (const ending of ['\r\n', '\r']) assert.equal(outlineText(plain.replaceAll('\n', ending)), expected);
      assert.equal(outlineText(text), expected);
    }));
});

describe('the argument of a note that is edited', () => {
  const checkEdit = (before: string, after: string) => {
    const old = new Note('file:///a.debate', before);
    assert.ok(old.argument.points);
    const edited = new Note('file:///a.debate', after, null, old);
    assert.deepEqual(edited.argument.blocks, new Note('file:///a.debate', after).argument.blocks);
    assert.deepEqual(edited.argument.structure, new Note('file:///a.debate', after).argument.structure);
  };

  it('knows where its statements stand, also where one has changed places with a blank line', () => {
    checkEdit('\nclaim: x\n', 'claim: x\n\n');
    checkEdit('claim: x\n\n<!-- c -->\n', '<!-- c -->\n\nclaim: x\n');
  });

  it('is as if it were read anew', () =>
    holds(fc.tuple(noteText, edits), ([text, those]) => {
      let before = text;
      for (const one of those) {
        const after = edited(before, one);
        checkEdit(before, after);
        before = after;
      }
    }));
});

describe('the argument as a flat list, whatever the text', () => {
  it('names every statement once, and a parent before its children', () =>
    holds(noteText, (text) => {
      const note = new Note('file:///notes/note.debate', text);
      const statements = flatArgument(note);
      assert.equal(statements.length, note.argument.points.length);
      assert.equal(new Set(statements.map(({ key }) => key)).size, statements.length);
      statements.forEach(({ parent }, place) => {
        assert.ok(parent === null || parent < place);
      });
    }));

  it('keeps the names of statements above an edit that does not mention them', () =>
    holds(fc.tuple(noteText, noteText), ([text, more]) => {
      // A fence or comment that is closed below, or a target that leads there, may change what is above.
      const above = `A\n${text.replace(/`{3,}|~{3,}|<!--|->/g, '')}\n# B\n`;
      const before = flatArgument(new Note('file:///a.debate', above));
      const after = flatArgument(new Note('file:///a.debate', above + more.replaceAll('#', '')));
      const keys = new Set(after.map(({ key }) => key));
      for (const { key } of before) assert.ok(keys.has(key));
    }));
});
