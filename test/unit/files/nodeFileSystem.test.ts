import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem } from '../../../server/src/files/nodeFileSystem';
import { searchNotes } from '../../../server/src/files/searchNotes';
import { NoteFilter } from '../../../server/src/workspace/noteFilter';
import { type Files, inFolder } from '../../support/folders';

/** Expects a search of a folder to find some notes, and to say of some names that they cannot be looked at. */
async function check(files: Files, links: Readonly<Record<string, string>>, found: string[], failed: string[] = []) {
  await inFolder(files, async (folder) => {
    for (const [name, target] of Object.entries(links)) await symlink(target, path.join(folder, name));
    const failures: string[] = [];
    const notes = await all(searchNotes(folder, (file) => failures.push(path.relative(folder, file))));
    assert.deepEqual(
      notes.map((file) => path.relative(folder, file)),
      found,
    );
    assert.deepEqual(failures, failed);
  });
}

async function all(items: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('a search for notes', () => {
  it('finds both endings, in any letter case, by name', () =>
    check({ 'b.debate': '', 'a.debate.md': '', 'C.DEBATE': '', 'x.md': '', debate: '' }, {}, [
      'C.DEBATE',
      'a.debate.md',
      'b.debate',
    ]));

  it('goes into folders, but not into hidden ones and packages', () =>
    check({ 'a/b/c.debate': '', '.git/d.debate': '', 'node_modules/e.debate': '', 'f.debate/': '' }, {}, [
      'a/b/c.debate',
    ]));

  it('follows links to files, and none to folders, which may lead in a ring', () =>
    check({ 'a/b.debate': '' }, { 'c.debate': 'a/b.debate', d: '.' }, ['a/b.debate', 'c.debate']));

  it('names what it cannot look at, and goes on', () =>
    check(
      { 'z.debate': '' },
      { 'gone.debate': 'nowhere', 'ring.debate': 'ring.debate' },
      ['z.debate'],
      ['gone.debate', 'ring.debate'],
    ));
});

describe('the files of this machine', () => {
  it('are listed and read by URI', () =>
    inFolder({ 'a ü.debate': 'claim: A' }, async (folder) => {
      const uris = await all(nodeFileSystem.findNotes(pathToFileURL(folder).href, new NoteFilter()));
      assert.deepEqual(uris, [pathToFileURL(path.join(folder, 'a ü.debate')).href]);
      assert.equal(new TextDecoder().decode((await nodeFileSystem.readFile(uris[0] ?? '')) ?? undefined), 'claim: A');
    }));

  it('that are gone, or of another scheme, are nothing', async () => {
    assert.equal(await nodeFileSystem.readFile('file:///nowhere/at/all.debate'), null);
    assert.equal(await nodeFileSystem.readFile('untitled:Untitled-1'), null);
    assert.deepEqual(await all(nodeFileSystem.findNotes('vscode-vfs://github/someone/notes', new NoteFilter())), []);
  });
});
