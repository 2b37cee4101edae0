import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import * as fc from 'fast-check';
import { PLAIN } from '../../../server/src/cli/paint';
import { shownDiff, unifiedDiff } from '../../../server/src/cli/unifiedDiff';
import { holds } from '../../support/property';

/** Expects the diff of two texts to lead from one to the other. */
function leads(before: string, after: string) {
  assert.equal(applyPatch(before, unifiedDiff('a.debate', before, after), { autoConvertLineEndings: false }), after);
}

describe('a unified diff', () => {
  it('names the file with slashes, and shows three lines around', () => {
    assert.deepEqual(
      unifiedDiff('notes\\a.debate', '1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\n6\n7\n8\n9\n').split('\n'),
      ['--- notes/a.debate', '+++ notes/a.debate', '@@ -2,7 +2,6 @@', ' 2', ' 3', ' 4', '-5', ' 6', ' 7', ' 8', ''],
    );
  });

  it('ends a name with a space in it by a tab, as `patch` wants it', () =>
    assert.equal(unifiedDiff('a b.debate', 'x\n', 'y\n').split('@@')[0], '--- a b.debate\t\n+++ a b.debate\t\n'));

  it('leads from any text to any other', () => {
    const line = fc.constantFrom('a', 'b', '-- x', '++ y', 'a\r', '\\ No newline at end of file', '');
    const text = fc.array(line).map((lines) => lines.join('\n'));
    holds(fc.tuple(text, text), ([before, after]) => before === after || leads(before, after));
  });

  it('takes thousands of changes for one, rather than its square of time', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `line ${i}`);
    const before = `1\n2\n3\n4\n5\nfirst\n${lines.join('\n')}\nlast`;
    for (const after of [
      `1\n2\n3\n4\n5\nfirst\n${lines.map((line) => `${line}!`).join('\n')}\nlast`,
      `1\n2\n3\n4\n5\nfirst\n${lines.map((line) => `${line}!`).join('\n')}\nanother`,
      `1\n2\n3\n4\n5\nfirst\n${lines.map((line) => `${line}!`).join('\n')}\nlast\n`,
    ]) {
      leads(before, after);
      assert.match(unifiedDiff('a', before, after).split('\n')[2] ?? '', /^@@ -4,500[1-4] \+4,500[1-4] @@$/);
    }
  });

  it('is spelled out for people', () =>
    assert.equal(
      shownDiff('--- a\n+++ a\n@@ -1 +1 @@\n-\x1b\n+b\r\n', PLAIN),
      '--- a\n+++ a\n@@ -1 +1 @@\n-\\x1b\n+b\\x0d\n',
    ));
});
