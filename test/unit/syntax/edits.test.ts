import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockFacts } from '../../../server/src/syntax/blockFacts';
import { textOfBlock } from '../../../server/src/syntax/blockMemo';
import { changedBlocks } from '../../../server/src/syntax/edits';
import { parse } from '../../../server/src/syntax/parse';
import { reparse } from '../../../server/src/syntax/reparse';
import type { NoteTree } from '../../../server/src/syntax/tree';
import { edit, edited, noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';

const MANY_EDITS = fc.tuple(noteText, fc.array(edit, { minLength: 1, maxLength: 12 }));

/** The trees of a text and of what each edit makes of it, each read on from the one before. */
function versions(text: string, edits: readonly Parameters<typeof edited>[1][]): NoteTree[] {
  const trees = [parse(text)];
  for (const each of edits) {
    const last = trees.at(-1) as NoteTree;
    trees.push(reparse(last, edited(last.text, each)).tree);
  }
  return trees;
}

/** The texts of some blocks; blank lines that are equally long may be the same block. */
const texts = (tree: NoteTree, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) =>
    textOfBlock(tree, from + i).replace(/^\s+$/, ({ length }) => `${length}`),
  );

describe('the changed blocks of a note', () => {
  it('leave out blocks that both versions have alike, however many edits lie between', () =>
    holds(MANY_EDITS, ([text, edits]) => {
      const trees = versions(text, edits);
      const after = trees.at(-1) as NoteTree;
      for (const before of trees) {
        const { from, oldTo, newTo } = changedBlocks(before, after);
        assert.deepEqual(texts(before, 0, from), texts(after, 0, from));
        assert.deepEqual(texts(before, oldTo, before.green.length), texts(after, newTo, after.green.length));
      }
    }));

  it('are told by the edits, not by looking at all blocks', () => {
    const [start, end] = ['claim: a\n\nx\n\n', '\n\ny\n\nclaim: c\n'];
    const before = parse(`${start}claim: b${end}`);
    const after = reparse(reparse(before, `${start}claim: bb${end}`).tree, `${start}claim: bbb${end}`).tree;
    const looked: PropertyKey[] = [];
    const watched = (tree: NoteTree): NoteTree =>
      new Proxy(tree, {
        get: (target, key) => {
          looked.push(key);
          return Reflect.get(target, key);
        },
      });
    const { from, oldTo, newTo } = changedBlocks(watched(before), watched(after));
    assert.ok(from > 0 && oldTo < before.green.length && newTo < after.green.length);
    assert.ok(texts(after, from, newTo).join('').includes('claim: bbb'));
    assert.ok(!looked.includes('green'), looked.join());
  });

  it('are all that differ of two texts that have nothing to do with each other', () => {
    assert.deepEqual(changedBlocks(parse('claim: a\n'), parse('claim: a\n\nb\n')), { from: 0, oldTo: 1, newTo: 3 });
  });
});

/** The capital letters of each block. */
const CAPITALS = new BlockFacts((tree, block) => textOfBlock(tree, block).match(/[A-Z]/g) ?? []);

describe('the facts of blocks', () => {
  it('are those of a note that is read afresh, after any edits', () =>
    holds(MANY_EDITS, ([text, edits]) => {
      const first = parse(text);
      CAPITALS.in(first);
      let tree = first;
      for (const each of edits) {
        tree = reparse(tree, edited(tree.text, each)).tree;
        assert.deepEqual(CAPITALS.in(tree), CAPITALS.in(parse(tree.text)));
      }
    }));

  it('are the same list while an edit changes none of them and moves none', () => {
    const far = 'claim: A\n\nb\n\nc\n\nd\n\n';
    const before = parse(`${far}claim: e\n`);
    const known = CAPITALS.in(before);
    assert.equal(CAPITALS.in(reparse(before, `${far}claim: ee\n`).tree), known);
    assert.notEqual(CAPITALS.in(reparse(before, `${far}claim: E\n`).tree), known);
    assert.notEqual(CAPITALS.in(reparse(before, `x\n\n${far}claim: e\n`).tree), known);
  });

  it('are worked out anew after a rest', () => {
    const tree = parse('claim: A\n');
    assert.equal(CAPITALS.in(tree).length, 1);
    tree.rest();
    assert.deepEqual(CAPITALS.in(tree), [{ block: 0, facts: ['A'] }]);
  });
});
