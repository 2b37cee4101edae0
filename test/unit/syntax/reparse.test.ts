import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from '../../../server/src/syntax/parse';
import { reparse } from '../../../server/src/syntax/reparse';
import type { NoteTree } from '../../../server/src/syntax/tree';
import { type Edit, edited, edits, noteText } from '../../support/arbitraries';
import { marked } from '../../support/marks';
import { holds } from '../../support/property';

/** Everything that is known of a tree. */
function known({ text, lines, blocks, green, opaque, starts, firstLines }: NoteTree) {
  return { text, lines, blocks, green, opaque, starts, firstLines };
}

/** Replaces the marked range and expects a fresh parse's tree, with no more than some blocks read again. */
function check(source: string, replacement: string, blocksRead: number) {
  const { text, ranges } = marked(source);
  const [{ start, end }] = ranges as [{ start: number; end: number }];
  const after = text.slice(0, start) + replacement + text.slice(end);
  const { tree, from, newTo } = reparse(parse(text), after);
  assert.deepEqual(known(tree), known(parse(after)));
  assert.equal(newTo - from, blocksRead);
}

describe('parsing after an edit', () => {
  it('reads the block that was edited, and the one above that looked at it', () => {
    check('claim: A\n# S\nB ⟦⟧ b\n# T\nC', 'x', 1);
    check('claim: A\nsupport: ⟦B⟧\nrebuttal: C\ncite: D', 'x', 2);
    check('P\n\nclaim: A\n\nQ⟦⟧\n\nclaim: C\n', 'x', 3);
  });
  it('reads on where blocks grow together', () => {
    check('A\n⟦# H\n⟧B\n# I', '', 1);
    check('claim: A\n⟦x⟧\n  B\n\n  C\n# D', '  x', 1);
    check('A\n⟦\n⟧B', '', 1);
  });
  it('reads a block once more where one is parted', () => check('# H\nA\n⟦⟧B\n# I', '# J\n', 3));
  it('reads nothing where nothing was edited', () => check('claim: A⟦⟧\n', '', 0));
  it('goes back to an opener that the edit closes', () => {
    check('A <!--\n# B\n# C\nD⟦⟧\n# E', ' -->', 2);
    check('```\n# B\n# C\n⟦⟧\n# E', '```', 1);
    check('~~~~\n# B\n~~⟦⟧\n# E\n', '~~', 1);
  });
  it('goes back to an opener that the edit opens again', () => {
    check('A <!--\n# B\n# C\nD ⟦-->⟧\n# E', '', 4);
    check('```\n# B\n⟦```⟧\n# E', '', 3);
  });
  it('is not misled by an opener of another kind', () => check('~~~\n# B\n# C\n⟦⟧\n# E', '```', 1));
  it('reads up to where an opener of the edit is closed', () => check('A\n# H\n⟦⟧\n# I\nclaim: -->\n# E', '<!--', 1));
  it('finds front matter, and its end, where the first lines change', () => {
    check('⟦⟧title: A\n---\nclaim: B', '---\n', 1);
    check('---\ntitle: A\n⟦-⟧--\nclaim: B', '', 2);
    check('---\ntitle: A⟦⟧\n---\nclaim: B\nclaim: C', 'x', 1);
    check('---\ntitle: A\n---\nclaim: B⟦⟧\nclaim: C', 'x', 1);
    check('---\ntitle: A\n⟦⟧\nB', '---', 1);
  });
  it('never parts CR from LF', () => {
    check('A\r⟦⟧\n# B', 'x', 1);
    check('A⟦\r⟧\n# B', '', 1);
    check('A⟦⟧\nB', '\r', 1);
    check('A⟦\n⟧B', '\r', 1);
  });
  it('reads the end of the note', () => {
    check('claim: A\n⟦⟧', 'B', 2);
    check('⟦A⟧', '', 1);
    check('⟦⟧', 'A', 1);
    check('# A\n⟦B⟧', '', 0);
  });

  it('gives the tree of a fresh parse, whatever was edited, edit after edit', () => {
    holds(fc.tuple(noteText, edits), ([text, changes]) => {
      let tree = parse(text);
      for (const change of changes as Edit[]) {
        const after = edited(tree.text, change);
        const { tree: next, from, oldTo, newTo } = reparse(tree, after);
        assert.deepEqual(known(next), known(parse(after)));
        assert.equal(next.green.length - newTo, tree.green.length - oldTo);
        assert.ok(next.green.every((block, i) => (i >= from && i < newTo) || tree.green.includes(block)));
        tree = next;
      }
    });
  });
});
