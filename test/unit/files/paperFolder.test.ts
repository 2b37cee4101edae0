import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPaperFolder } from '../../../server/src/files/paperFolder';
import type { PaperStorage } from '../../../server/src/lookup/edges';
import { inFolder } from '../../support/folders';

async function withStorage(act: (storage: PaperStorage, folder: string) => Promise<void>) {
  await inFolder({}, async (parent) => {
    const folder = path.join(parent, 'global storage', 'papers');
    const storage = openPaperFolder(pathToFileURL(folder).href, 'w1');
    assert.ok(storage);
    await act(storage, folder);
  });
}

describe('the folder for papers', () => {
  it('is made when something is first written, and not before', () =>
    withStorage(async (storage, folder) => {
      assert.deepEqual(await storage.list(), []);
      assert.equal(await storage.read('a', 10), null);
      await storage.remove('a');
      await assert.rejects(readdir(path.dirname(folder)));
      await storage.write('a', 'ä');
      assert.equal(await storage.read('a', 10), 'ä');
    }));

  it('lists its files with their lengths and times, and nothing else', () =>
    withStorage(async (storage, folder) => {
      await storage.write('a', 'ä');
      await mkdir(path.join(folder, 'b'));
      const [file, ...others] = await storage.list();
      assert.deepEqual([file?.name, file?.bytes, others], ['a', 2, []]);
      assert.ok(Math.abs((file?.changed ?? 0) - Date.now()) < 60_000);
      assert.equal(await storage.read('b', 10), null);
    }));

  it('reads nothing that is larger than wanted', () =>
    withStorage(async (storage) => {
      await storage.write('a', '12345');
      assert.deepEqual([await storage.read('a', 5), await storage.read('a', 4)], ['12345', null]);
    }));

  it('replaces a file as a whole, and leaves nothing beside it', () =>
    withStorage(async (storage, folder) => {
      const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(1000 + i));
      await Promise.all(texts.map((text) => storage.write('a', text)));
      assert.ok(texts.includes(await readFile(path.join(folder, 'a'), 'utf8')));
      assert.deepEqual(await readdir(folder), ['a']);
    }));

  it('leaves nothing beside a file that it cannot replace', () =>
    withStorage(async (storage, folder) => {
      await mkdir(path.join(folder, 'a', 'b'), { recursive: true });
      await assert.rejects(storage.write('a', 'x'));
      assert.deepEqual(await readdir(folder), ['a']);
    }));

  it('does not wait for a pipe', () =>
    withStorage(async (storage, folder) => {
      if (process.platform === 'win32') return;
      await mkdir(folder, { recursive: true });
      execFileSync('mkfifo', [path.join(folder, 'x.paper')]);
      assert.equal(await storage.read('x.paper', 10), null);
      assert.deepEqual(await storage.list(), []);
    }));

  it('lets one of many make a file, and one of many move it', () =>
    withStorage(async (storage) => {
      const made = await Promise.all(Array.from({ length: 10 }, (_, i) => storage.create('a', String(i))));
      assert.equal(made.filter(Boolean).length, 1);
      const moved = await Promise.all(Array.from({ length: 10 }, (_, i) => storage.rename('a', `b${i}`)));
      assert.equal(moved.filter(Boolean).length, 1);
      assert.equal((await storage.list()).length, 1);
    }));

  it('says so where it cannot be written, and is never left by a name', () =>
    withStorage(async (storage, folder) => {
      await storage.write('../../outside', 'x');
      assert.deepEqual(await readdir(folder), ['outside']);
      await symlink('nowhere/at/all', path.join(folder, 'x.lease'));
      assert.equal(await storage.read('x.lease', 10), null);
      if (process.getuid?.() === 0) return;
      await chmod(folder, 0o500);
      await assert.rejects(storage.write('a', ''));
      await chmod(folder, 0o700);
    }));

  it('is none for other schemes', () => {
    for (const uri of ['vscode-userdata:/x', 'https://host.example/x', '', 'x', 'file://host/share'])
      assert.equal(
        process.platform === 'win32' && uri.startsWith('file:') ? null : openPaperFolder(uri, 'w'),
        null,
        uri,
      );
  });
});
