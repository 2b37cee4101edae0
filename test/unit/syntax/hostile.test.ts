import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';

/** Parses `unit` repeated to so many characters, which in quadratic time takes longer than a test may. */
function check(unit: string, size = 20_000) {
  const text = unit.repeat(Math.floor(size / unit.length));
  assert.equal(parse(text).blocks.at(-1)?.end, text.length);
}

describe('hostile notes are read in one go', () => {
  for (const unit of [
    ...['\n', '\r', '\t', '>', '#', '`', '<!--', '-->', '"', '“', '(', 'claim ', 'claim (', 'support -> #a, '],
    ...['```\n', '```a\n', '~~~\n````a\n', '<!--\n', '-->\n', '<!-- -->', '<!--\n-->', '` ``\n', '`<!--` '],
    ...['claim (\n', 'claim: A\n', '> A\n\n', 'support -> <a\n', '### ()\n', '---\n', '--- a\n', '\ud83d', '\0'],
  ]) {
    it(`${JSON.stringify(unit)}, over and over`, () => check(unit));
  }

  it('thousands of targets without an id', () => check('support -> <a>: A\n', 400_000));
  it('thousands of comments that are never closed', () => check(`<!--${' a'.repeat(6)}\n`, 400_000));
  it('statements nested a thousand deep', () => {
    const text = Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}rebuttal: A`).join('\n');
    assert.equal(parse(text).blocks.length, 1000);
  });
});
