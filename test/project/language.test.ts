import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { outlineText } from '../support/outlineText';

/** An example of the language page, and the outline that follows it. */
interface Example {
  /** Line of the page, from 1, where the note begins. */
  readonly line: number;
  readonly note: string;
  readonly outline: string | null;
}

/** Every `debate` block of a page; its outline is the `outline` block that comes next, with only blank lines between. */
function examplesOf(page: string): Example[] {
  const block = /^```debate\n(?<note>.*?)^```\n(?:\s*^```outline\n(?<outline>.*?)^```\n)?/gms;
  return Array.from(page.matchAll(block), ({ index, groups }) => ({
    line: page.slice(0, index).split('\n').length + 1,
    note: groups?.['note'] ?? '',
    outline: groups?.['outline'] ?? null,
  }));
}

describe('docs/language.md', () => {
  const page = readFileSync('docs/language.md', 'utf8');
  const examples = examplesOf(page);

  it('has an outline for every example, at least ten, and no outline without one', () => {
    assert.ok(examples.length >= 10);
    assert.deepEqual(
      examples.filter(({ outline }) => outline === null).map(({ line }) => `line ${line}`),
      [],
    );
    const count = (fence: RegExp) => page.match(fence)?.length ?? 0;
    assert.equal(count(/^```debate$/gm), examples.length);
    assert.equal(count(/^```outline$/gm), examples.length);
  });

  for (const { line, note, outline } of examples) {
    it(`is right about the example in line ${line}`, () => assert.equal(outlineText(note), outline?.trimEnd()));
  }
});
