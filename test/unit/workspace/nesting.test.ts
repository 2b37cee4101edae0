import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { KEYWORDS, type Keyword } from '../../../server/src/syntax/tree';
import { nestsAlike } from '../../../server/src/workspace/nesting';
import { Note } from '../../../server/src/workspace/note';
import { uriOf } from '../../support/notes';
import { holds } from '../../support/property';

const noteOf = (text: string) => new Note(uriOf('note'), text);

/** The same read anew: the keyword is changed, and every statement compared. */
function nestsAlikeInText(note: Note, index: number, keyword: Keyword): boolean {
  const { keywordRange } = note.argument.points[index]?.statement ?? assert.fail();
  const after = noteOf(note.text.slice(0, keywordRange.start) + keyword + note.text.slice(keywordRange.end));
  return note.argument.points.every(({ above, statement }, at) => {
    const now = after.argument.points[at]?.above ?? null;
    return now === above || statement.targets.length > 0 || (at === index && keyword === 'claim' && now === null);
  });
}

const line = fc
  .tuple(fc.constantFrom('', '', '', ' ', '  ', '   ', '    '), fc.constantFrom(...KEYWORDS), fc.nat(9))
  .map(([indentation, keyword, other]) => {
    if (other === 0) return '# h';
    return `${indentation}${keyword}${other === 1 ? ' -> #a' : ''}: x`;
  });

describe('whether statements hang alike once one has another keyword', () => {
  it('is told of flat replies, which the keyword above takes', () => {
    const note = noteOf('claim: P\n  support: p\nclaim: A\nrebuttal: B\n');
    assert.equal(nestsAlike(note, 2, 'answer'), true);
    assert.equal(nestsAlike(note, 2, 'question'), false);
    assert.equal(nestsAlike(note, 3, 'undercut'), false);
  });

  it('is what the changed note shows, of any statement and keyword', () => {
    holds(fc.array(line, { minLength: 1, maxLength: 9 }), (lines) => {
      const note = noteOf(lines.join('\n'));
      for (const { index } of note.argument.points) {
        for (const keyword of KEYWORDS) {
          assert.equal(nestsAlike(note, index, keyword), nestsAlikeInText(note, index, keyword), `${index} ${keyword}`);
        }
      }
    });
  });
});
