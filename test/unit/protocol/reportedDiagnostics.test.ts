import assert from 'node:assert/strict';
import { PositionEncoding } from '../../../server/src/protocol/encoding/positionEncoding';
import { ReportedDiagnostics } from '../../../server/src/protocol/reportedDiagnostics';
import { LanguageService } from '../../../server/src/service';

const A = 'file:///notes/a.debate';
const B = 'file:///notes/b.debate';

/** A service with two notes, of which the second answers the first, and what is reported of them. */
function start(version: number | null = null) {
  const service = new LanguageService();
  service.setNote(A, 'claim #a: alone', version);
  service.setNote(B, 'rebuttal -> a#a: not so');
  return { service, reported: new ReportedDiagnostics(service, new PositionEncoding(() => null)) };
}

describe('the diagnostics of a note that nobody has open', () => {
  it('keep their id while they are the same, though they are kept no more', () => {
    const { service, reported } = start();
    const before = reported.of(A);
    assert.equal(reported.ofResting(A), null);
    reported.rest(A, before);
    assert.equal(reported.ofResting(A), before.resultId);
    service.setNote('file:///notes/c.debate', 'prose');
    assert.equal(reported.ofResting(A), before.resultId);
    const again = reported.of(A);
    assert.equal(again.resultId, before.resultId);
    assert.notEqual(again.items, before.items);
    assert.deepEqual(again.items, before.items);
  });

  it('have another where they are others, and where that is not known none', () => {
    const { service, reported } = start();
    const before = reported.of(A);
    reported.rest(A, before);
    service.setNote(B, 'support -> a#a: so it is');
    assert.equal(reported.ofResting(A), null);
    assert.notEqual(reported.of(A).resultId, before.resultId);
    const fresh = reported.of(A);
    reported.rest(A, fresh);
    service.setNote(A, 'prose');
    assert.equal(reported.ofResting(A), null);
    assert.deepEqual(reported.of(A).items, []);
  });

  it('have the same where something else has changed that they might follow from', () => {
    const { service, reported } = start();
    const before = reported.of(A);
    reported.rest(A, before);
    service.setNote(B, 'rebuttal -> a#a: not so at all');
    assert.equal(reported.ofResting(A), null);
    assert.equal(reported.of(A).resultId, before.resultId);
  });

  it('are kept where an editor has it open', () => {
    const { reported } = start(1);
    const before = reported.of(A);
    reported.rest(A, before);
    assert.equal(reported.of(A).items, before.items);
  });
});
