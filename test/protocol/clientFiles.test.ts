import assert from 'node:assert/strict';
import {
  type FileParams,
  type FolderEntry,
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileAnswer,
} from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { NOTE, sessions } from '../support/sessions';

const PASSAGE = 'Nobody pays a judge for having been persuaded by the better of two speakers.\n';
const ROOT = 'memfs:/notes';

/** Files that are on no disk, by their path below the folder of the workspace. */
const FILES: Readonly<Record<string, string>> = {
  'a b/deep é.debate': PASSAGE,
  'node_modules/packaged.debate': PASSAGE,
  '.hidden/secret.debate': PASSAGE,
  'plain.txt': PASSAGE,
  'locked.debate': PASSAGE,
  'refs.bib': '@misc{chen2021, title = {Code}}\n',
  '.debatenotes.json': '{ "rules": { "unsupported-claim": "error" } }',
};

/** A client that reads them for the server. */
const answers = {
  [READ_FILE_REQUEST]: (params: unknown): ReadFileAnswer => {
    const path = pathOf(params);
    const text = FILES[path];
    if (path === 'locked.debate') return { bytes: null, failure: 'permission denied' };
    return { bytes: text === undefined ? null : Buffer.from(text).toString('base64'), failure: null };
  },
  [READ_FOLDER_REQUEST]: (params: unknown): FolderEntry[] => {
    const folder = pathOf(params);
    const below = Object.keys(FILES).filter((file) => folder === '' || file.startsWith(`${folder}/`));
    const names = below.map((file) => file.slice(folder === '' ? 0 : folder.length + 1).split('/'));
    return [...new Map(names.map(([name = '', ...rest]) => [name, rest.length > 0])).entries()].map(
      ([name, isFolder]) => ({ name, kind: isFolder ? 'folder' : 'file' }),
    );
  },
};

function pathOf(params: unknown): string {
  return decodeURIComponent((params as FileParams).uri).slice(ROOT.length + 1);
}

describe('files that only the client can read, over the protocol', () => {
  const { start } = sessions();
  const initializationOptions = { readsFiles: true };
  const open = (options: object) => start({ capabilities: modern, folders: [ROOT], answers, ...options });

  function rulesOf(client: TestClient, uri: string): Promise<[unknown, unknown][]> {
    return client.diagnostics(uri).then((list) => list.map(({ code, severity }) => [code, severity]));
  }

  it('are notes of the workspace, past hidden folders and packages', async () => {
    const client = await open({ initializationOptions });
    await client.open(NOTE, PASSAGE);
    const [found] = await until(
      'a repeat',
      () => client.diagnostics(NOTE),
      (list) => list.length === 1,
    );
    assert.equal(found?.relatedInformation?.[0]?.location.uri, `${ROOT}/a%20b/deep%20%C3%A9.debate`);
    assert.equal(found?.relatedInformation?.length, 1);
  });

  it('configure the notes beside them, and are their bibliographies', async () => {
    const client = await open({ initializationOptions });
    const note = `${ROOT}/new.debate`;
    await client.open(note, 'claim: Debate finds lies.\n  cite: [@perez2022]\n\nclaim: Nobody says why.\n');
    await until(
      'what is set and read',
      () => rulesOf(client, note),
      (list) => JSON.stringify(list) === '[["unknown-citation-key",1],["unsupported-claim",1]]',
    );
  });

  it('are not asked for where the client has not offered it', async () => {
    const client = await open({});
    const note = `${ROOT}/new.debate`;
    await client.open(note, 'claim: Nobody says why.\n');
    assert.deepEqual(await rulesOf(client, note), [['unsupported-claim', 2]]);
    const asked = client.asked.filter((method) => method === READ_FILE_REQUEST || method === READ_FOLDER_REQUEST);
    assert.deepEqual(asked, []);
  });
});
