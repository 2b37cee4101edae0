import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { link, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findNotes } from '../../../server/src/cli/findNotes';
import { type Files, inFolder } from '../../support/folders';

interface Expected {
  /** Files found, in order, below the folder. */
  readonly notes: readonly string[];
  /** What is said of what cannot be read; `DIR` stands for the folder. */
  readonly failures?: readonly string[];
}

/**
 * Looks for notes in a folder.
 * @param paths below the folder; `.` is the folder itself
 */
async function check(files: Files, paths: readonly string[], expected: Expected, prepare: Prepare = async () => {}) {
  await inFolder(files, async (folder) => {
    await prepare(folder);
    const { notes, failures } = await findNotes(paths.map((below) => path.join(folder, below)));
    assert.deepEqual(
      { notes: notes.map(({ file }) => path.relative(folder, file)), failures: failures.map(inDir(folder)) },
      { failures: [], ...expected },
    );
  });
}

type Prepare = (folder: string) => Promise<unknown>;

function inDir(folder: string) {
  return (text: string) => text.replaceAll(folder, 'DIR');
}

describe('finding notes', () => {
  it('searches folders for note files, by name', async () => {
    await check({ 'b.debate': '', 'a.debate.md': '', 'c.md': '', 'c.txt': '', debate: '', 'D.DEBATE': '' }, ['.'], {
      notes: ['D.DEBATE', 'a.debate.md', 'b.debate'],
    });
    await check({ 'z.debate': '', 'b/c/d.debate': '', 'b/a.debate': '', 'e.debate/f.debate': '' }, ['.'], {
      notes: ['b/a.debate', 'b/c/d.debate', 'e.debate/f.debate', 'z.debate'],
    });
  });

  it('passes over hidden folders and node_modules', async () => {
    const files = { '.git/a.debate': '', 'node_modules/x/a.debate': '', 'b.debate': '' };
    await check(files, ['.'], { notes: ['b.debate'] });
    await check(files, ['.git', 'node_modules'], { notes: ['.git/a.debate', 'node_modules/x/a.debate'] });
  });

  it('reads a file named outright whatever its ending', async () => {
    await check({ 'a.txt': '', b: '' }, ['b', 'a.txt'], { notes: ['b', 'a.txt'] });
  });

  it('gives files as they are named', async () => {
    await inFolder({ 'sub/a.debate': '', 'b.txt': '' }, async (folder) => {
      const relative = path.relative(process.cwd(), folder);
      const { notes } = await findNotes([relative, path.join(relative, 'b.txt')]);
      assert.deepEqual(
        notes.map(({ file }) => file),
        [path.join(relative, 'sub', 'a.debate'), path.join(relative, 'b.txt')],
      );
      assert.match(notes[0]?.uri ?? '', /^file:\/\/\/.*\/sub\/a\.debate$/);
    });
  });

  it('reads no file twice', async () => {
    const files = { 'a.debate': '', 'b.debate': '' };
    await check(files, ['b.debate', '.', 'a.debate', '.'], { notes: ['b.debate', 'a.debate'] });
    await check(files, ['.'], { notes: ['a.debate', 'b.debate'] }, (folder) =>
      symlink(path.join(folder, 'a.debate'), path.join(folder, 'linked.debate')),
    );
  });

  it('takes hard links for files of their own', async () => {
    await check({ 'a.debate': '' }, ['.'], { notes: ['a.debate', 'b.debate'] }, (folder) =>
      link(path.join(folder, 'a.debate'), path.join(folder, 'b.debate')),
    );
  });

  it('says where there is no note', async () => {
    await check({ 'empty/': '', 'a.txt': '' }, ['.', 'empty'], {
      notes: [],
      failures: [
        'No note found in DIR: looked for *.debate and *.debate.md.',
        'No note found in DIR/empty: looked for *.debate and *.debate.md.',
      ],
    });
  });

  it('says what cannot be read, and why, and reads the rest', async () => {
    await check({ 'a.debate': '', 'b.txt': '' }, ['missing', 'a.debate', 'b.txt/below'], {
      notes: ['a.debate'],
      failures: [
        'Cannot read DIR/missing: there is no such file or folder.',
        'Cannot read DIR/b.txt/below: there is no such file or folder.',
      ],
    });
  });

  it('follows links to files and not those to folders, so that it ends', async () => {
    await check(
      { 'a.debate': '', 'elsewhere/b.debate': '' },
      ['.'],
      { notes: ['a.debate', 'elsewhere/b.debate'] },
      (folder) =>
        Promise.all([
          symlink(folder, path.join(folder, 'loop')),
          symlink(folder, path.join(folder, 'loop.debate')),
          symlink(path.join(folder, 'elsewhere'), path.join(folder, 'again')),
        ]),
    );
    await check({ 'folder/a.debate': '' }, ['link'], { notes: ['link/a.debate'] }, (folder) =>
      symlink(path.join(folder, 'folder'), path.join(folder, 'link')),
    );
  });

  it('names links that lead nowhere or in a ring', async () => {
    await check(
      { 'c.debate': '' },
      ['.'],
      {
        notes: ['c.debate'],
        failures: [
          'Cannot read DIR/a.debate: there is no such file or folder.',
          'Cannot read DIR/b.debate: its links lead in a ring.',
        ],
      },
      async (folder) => {
        await symlink(path.join(folder, 'nowhere'), path.join(folder, 'a.debate'));
        await symlink(path.join(folder, 'b.debate'), path.join(folder, 'b.debate'));
      },
    );
  });

  it('expands patterns that name no file, as a shell does', async () => {
    const files = { 'a.debate': '', 'b.txt': '', 'c/d.debate': '', 'c/e/f.debate': '', 'c/e/.g.debate': '' };
    await check(files, ['*.debate'], { notes: ['a.debate'] });
    await check(files, ['*'], { notes: ['a.debate', 'b.txt'] });
    await check(files, ['*/*.debate'], { notes: ['c/d.debate'] });
    await check(files, ['**/*.debate'], { notes: ['a.debate', 'c/d.debate', 'c/e/f.debate'] });
    await check(files, ['c/**'], { notes: ['c/d.debate', 'c/e/f.debate'] });
    await check(files, ['{a,b}.*', '[ab].debate'], { notes: ['a.debate', 'b.txt'] });
    await check(files, ['*.md', '?.debate'], { notes: ['a.debate'], failures: ['No file matches DIR/*.md.'] });
    await check(files, ['z/*.md'], { notes: [], failures: ['Cannot read DIR/z: there is no such file or folder.'] });
  });

  it('expands patterns to nothing that is hidden or installed, unless they say so', async () => {
    const files = { '.git/a.debate': '', 'node_modules/x/a.debate': '', 'x/node_modules/a.debate': '', 'b.debate': '' };
    await check(files, ['**/*.debate'], { notes: ['b.debate'] });
    await check(files, ['.git/*', 'node_modules/**'], { notes: ['.git/a.debate', 'node_modules/x/a.debate'] });
  });

  it('takes a name that is there for no pattern', async () => {
    await check({ 'a[1].debate': '', 'a1.debate': '', '!b*.debate': '' }, ['a[1].debate', '!b*.debate'], {
      notes: ['a[1].debate', '!b*.debate'],
    });
    await check({ '!b.debate': '', 'c.debate': '' }, ['!*.debate'], { notes: ['!b.debate'] });
    await check({ 'a*/x1.debate': '', 'ab/x2.debate': '' }, ['a*'], { notes: ['a*/x1.debate'] });
  });

  it('names what a pattern finds as the pattern begins', async () => {
    await inFolder({ 'a.debate': '', 'c/d.debate': '' }, async (folder) => {
      const before = process.cwd();
      process.chdir(folder);
      try {
        const named = async (pattern: string) => (await findNotes([pattern])).notes.map(({ file }) => file);
        assert.deepEqual(await named('*.debate'), ['a.debate']);
        assert.deepEqual(await named('./**/*.debate'), ['./a.debate', './c/d.debate']);
        assert.deepEqual(await named('c/*'), ['c/d.debate']);
        process.chdir('c');
        assert.deepEqual(await named('../*.debate'), ['../a.debate']);
      } finally {
        process.chdir(before);
      }
    });
  });

  it('does not wait for a pipe in a folder', async () => {
    await inFolder({ 'a.debate': '' }, async (folder) => {
      const name = path.join(folder, 'pipe.debate');
      execFileSync('mkfifo', [name]);
      // Who waits all the same is let go after a while, so that the test fails and does not hang.
      const pipe = await open(name, 'r+');
      const letGo = setTimeout(() => pipe.close(), 1500);
      const { notes, failures } = await findNotes([folder]);
      assert.deepEqual([notes.map(({ file }) => path.basename(file)), failures], [['a.debate'], []]);
      clearTimeout(letGo);
      await pipe.close();
    });
  });

  it('reads notes deep down', async () => {
    const deep = `${'d/'.repeat(30)}a.debate`;
    await check({ [deep]: '' }, ['.'], { notes: [deep] });
  });

  it('keeps names as they are', async () => {
    const names = ['#1.debate', '%20.debate', 'a b.debate', 'ü?.debate'];
    await inFolder({}, async (folder) => {
      await mkdir(path.join(folder, 'x'));
      for (const name of names) await writeFile(path.join(folder, 'x', name), name);
      const { notes } = await findNotes([path.join(folder, 'x')]);
      assert.deepEqual(
        notes.map(({ file, text }) => [path.basename(file), text]),
        names.map((name) => [name, name]),
      );
      assert.equal(new Set(notes.map(({ uri }) => uri)).size, names.length);
    });
  });
});
