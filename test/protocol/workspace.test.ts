import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { modern, until } from '../support/languageClient';
import { LinkedClient } from '../support/linkedClient';
import { MemoryFiles } from '../support/memoryFiles';
import { changed, sessions, span } from '../support/sessions';

describe('the notes of a workspace, over the protocol', () => {
  const { start, workspace } = sessions();

  it('compares with notes that are not open, follows their files, and says when to ask again', async () => {
    const { folder, uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const pasted = file('pasted.debate.md');
    await client.open(
      pasted,
      'As somebody wrote: the judge is paid to be right in the end and is never paid for having been persuaded.\n',
    );
    const found = await until(
      'the repeat of a closed note',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
    assert.equal(found[0]?.code, 'duplicate-passage');
    assert.equal(found[0]?.relatedInformation?.[0]?.location.uri, file('oversight.debate'));
    assert.deepEqual(found[0]?.relatedInformation?.[0]?.location.range, span(14, 0, 14, 84));
    await until(
      'a request to pull again',
      () => client.asked,
      (asked) => asked.includes('workspace/diagnostic/refresh'),
    );
    assert.ok(client.asked.includes('client/registerCapability'), 'the server watches files');

    await writeFile(path.join(folder, 'oversight.debate'), 'Something else.\n');
    await changed(client, file('oversight.debate'), 2);
    await until(
      'the repeat to go',
      () => client.diagnostics(pasted),
      (list) => list.length === 0,
    );

    await rename(path.join(folder, 'oversight.debate'), path.join(folder, 'a.debate'));
    await writeFile(
      path.join(folder, 'a.debate'),
      'The judge is paid to be right in the end and is never paid for having been persuaded.\n',
    );
    await changed(client, file('oversight.debate'), 3);
    await changed(client, file('a.debate'), 1);
    await until(
      'the repeat of a new note',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
  });

  it('takes other Markdown files for notes as the settings say, and no longer when they say so no more', async () => {
    const { folder, uri, file } = await workspace();
    const text = 'The judge is paid to be right in the end and is never paid for having been persuaded.\n';
    await writeFile(path.join(folder, 'oversight.debate'), 'Something else.\n');
    await writeFile(path.join(folder, 'pasted.debate.md'), text);
    await writeFile(path.join(folder, 'aside.md'), text);
    let include: unknown = ['aside.md'];
    const answers = { 'workspace/configuration': () => [{ include }] };
    const client = await start({ capabilities: modern, folders: [uri], answers });
    const pasted = file('pasted.debate.md');
    await client.open(pasted, text);
    const repeats = (count: number) =>
      until(
        `${count} repeats`,
        () => client.diagnostics(pasted),
        (list) => list.length === count,
      );
    await repeats(1);
    include = [];
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await repeats(0);
    include = ['/*.md', 7];
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await repeats(1);
  });

  it('takes the text of the editor for an open note, and that of the file again after it is closed', async () => {
    const { uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const pasted = file('pasted.debate.md');
    const oversight = file('oversight.debate');
    const text = 'The judge is paid to be right in the end and is never paid for having been persuaded.\n';
    await client.open(pasted, text);
    await until(
      'the repeat',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
    await client.open(oversight, 'Something else, not saved.\n');
    assert.deepEqual(await client.diagnostics(pasted), []);
    // The file is older than the editor's text, whatever a watcher says of it.
    await changed(client, oversight, 2);
    assert.deepEqual(await client.diagnostics(pasted), []);
    await client.close(oversight);
    await until(
      'the repeat again',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
  });

  it('serves every other note while one is empty, huge or full of strange bytes', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'empty.debate'), '');
    await writeFile(path.join(folder, 'line.debate'), 'x y '.repeat(250_000));
    const bytes = Array.from({ length: 64 }, (_, i) => createHash('sha512').update(String(i)).digest());
    await writeFile(path.join(folder, 'bytes.debate'), Buffer.concat(bytes));
    const client = await start({ capabilities: modern, folders: [uri] });
    const pasted = file('pasted.debate.md');
    await client.open(
      pasted,
      'The judge is paid to be right in the end and is never paid for having been persuaded.\n',
    );
    await until(
      'the repeat',
      () => client.diagnostics(pasted),
      (list) => list.length === 1,
    );
    for (const name of ['empty.debate', 'line.debate', 'bytes.debate'])
      assert.deepEqual(await client.diagnostics(file(name)), []);
  });

  it('reads a folder that is added while the server is still starting', async () => {
    const client = await LinkedClient.start({
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
      files: new MemoryFiles([['file:///added/a.debate', 'claim: late']]),
    });
    const added = [{ uri: 'file:///added', name: 'added' }];
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    await until(
      'the note in it',
      () => client.request<unknown[]>('workspace/symbol', { query: 'late' }),
      (found) => found.length === 1,
    );
    await client.stop();
  });
});
