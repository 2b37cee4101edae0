import assert from 'node:assert/strict';
import { asked, shownPlace } from '../../support/notes';

/** `⟦…⟧` are the ranges that change together with the id at `‸`. */
function check(text: string) {
  const { service, uri, position, ranges } = asked({ a: text, b: '[[a#x]]' });
  const linked = service.across.linkedEditingRanges(uri, position);
  assert.deepEqual(linked?.ranges.map((range) => shownPlace(uri, range)) ?? [], ranges);
  if (linked) assert.match('Größe-2_x', new RegExp(`^(?:${linked.wordPattern})$`));
}

describe('linked editing', () => {
  it('links an id with what refers to it in its note', () => {
    check('claim #⟦x‸⟧: A [[#⟦x⟧]]\nrebuttal -> #⟦x⟧, b#x: B\n\n`[[#x]]`');
    check('claim #⟦‸x⟧: A\nrebuttal -> <a#⟦x⟧>: B');
  });
  it('leaves alone what is written in another way', () =>
    check('claim #⟦caf\u00e9‸⟧: A\nsupport -> #⟦caf\u00e9⟧, #cafe\u0301: B'));
  it('does not begin at a reference: it may be on the way to another id', () =>
    check('claim #x: A\nrebuttal -> #x‸: B'));
  it('does not link an id that two statements have', () => {
    check('claim #x: A\nclaim #x‸: B\nrebuttal -> #x: C');
    check('claim #x‸: A\nclaim #x: B\nrebuttal -> #x: C');
  });
  it('has nothing to link with a lone id, a speaker, or prose', () => {
    check('claim #x‸: A');
    check('claim (Ada‸): A\nsupport (Ada): B');
    check('pro‸se');
  });
});
