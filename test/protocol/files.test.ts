import assert from 'node:assert/strict';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ARGUMENT_MAP_CHANGED, ARGUMENT_MAP_REQUEST, type ArgumentMapAnswer } from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { changed, NOTE, sessions } from '../support/sessions';

const PASSAGE = 'Nobody pays a judge for having been persuaded by the better of two speakers.\n';

describe('the files behind notes, over the protocol', () => {
  const { start, workspace } = sessions();

  /** Waits until an untitled copy of the passage has so many repeats. */
  function repeats(client: TestClient, count: number) {
    return until(
      `${count} repeats`,
      () => client.diagnostics(NOTE),
      (list) => list.length === count,
    );
  }

  it('are one note, however the editor writes their URI', async () => {
    const { folder, uri } = await workspace();
    const name = "Ada's wow! (copy) é.debate";
    await writeFile(path.join(folder, name), PASSAGE);
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(NOTE, PASSAGE);
    await repeats(client, 1);
    // VS Code encodes more characters than Node does.
    const written = `${uri}/${name.replace(/[^A-Za-z.]/gu, (char) => encodeURIComponent(char).replace(/[!'()]/g, hex))}`;
    assert.notEqual(written, pathToFileURL(path.join(folder, name)).href);
    await client.open(written, PASSAGE);
    assert.deepEqual(await client.diagnostics(written), []);
    await client.edit(written, 2, { text: 'Something else.' });
    await repeats(client, 0);
    await client.close(written);
    await repeats(client, 1);
  });

  it('are told of to a client that has asked for a map, and to no other', async () => {
    const { folder, uri, file } = await workspace();
    const [asking, other] = [await start({ capabilities: modern, folders: [uri] }), await start()];
    const told = { asking: 0, other: 0 };
    asking.connection.onNotification(ARGUMENT_MAP_CHANGED, () => {
      told.asking++;
    });
    other.connection.onNotification(ARGUMENT_MAP_CHANGED, () => {
      told.other++;
    });
    const notes = async () => {
      const params = { textDocument: { uri: file('oversight.debate') }, withTied: true };
      return (await asking.request<ArgumentMapAnswer | null>(ARGUMENT_MAP_REQUEST, params))?.notes.length;
    };
    await until('the note', notes, (count) => count === 1);
    const before = told.asking;
    await writeFile(path.join(folder, 'tied.debate'), 'rebuttal -> oversight#scales: against');
    for (const client of [asking, other]) await changed(client, file('tied.debate'), 1);
    await until(
      'a notification',
      () => told.asking,
      (count) => count > before,
    );
    assert.equal(await notes(), 2);
    assert.equal(told.other, 0);
  });

  it('are forgotten with their folder, of which alone a watcher tells', async () => {
    const { folder, uri, file } = await workspace();
    await mkdir(path.join(folder, 'sub'));
    await writeFile(path.join(folder, 'sub', 'a.debate'), PASSAGE);
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(NOTE, PASSAGE);
    await repeats(client, 1);
    await rm(path.join(folder, 'sub'), { recursive: true });
    await changed(client, file('sub'), 3);
    await repeats(client, 0);
  });

  it('are those that a search of the workspace finds, whoever mentions others', async () => {
    const { folder, uri, file } = await workspace();
    const outside = await workspace();
    await mkdir(path.join(folder, 'node_modules'));
    for (const name of ['node_modules/a.debate', '.hidden.debate']) await writeFile(path.join(folder, name), PASSAGE);
    await writeFile(path.join(outside.folder, 'b.debate'), PASSAGE);
    await symlink('.hidden.debate', path.join(folder, 'link.debate'));
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(NOTE, PASSAGE);
    const [found, ...others] = await repeats(client, 1);
    assert.deepEqual(others, []);
    assert.equal(found?.relatedInformation?.[0]?.location.uri, file('.hidden.debate'), 'and a link is the same note');

    await rm(path.join(folder, '.hidden.debate'));
    await changed(client, file('.hidden.debate'), 3);
    await changed(client, file('link.debate'), 3);
    await changed(client, file('node_modules/a.debate'), 1);
    await client.open(outside.file('b.debate'), 'Something else.');
    await client.close(outside.file('b.debate'));
    await repeats(client, 0);
  });

  it('are read from every folder that can be read', async () => {
    const { folder, uri } = await workspace();
    await writeFile(path.join(folder, 'a.debate'), PASSAGE);
    const client = await start({ capabilities: modern, folders: ['file://host/share', 'memfs:/notes', uri] });
    await client.open(NOTE, PASSAGE);
    await repeats(client, 1);
  });
});

function hex(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
