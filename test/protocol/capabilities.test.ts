import assert from 'node:assert/strict';
import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { COMMANDS, UNSEEN } from '../e2e/suite/capabilityCommands';
import { ROWS } from '../support/capabilityRows';
import { CAPABLE, REFERRING } from '../support/capableNote';
import { modern, type TestClient, until } from '../support/languageClient';
import { sessions } from '../support/sessions';

/** A client that says of everything that it can be answered. */
const CLIENT: ClientCapabilities = {
  ...modern,
  general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
  textDocument: { ...modern.textDocument, rename: { prepareSupport: true } },
};

describe('what the server announces', () => {
  const { start, workspace } = sessions();

  /** A client with the note open, and a workspace in which another rebuts its claim. */
  async function opened(): Promise<{ client: TestClient; uri: string }> {
    const { folder, uri: folderUri, file } = await workspace();
    await writeFile(path.join(folder, 'other.debate'), REFERRING);
    const uri = file('capable.debate');
    const settings = { inlayHints: { labels: 'all', targets: true } };
    const answers = { 'workspace/configuration': () => [settings] };
    const client = await start({ capabilities: CLIENT, folders: [folderUri], answers });
    await client.open(uri, CAPABLE);
    const references = () => ROWS['textDocument/references']?.ask(client, uri);
    await until('the other note', references, (found) => JSON.stringify(found).includes('other.debate'));
    return { client, uri };
  }

  it('is answered, all of it', async () => {
    const { client, uri } = await opened();
    const { capabilities } = client.initialized;
    for (const [method, { announced, ask, shows }] of Object.entries(ROWS)) {
      assert.ok(announced(capabilities), `${method} is announced`);
      const answer = JSON.stringify(await ask(client, uri));
      assert.match(answer, shows, `${method}: ${answer}`);
    }
  });

  it('is all in the table of the page on other editors, and nothing else is there', () => {
    const page = fs.readFileSync(path.join('docs', 'editors', 'README.md'), 'utf8');
    const methods = Array.from(
      page.matchAll(/`((?:textDocument|workspace|callHierarchy|\w+)\/\w+(?:\/\w+)*)`/g),
      (match) => match[1],
    );
    const listed = new Set(methods.filter((method) => method !== undefined && method in ROWS));
    assert.deepEqual([...listed].sort(), Object.keys(ROWS).sort());
  });

  it('is asked for in a real VS Code, by its own commands, all of it that there are commands for', () => {
    assert.deepEqual(Object.keys({ ...COMMANDS, ...UNSEEN }).sort(), Object.keys(ROWS).sort());
    assert.deepEqual(Object.keys(UNSEEN), ['inlayHint/resolve', 'textDocument/semanticTokens/full/delta']);
  });

  it('is nothing beyond that', async () => {
    const { client } = await opened();
    const {
      positionEncoding,
      textDocumentSync,
      workspace: of,
      experimental,
      ...requests
    } = client.initialized.capabilities;
    assert.deepEqual([positionEncoding, textDocumentSync], ['utf-8', { openClose: true, change: 2, save: true }]);
    assert.deepEqual([Object.keys(of ?? {}).sort(), experimental], [['fileOperations', 'workspaceFolders'], undefined]);
    const told = new Proxy(requests, {
      get: (target, name) => {
        seen.add(String(name));
        return Reflect.get(target, name);
      },
    });
    const seen = new Set<string>();
    for (const { announced } of Object.values(ROWS)) announced(told);
    assert.deepEqual(
      Object.keys(requests).filter((name) => !seen.has(name)),
      [],
    );
  });
});
