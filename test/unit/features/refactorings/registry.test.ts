import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { covers, offersIn, type Refactoring } from '../../../../server/src/features/refactorings/refactoring';
import { REFACTORINGS } from '../../../../server/src/features/refactorings/registry';
import { Notes } from '../../../../server/src/workspace/notes';

describe('the registry of refactorings', () => {
  it('holds every refactoring, and each is of one of the kinds that editors know', () => {
    const folder = path.join('server', 'src', 'features', 'refactorings');
    const helpers = [
      'indentation',
      'moveBranch',
      'paragraphs',
      'refactoring',
      'registry',
      'statementAt',
      'trial',
      'withoutCitation',
    ];
    const files = readdirSync(folder).map((file) => path.basename(file, '.ts'));
    assert.equal(REFACTORINGS.length, files.length - helpers.length);
    for (const { kind } of REFACTORINGS) assert.match(kind, /^refactor\.(rewrite|extract|move)\.\w+$/);
  });
});

describe('refactorings', () => {
  const refactoring: Refactoring = {
    kind: 'refactor.rewrite.mark',
    offers: () =>
      ['claim', 'support'].map((keyword) => ({ title: keyword, kind: `refactor.rewrite.mark.${keyword}`, edits: [] })),
  };

  function check(only: string[] | undefined, ...titles: string[]) {
    const notes = new Notes();
    const place = { notes, note: notes.set('file:///a.debate', ''), range: { start: 0, end: 0 } };
    assert.deepEqual(
      offersIn([refactoring], place, only).map(({ title }) => title),
      titles,
    );
  }

  it('are asked for by their kind, one above it or one below', () => {
    for (const only of [undefined, [''], ['refactor'], ['refactor.rewrite.mark'], ['quickfix', 'refactor']]) {
      check(only, 'claim', 'support');
    }
    check(['refactor.rewrite.mark.support'], 'support');
    for (const only of [[], ['quickfix'], ['refactor.move'], ['refactor.rewrite.mark.claim.x'], ['refactor.re']])
      check(only);
  });

  it('know which kinds stand above others', () => {
    assert.ok(covers('refactor', 'refactor.move'));
    assert.ok(!covers('refactor.move', 'refactor'));
    assert.ok(!covers('refactor.mo', 'refactor.move'));
  });
});
