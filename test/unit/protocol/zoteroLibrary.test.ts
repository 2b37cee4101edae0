import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { ZoteroLibrary } from '../../../server/src/protocol/zoteroLibrary';
import type { ZoteroReading } from '../../../server/src/service';

/** A library whose Zotero answers in turn; `events` has everything that happens. */
function library(...answers: readonly (ZoteroReading | Promise<ZoteroReading>)[]) {
  const events: string[] = [];
  let now = 1000;
  let next = 0;
  const read = async (cancel: AbortSignal) => {
    events.push('asked');
    cancel.addEventListener('abort', () => events.push('cancelled'));
    return answers[next++] ?? { kind: 'absent' };
  };
  const service = {
    lookup: { readZotero: read },
    setZoteroLibrary: (text: string | null) => void events.push(`library ${text}`),
  };
  const zotero = new ZoteroLibrary(
    service,
    { info: (line) => void events.push(line) },
    () => events.push('changed'),
    () => now,
  );
  const told = async () => {
    await setImmediate();
    return events.splice(0);
  };
  return { zotero, told, pass: (seconds: number) => (now += seconds * 1000) };
}

const read = (text: string): ZoteroReading => ({ kind: 'read', text });

describe('the library of Zotero that belongs to every note', () => {
  it('is asked for once it is switched on, and not before', async () => {
    const { zotero, told } = library(read('[]'));
    zotero.noteUsed();
    zotero.configure(false);
    assert.deepEqual(await told(), []);
    zotero.configure(true);
    assert.deepEqual(await told(), ['library ', 'asked', 'library []', 'changed']);
  });

  it('is asked for again a minute later, when a note is used, and replaced when it is another', async () => {
    const { zotero, told, pass } = library(read('[1]'), read('[1]'), read('[2]'));
    zotero.configure(true);
    await told();
    pass(59);
    zotero.noteUsed();
    assert.deepEqual(await told(), []);
    pass(1);
    zotero.noteUsed();
    zotero.noteUsed();
    assert.deepEqual(await told(), ['asked']);
    pass(60);
    zotero.noteUsed();
    assert.deepEqual(await told(), ['asked', 'library [2]', 'changed']);
  });

  it('stays while Zotero does not run, which is said once, and again after it ran', async () => {
    const absent = { kind: 'absent' } as const;
    const { zotero, told, pass } = library(absent, absent, { kind: 'no-better-bibtex' }, read('[]'), absent);
    zotero.configure(true);
    const sentence = 'Zotero does not run; its library is read as soon as it does.';
    assert.deepEqual(await told(), ['library ', 'asked', sentence]);
    const expected = [
      ['asked'],
      ['asked', 'Zotero runs, but without Better BibTeX, which has the citation keys.'],
      ['asked', 'library []', 'changed'],
      ['asked', sentence],
    ];
    for (const events of expected) {
      pass(60);
      zotero.noteUsed();
      assert.deepEqual(await told(), events);
    }
  });

  it('goes when it is switched off, and what was on its way is not taken in', async () => {
    let answer: (reading: ZoteroReading) => void = () => undefined;
    const late = new Promise<ZoteroReading>((resolve) => {
      answer = resolve;
    });
    const { zotero, told } = library(late);
    zotero.configure(true);
    assert.deepEqual(await told(), ['library ', 'asked']);
    zotero.configure(false);
    answer(read('[]'));
    assert.deepEqual(await told(), ['cancelled', 'library null', 'changed']);
    zotero.noteUsed();
    assert.deepEqual(await told(), []);
  });
});
