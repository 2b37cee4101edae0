import assert from 'node:assert/strict';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type SeenChange, watchFolder } from '../../../server/src/files/watchFolder';
import { type Files, inFolder } from '../../support/folders';
import { until } from '../../support/languageClient';

/** A watched folder: says what is done in it, and expects to be told so. */
interface Watched {
  readonly at: (name: string) => string;
  /** Paths below the folder that are told of; one that is gone has a `-` before it. */
  readonly tells: (...expected: string[]) => Promise<void>;
}

async function watching(files: Files, act: (watched: Watched) => Promise<void>): Promise<void> {
  await inFolder({ ...files, '.git/HEAD': '', 'node_modules/x/a.debate': '' }, async (folder) => {
    const told = new Set<string>();
    const name = (change: SeenChange) => `${change.isGone ? '-' : ''}${path.relative(folder, change.path)}`;
    const failures: string[] = [];
    const end = watchFolder(
      folder,
      (changes) => changes.forEach((change) => void told.add(name(change))),
      (failed) => failures.push(failed),
      10,
    );
    const at = (file: string) => path.join(folder, file);
    const tells = async (...expected: string[]) => {
      const sorted = () => [...told].sort();
      await until(`to be told of ${expected}`, sorted, (names) => expected.every((each) => names.includes(each)));
      assert.deepEqual(sorted(), [...expected].sort());
      told.clear();
    };
    try {
      await until(
        'the watcher',
        async () => {
          await writeFile(at('ready'), '');
          return told.has('ready');
        },
        (isReady) => isReady,
      );
      // What was written once more has been told, too.
      await new Promise((resolve) => setTimeout(resolve, 30));
      told.clear();
      await act({ at, tells });
      assert.deepEqual(failures, []);
    } finally {
      end();
    }
  });
}

describe('a watched folder', () => {
  it('tells of files that are made, changed, renamed and deleted, at any depth', async () => {
    await watching({ 'a.debate': '', 'sub/deep/b.debate': '' }, async ({ at, tells }) => {
      await writeFile(at('a.debate'), 'x');
      await writeFile(at('sub/deep/b.debate'), 'x');
      await tells('a.debate', 'sub/deep/b.debate');
      await rename(at('a.debate'), at('sub/c.debate'));
      await tells('-a.debate', 'sub/c.debate');
      await rm(at('sub/c.debate'));
      await tells('-sub/c.debate');
    });
  });

  it('tells of the files in a folder that is new, and of a folder alone that goes', async () => {
    await watching({ 'old/b.debate': '' }, async ({ at, tells }) => {
      await mkdir(at('new/deep'), { recursive: true });
      await writeFile(at('new/deep/c.debate'), '');
      await tells('new/deep/c.debate');
      await writeFile(at('new/deep/c.debate'), 'x');
      await tells('new/deep/c.debate');
      await rename(at('new'), at('other'));
      await tells('-new', 'other/deep/c.debate');
      await writeFile(at('other/deep/c.debate'), 'y');
      await tells('other/deep/c.debate');
    });
  });

  it('passes over what a search passes over', async () => {
    await watching({ 'far/x.debate': '' }, async ({ at, tells }) => {
      await writeFile(at('.git/HEAD'), 'x');
      await writeFile(at('node_modules/x/a.debate'), 'x');
      await mkdir(at('.hidden'));
      await writeFile(at('.hidden/b.debate'), '');
      await symlink(at('far'), at('link'));
      await writeFile(at('last.debate'), '');
      await tells('last.debate', 'link');
    });
  });

  it('says when a folder cannot be watched', async () => {
    const failures: string[] = [];
    watchFolder(
      '/no/such/folder',
      () => assert.fail(),
      (folder) => failures.push(folder),
    );
    await until(
      'the failure',
      () => failures.length,
      (count) => count === 1,
    );
  });
});
