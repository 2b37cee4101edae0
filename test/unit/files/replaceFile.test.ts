import assert from 'node:assert/strict';
import * as nodeFiles from 'node:fs/promises';
import { chmod, lstat, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ReplacingFiles, replaceFile } from '../../../server/src/files/replaceFile';
import { inFolder } from '../../support/folders';

const [BEFORE, AFTER] = [Buffer.from('before'), Buffer.from('after')];

/** Replaces `a.debate`, which holds BEFORE, and expects what the folder holds then; `prepare` may change it first. */
async function check(
  expected: Readonly<Record<string, string>>,
  prepare: (folder: string) => Promise<unknown> = async () => {},
  inspect: (folder: string) => Promise<unknown> = async () => {},
) {
  await inFolder({ 'a.debate': BEFORE }, async (folder) => {
    await prepare(folder);
    await replaceFile(path.join(folder, 'a.debate'), BEFORE, AFTER);
    assert.deepEqual(await contents(folder), expected);
    await inspect(folder);
  });
}

/** The same, where the file is not replaced: it is as it was, and nothing is left beside it. */
async function refuses(
  reason: RegExp,
  files: Partial<ReplacingFiles>,
  prepare: (folder: string) => Promise<unknown> = async () => {},
) {
  await inFolder({ 'a.debate': BEFORE }, async (folder) => {
    await prepare(folder);
    const found = await contents(folder);
    const replaced = replaceFile(path.join(folder, 'a.debate'), BEFORE, AFTER, { ...nodeFiles, ...files });
    await assert.rejects(replaced, reason);
    assert.deepEqual(await contents(folder), found);
  });
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)),
  );
}

function failing(code: string) {
  return async (): Promise<never> => {
    throw Object.assign(new Error(code), { code });
  };
}

/** A file that can be opened, and in which some step fails. */
function opening(step: 'writeFile' | 'sync' | 'chmod', code: string): Pick<ReplacingFiles, 'open'> {
  return {
    open: async (...args: Parameters<ReplacingFiles['open']>) => {
      const handle = await nodeFiles.open(...args);
      handle[step] = failing(code);
      return handle;
    },
  };
}

describe('replacing a file', () => {
  it('leaves the new bytes and nothing beside them', () => check({ 'a.debate': 'after' }));

  it('keeps who may do what with it', async () => {
    for (const mode of [0o600, 0o644, 0o755]) {
      await check(
        { 'a.debate': 'after' },
        (folder) => chmod(path.join(folder, 'a.debate'), mode),
        async (folder) => assert.equal((await stat(path.join(folder, 'a.debate'))).mode & 0o777, mode),
      );
    }
  });

  it('follows links, which stay links', () =>
    check(
      { 'a.debate': 'after', 'b.debate': 'after', 'c.debate': 'after' },
      async (folder) => {
        await nodeFiles.rename(path.join(folder, 'a.debate'), path.join(folder, 'c.debate'));
        await symlink('c.debate', path.join(folder, 'b.debate'));
        await symlink('b.debate', path.join(folder, 'a.debate'));
      },
      async (folder) => {
        assert.equal(await readlink(path.join(folder, 'a.debate')), 'b.debate');
        assert.ok((await lstat(path.join(folder, 'c.debate'))).isFile());
      },
    ));

  it('takes names as long as there are', () =>
    inFolder({}, async (folder) => {
      const file = path.join(folder, `${'n'.repeat(248)}.debate`);
      await writeFile(file, BEFORE);
      await replaceFile(file, BEFORE, AFTER);
      assert.equal(await readFile(file, 'utf8'), 'after');
    }));

  it('refuses a file that holds something else by now', () =>
    refuses(/it has changed since it was read/, {}, (folder) => writeFile(path.join(folder, 'a.debate'), 'between')));

  it('refuses a file that is changed while the new one is written', async () => {
    const open: ReplacingFiles['open'] = async (file, ...rest) => {
      await writeFile(path.join(path.dirname(String(file)), 'a.debate'), 'between');
      return nodeFiles.open(file, ...rest);
    };
    await inFolder({ 'a.debate': BEFORE }, async (folder) => {
      const replaced = replaceFile(path.join(folder, 'a.debate'), BEFORE, AFTER, { ...nodeFiles, open });
      await assert.rejects(replaced, /it has changed since it was read/);
      assert.deepEqual(await contents(folder), { 'a.debate': 'between' });
    });
  });

  it('refuses a read-only file, to root as well', () =>
    refuses(/it is read-only/, {}, (folder) => chmod(path.join(folder, 'a.debate'), 0o444)));

  it('refuses what is no file', () =>
    inFolder({ 'a.debate/': '' }, (folder) =>
      assert.rejects(replaceFile(path.join(folder, 'a.debate'), BEFORE, AFTER), /it is no regular file/),
    ));

  it('leaves all as it was where the system fails', async () => {
    await refuses(/ENOSPC/, opening('writeFile', 'ENOSPC'));
    await refuses(/EDQUOT/, opening('sync', 'EDQUOT'));
    await refuses(/EPERM/, opening('chmod', 'EPERM'));
    await refuses(/EACCES/, { access: failing('EACCES') });
    await refuses(/EACCES/, { open: failing('EACCES') });
    await refuses(/EROFS/, { rename: failing('EROFS') });
    await refuses(/EIO/, { readFile: failing('EIO') as ReplacingFiles['readFile'] });
    await refuses(/EACCES/, { stat: failing('EACCES') as ReplacingFiles['stat'] });
  });

  it('tells the first of two failures', () =>
    inFolder({ 'a.debate': BEFORE }, async (folder) => {
      const files = { ...nodeFiles, rename: failing('EROFS'), rm: failing('EIO') };
      await assert.rejects(replaceFile(path.join(folder, 'a.debate'), BEFORE, AFTER, files), /EROFS/);
    }));
});
