import assert from 'node:assert/strict';
import { MOST_SYMBOLS } from '../../../server/src/features/workspaceSymbols';
import { nameOf, serviceWith, shownPlace, uriOf, type Workspace } from '../../support/notes';

/** Names of the symbols found, each with its place. */
function search(workspace: Workspace, query: string): string[] {
  const service = serviceWith(Object.entries(workspace).map(([name, text]) => [uriOf(name), text]));
  return service.across.workspaceSymbols(query).map(({ name, location, containerName }) => {
    assert.ok('range' in location);
    assert.equal(containerName, nameOf(location.uri).replace(/^.*\//, ''));
    return `${name} | ${shownPlace(location.uri, location.range)}`;
  });
}

const WORKSPACE = {
  a: '# Oversight\nclaim #honest: Honest debaters win.\n  rebuttal: They do not.\nprose about honest people',
  'deep/b': 'question: Who watches the honest judge?\ncite #gpt: arXiv:2107.03374\nclaim #empty:',
};

describe('workspace symbols', () => {
  it('are the headings and statements of all notes that fit, those that fit best first', () => {
    assert.deepEqual(search(WORKSPACE, 'honest'), [
      '#honest Honest debaters win. | a 1:0-14',
      'Who watches the honest judge? | deep/b 0:0-9',
    ]);
    assert.deepEqual(search(WORKSPACE, '#gpt'), ['#gpt arXiv:2107.03374 | deep/b 1:0-10']);
    assert.deepEqual(search(WORKSPACE, 'OVER'), ['Oversight | a 0:2-11']);
    assert.deepEqual(search(WORKSPACE, 'empty'), ['#empty | deep/b 2:0-13']);
  });

  it('fit by every word, and by the first letters of words', () => {
    assert.deepEqual(search(WORKSPACE, 'win debaters'), ['#honest Honest debaters win. | a 1:0-14']);
    assert.deepEqual(search(WORKSPACE, 'wwthj'), ['Who watches the honest judge? | deep/b 0:0-9']);
    assert.deepEqual(search(WORKSPACE, 'honest nonsense'), []);
    // Letters strewn over a sentence would fit anything.
    assert.deepEqual(search(WORKSPACE, 'oat'), []);
  });

  it('are all of them where nothing is asked, in the order of notes and texts', () => {
    assert.equal(search(WORKSPACE, '').length, 6);
    assert.match(search(WORKSPACE, '')[0] ?? '', /^Oversight/);
  });

  it('are no more than anybody reads', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `claim: number ${i}\n`).join('');
    assert.equal(search({ a: many }, 'number').length, MOST_SYMBOLS);
    assert.match(search({ a: many, b: 'claim: number' }, 'number')[0] ?? '', /^number \| b/);
  });

  it('are not those of earlier states of a note', () => {
    const service = serviceWith([['git:/notes/a.debate?x', 'claim: A']]);
    assert.deepEqual(service.across.workspaceSymbols('a'), []);
  });
});
