import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import { textReferences } from '../../../server/src/syntax/textReferences';
import { noteText } from '../../support/arbitraries';
import { marked, withMarks } from '../../support/marks';
import { holds } from '../../support/property';

/** @param source a note, `⟦…⟧` around every reference in its texts */
function check(source: string, ...expected: string[]) {
  const { text } = marked(source);
  const found = textReferences(parse(text));
  assert.equal(
    withMarks(
      text,
      found.map(({ range }) => range),
    ),
    source,
  );
  assert.deepEqual(
    found.map(({ path, id }) => `${path ?? ''}#${id}`),
    expected,
  );
}

describe('references in texts', () => {
  it('name a statement of this note or of another', () => {
    check('See [[⟦#a⟧]] and [[⟦sub/other#b-2⟧]].', '#a', 'sub/other#b-2');
    check('claim: see [[⟦my other note#漢字⟧]]', 'my other note#漢字');
    check('# On [[⟦#a⟧]]\n\nclaim: x\n  and [[⟦#b⟧]]', '#a', '#b');
  });

  it('are none without an id, or without both brackets', () => {
    check('[[a]] [[#]] [[#1]] [[#a] [#a]] [[#a b]] [[a#b#c]] [[\n#a]]');
  });

  it('are none in code, comments, quotations and front matter', () => {
    check('`[[#a]]` <!-- [[#b]] -->\n> [[#c]]\n\n```\n[[#d]]\n```\nclaim: x\n  > [[#e]]');
    check('---\ntitle: "[[#a]]"\n---\n[[⟦#b⟧]]', '#b');
  });

  it('stand in the block that is named, in order, whatever the note', () => {
    holds(noteText, (text) => {
      const tree = parse(text);
      let end = 0;
      for (const { range, id, block } of textReferences(tree)) {
        assert.ok(range.start >= end);
        assert.ok(text.slice(range.start, range.end).endsWith(`#${id}`));
        const { start, end: last } = tree.blocks[block] ?? { start: -1, end: -1 };
        assert.ok(start <= range.start && range.end <= last);
        end = range.end;
      }
    });
  });

  it('are found in one go, whatever brackets there are', () => {
    for (const unit of ['[', '[[', '[[#', '[[a', '[[#a]', '[[#a]] ']) {
      const text = unit.repeat(40_000 / unit.length);
      assert.equal(textReferences(parse(text)).length, unit === '[[#a]] ' ? 5714 : 0);
    }
  });
});
