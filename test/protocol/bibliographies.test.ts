import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { modern, type TestClient, until } from '../support/languageClient';
import { changed, sessions } from '../support/sessions';

const NOTE = 'claim: x\n  cite: @perez2022\n';

describe('bibliographies, over the protocol', () => {
  const { start, workspace } = sessions();

  /** Waits until a note has these findings. */
  const rules = (client: TestClient, note: string, ...expected: string[]) =>
    until(
      `${expected} in ${note}`,
      async () => (await client.diagnostics(note)).map(({ code }) => String(code)),
      (found) => JSON.stringify(found) === JSON.stringify(expected),
    );

  it('beside a note are read, and read again when they change', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'refs.bib'), '@misc{other, title = {A}}\n');
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(file('new.debate'), NOTE);
    await rules(client, file('new.debate'), 'unknown-citation-key');
    await writeFile(path.join(folder, 'refs.bib'), '@misc{perez2022, title = {A}}\n');
    await changed(client, file('refs.bib'), 2);
    await rules(client, file('new.debate'));
    await rm(path.join(folder, 'refs.bib'));
    await changed(client, file('refs.bib'), 3);
    await rules(client, file('new.debate'));
  });

  it('that a note names are read wherever they lie, and missed where they do not', async () => {
    const { folder, uri, file } = await workspace();
    const client = await start({ capabilities: modern, folders: [uri] });
    const note = file('new.debate');
    await client.open(note, `---\nbibliography: papers.json\n---\n${NOTE}`);
    await rules(client, note, 'missing-bibliography');
    await writeFile(path.join(folder, 'papers.json'), '[{ "id": "chen2021", "type": "book", "title": "A" }]');
    await changed(client, file('papers.json'), 1);
    await rules(client, note, 'unknown-citation-key');
    assert.equal((await client.diagnostics(note))[0]?.severity, 1);
  });
});
