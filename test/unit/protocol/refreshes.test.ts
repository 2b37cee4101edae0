import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Pauses } from '../../../server/src/protocol/pauses';
import { Refreshes } from '../../../server/src/protocol/refreshes';
import { serviceWith, uriOf, type Workspace } from '../../support/notes';

/** Opens some notes and lets all be compared; `edit` says how often the client is then told to ask again. */
async function opened(workspace: Workspace, isWanted = true) {
  const names = Object.keys(workspace);
  const service = serviceWith(names.map((name) => [uriOf(name), workspace[name] ?? '']));
  let told = 0;
  const open = names.map((name) => ({ uri: uriOf(name) }));
  const refreshes = new Refreshes(
    service,
    () => open,
    () => isWanted,
    () => told++,
    new Pauses(),
    1,
  );
  const edit = async (...edits: [name: string, text: string][]) => {
    told = 0;
    for (const [name, text] of edits) {
      service.setNote(uriOf(name), text);
      refreshes.noteEdited(uriOf(name));
    }
    await wait(10);
    return told;
  };
  await edit(...names.map((name): [string, string] => [name, workspace[name] ?? '']));
  return { edit, refreshes, told: () => told };
}

describe('a client is told to ask again', () => {
  const NOTES = { a: 'claim #x: A', b: 'claim #y: B', c: 'claim: C' };

  it('when an edit of one note changes what stands in another, once for a burst', async () => {
    const { edit } = await opened(NOTES);
    assert.equal(
      await edit(['b', 'rebuttal -> a#x: B'], ['b', 'rebuttal -> a#x: B '], ['b', 'rebuttal -> a#x: B!']),
      1,
    );
    assert.equal(await edit(['b', 'claim #y: B']), 1, 'when the reply goes, too');
  });

  it('when several notes are edited at once, of those before the last', async () => {
    const { edit } = await opened(NOTES);
    assert.equal(await edit(['a', 'claim #x: A!'], ['b', 'rebuttal -> a#x: B']), 1);
  });

  it('when an edit changes words that another note may show', async () => {
    const { edit } = await opened({ ...NOTES, b: 'rebuttal -> a#x: B' });
    assert.equal(await edit(['a', 'claim #x: Other words']), 1);
  });

  it('not when nothing else has to do with the edited note', async () => {
    const { edit } = await opened(NOTES);
    assert.equal(await edit(['c', 'claim: C\nrebuttal: D']), 0);
    assert.equal(await edit(['a', 'claim #x: A\nrebuttal: B']), 0);
  });

  it('not when it does not take that', async () => {
    const { edit } = await opened(NOTES, false);
    assert.equal(await edit(['b', 'rebuttal -> a#x: B']), 0);
  });

  it('at once of what it has not open', async () => {
    const { refreshes, told } = await opened(NOTES);
    const before = told();
    refreshes.notesChanged();
    assert.equal(told(), before + 1);
  });

  it('once when more is known of several papers', async () => {
    const { refreshes, told } = await opened(NOTES);
    const before = told();
    for (let i = 0; i < 3; i++) refreshes.papersChanged();
    await wait(10);
    assert.equal(told(), before + 1);
  });
});
