import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LanguageService } from '../../../server/src/service';
import { parse } from '../../../server/src/syntax/parse';
import { reparse } from '../../../server/src/syntax/reparse';
import type { NoteTree } from '../../../server/src/syntax/tree';
import { edit, edited, noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';

/** Everything that a tree says. */
function said({ text, blocks, opaque, starts, firstLines, lines }: NoteTree) {
  return { text, blocks, opaque, starts, firstLines, lines: lines.count };
}

describe('a tree that rests', () => {
  it('says what it said before, also to an edit', () => {
    holds(fc.tuple(noteText, edit), ([text, change]) => {
      const resting = parse(text);
      resting.rest();
      assert.deepEqual(said(resting), said(parse(text)));
      const after = edited(text, change);
      assert.deepEqual(said(reparse(resting, after).tree), said(parse(after)));
      resting.rest();
      assert.deepEqual(said(resting), said(parse(text)));
    });
  });

  it('may have been edited before it rests', () => {
    holds(fc.tuple(noteText, edit), ([text, change]) => {
      const { tree } = reparse(parse(text), edited(text, change));
      tree.rest();
      assert.deepEqual(said(tree), said(parse(edited(text, change))));
    });
  });

  it('is that of every note that was only got ready for others', () => {
    const service = new LanguageService();
    const passage = 'Nobody pays a judge for having been persuaded by the better of two speakers.';
    service.setNote('file:///a.debate', `claim #a: ${passage}`);
    service.prepare('file:///a.debate');
    const rested = service.note('file:///a.debate')?.tree.green[0];
    assert.notEqual(rested, undefined);
    service.prepare('file:///a.debate');
    assert.notEqual(service.note('file:///a.debate')?.tree.green[0], rested, 'it was read again');
    service.setNote('file:///b.debate', `rebuttal -> a#a: no\n\n${passage}\n`, 1);
    const found = service.linter
      .findings('file:///b.debate')
      .map(({ rule, related }) => [rule, related[0]?.range.start]);
    assert.deepEqual(found, [
      ['unanswered-rebuttal', 0],
      ['duplicate-passage', 10],
    ]);
    assert.match(JSON.stringify(service.hover('file:///a.debate', { line: 0, character: 7 })), /Rebutted/);
  });
});
