import assert from 'node:assert/strict';
import { asked, shownPlace, type Workspace } from '../../support/notes';

/** From the statement at `‸`: what it is called, who replies to it, and what it replies to, with the places. */
function hierarchy(workspace: Workspace) {
  const { service, uri, position } = asked(workspace);
  const [item, ...others] = service.across.prepareCallHierarchy(uri, position);
  assert.equal(others.length, 0);
  if (!item) return null;
  return {
    item: `${item.name} | ${item.detail} | ${shownPlace(item.uri, item.selectionRange)}`,
    incoming: service.across
      .incomingCalls(item)
      .map(({ from, fromRanges }) => `${from.name}: ${fromRanges.map((range) => shownPlace(from.uri, range))}`),
    outgoing: service.across
      .outgoingCalls(item)
      .map(({ to, fromRanges }) => `${to.name}: ${fromRanges.map((range) => shownPlace(item.uri, range))}`),
  };
}

describe('the call hierarchy', () => {
  it('leads to those who support and attack a statement, and to what it bears on', () => {
    assert.deepEqual(
      hierarchy({ a: 'claim: A\n  reb‸uttal #r (Ben): B\n    rebuttal: C\nsupport -> #r: D', b: 'undercut -> a#r: E' }),
      {
        item: 'B | rebuttal · Ben · rebutted · a | a 1:2-10',
        incoming: ['C: a 2:4-12', 'D: a 3:11-13', 'E: b 0:12-15'],
        outgoing: ['A: a 1:2-10'],
      },
    );
  });

  it('begins at the statement that a reference means, or whose words the cursor is in', () => {
    assert.equal(hierarchy({ a: 'rebuttal -> b#‸y: A', b: 'claim #y: B' })?.item, 'B | claim · rebutted · b | b 0:0-5');
    assert.equal(hierarchy({ a: 'claim: A\n  and mo‸re' })?.item, 'A and more | claim · stands · a | a 0:0-5');
    assert.equal(hierarchy({ a: 'pro‸se' }), null);
  });

  it('names every target that means the statement, and the statement once', () => {
    assert.deepEqual(hierarchy({ a: 'claim #x: A\nclaim #y: B\nsup‸port -> #x, #y, #x: C' })?.outgoing, [
      'A: a 2:11-13,a 2:19-21',
      'B: a 2:15-17',
    ]);
  });

  it('goes round in rings, as people do', () => {
    const ring = hierarchy({ a: 'rebuttal #x -> #y: A\nrebut‸tal #y -> #x: B' });
    assert.deepEqual([ring?.incoming, ring?.outgoing], [['A: a 0:15-17'], ['A: a 1:15-17']]);
  });

  it('has nothing to say of a statement that is gone', () => {
    const { service, uri, position } = asked({ a: 'cla‸im: A' });
    const [item] = service.across.prepareCallHierarchy(uri, position);
    assert.ok(item);
    service.setNote(uri, 'prose');
    assert.deepEqual([service.across.incomingCalls(item), service.across.outgoingCalls(item)], [[], []]);
  });
});
