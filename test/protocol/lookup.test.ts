import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LookUpAnswer } from '../../server/src/protocol/messages';
import { modern, type Start, TestClient, until } from '../support/languageClient';
import { PaperIndexProcess } from '../support/paperIndexProcess';
import { NOTE, sessions } from '../support/sessions';

const TEXT = `claim: Models are bad at this.
  cite: arXiv:2107.03374v2
  cite: https://doi.org/10.1000/182
See https://arxiv.org/pdf/2212.09251 and https://notes.example/private?token=1, and again arXiv:2107.03374.
`;

function run<T>(client: TestClient, command: string, ...args: unknown[]): Promise<T> {
  return client.request<T>('workspace/executeCommand', { command, arguments: args });
}

function lookUp(client: TestClient, ...args: unknown[]): Promise<LookUpAnswer> {
  return run(client, 'debateNotes.lookUp', ...args);
}

describe('looking papers up, over the protocol', function () {
  // Some of these start five processes.
  this.timeout(20_000);
  const { start, workspace } = sessions();
  let index: PaperIndexProcess;

  beforeEach(async () => {
    index = await PaperIndexProcess.start();
  });
  afterEach(() => index.stop());

  /** A server whose papers come from the test's index. */
  function startWith(options: Start): Promise<TestClient> {
    return start({ capabilities: modern, environment: { DEBATE_NOTES_PAPER_INDEX: index.address }, ...options });
  }

  const on = { lookup: { enabled: true } };

  it('is off until it is switched on, and says so', async () => {
    const client = await startWith({ capabilities: {} });
    await client.open(NOTE, TEXT);
    assert.deepEqual(await lookUp(client, NOTE), { isOn: false, message: 'Looking up papers online is off.' });
    assert.deepEqual(await index.asked(), []);
  });

  it('is not switched on by anything but true', async () => {
    for (const enabled of ['true', 1, {}, null, [true]]) {
      const client = await startWith({ capabilities: {}, initializationOptions: { lookup: { enabled } } });
      await client.open(NOTE, TEXT);
      assert.equal((await lookUp(client, NOTE)).isOn, false, JSON.stringify(enabled));
    }
    assert.deepEqual(await index.asked(), []);
  });

  it('asks for the papers that the note cites, each once, and for no page', async () => {
    const client = await startWith({ capabilities: {}, initializationOptions: on });
    await client.open(NOTE, TEXT);
    assert.deepEqual(await lookUp(client, NOTE), { isOn: true, message: '3 of 3 papers are known.' });
    const asked = await index.asked();
    assert.deepEqual(asked.map(({ host, path: below }) => host + below).sort(), [
      'api.crossref.org/works/10.1000%2F182',
      'export.arxiv.org/api/query?id_list=2107.03374,2212.09251&max_results=2',
    ]);
    for (const { headers } of asked) assert.match(headers['user-agent'] ?? '', /^debate-notes\/\d+\.\d+\.\d+$/);
    assert.equal((await lookUp(client, NOTE)).message, '3 of 3 papers are known.');
    assert.equal((await index.asked()).length, 2, 'what is known is not asked for again');
  });

  it('asks for one paper, if the note cites it', async () => {
    const client = await startWith({ capabilities: {}, initializationOptions: on });
    await client.open(NOTE, TEXT);
    assert.equal((await lookUp(client, NOTE, 'doi:10.1000/182')).message, 'The paper was looked up.');
    const nothing = 'There is no cited paper that an index could be asked for.';
    assert.equal((await lookUp(client, NOTE, 'doi:10.1000/other')).message, nothing);
    assert.equal((await lookUp(client, 'untitled:Unknown')).message, nothing);
    assert.equal((await lookUp(client)).message, nothing);
    assert.equal((await index.asked()).length, 1);
  });

  it('tells Crossref the address that is set, and no other index', async () => {
    const lookup = { enabled: true, mailto: 'me@host.example' };
    const client = await startWith({ capabilities: {}, initializationOptions: { lookup } });
    await client.open(NOTE, TEXT);
    await lookUp(client, NOTE);
    const told = (await index.asked()).filter(({ path: below }) => below.includes('me'));
    assert.deepEqual(
      told.map(({ path: below }) => below),
      ['/works/10.1000%2F182?mailto=me%40host.example'],
    );
  });

  it('follows the setting, and answers a command that comes right after it has changed', async () => {
    let settings: unknown = {};
    const client = await startWith({ answers: { 'workspace/configuration': () => [settings] } });
    await client.open(NOTE, TEXT);
    assert.equal((await lookUp(client, NOTE)).isOn, false);
    settings = on;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal((await lookUp(client, NOTE)).isOn, true);
    settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal((await lookUp(client, NOTE)).isOn, false);
  });

  it('ends at once when it is switched off', async () => {
    await index.setFault('slow');
    let settings: unknown = on;
    const client = await startWith({
      initializationOptions: on,
      answers: { 'workspace/configuration': () => [settings] },
    });
    await client.open(NOTE, TEXT);
    const answer = lookUp(client, NOTE);
    await until(
      'requests',
      () => index.asked(),
      (asked) => asked.length === 2,
    );
    settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await answer, {
      isOn: true,
      message: '0 of 3 papers are known. Looking up papers online is off. (3 papers)',
    });
  });

  it('shows how far it is where the client can, and ends when the user says so', async () => {
    await index.setFault('slow', ['api.crossref.org']);
    const client = await startWith({ capabilities: { window: { workDoneProgress: true } }, initializationOptions: on });
    const reports: Record<string, unknown>[] = [];
    let bar: unknown;
    client.connection.onUnhandledProgress(({ token, value }) => {
      bar = token;
      reports.push(value as Record<string, unknown>);
    });
    await client.open(NOTE, TEXT);
    const answer = lookUp(client, NOTE);
    await until(
      'progress',
      () => reports,
      (list) => list.length === 3,
    );
    assert.deepEqual(reports, [
      { kind: 'begin', title: 'Looking up papers', percentage: 0, cancellable: true },
      { kind: 'report', message: '1 of 3', percentage: 33 },
      { kind: 'report', message: '2 of 3', percentage: 67 },
    ]);
    assert.deepEqual(client.asked, ['window/workDoneProgress/create']);
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: bar });
    assert.equal((await answer).message, '2 of 3 papers are known. The look-up was cancelled. (1 paper)');
    assert.deepEqual(reports.at(-1), { kind: 'end' });
  });

  it('reports on the token that a client has given', async () => {
    const client = await startWith({ capabilities: {}, initializationOptions: on });
    const kinds: unknown[] = [];
    client.connection.onUnhandledProgress(({ token, value }) => kinds.push([token, (value as { kind: unknown }).kind]));
    await client.open(NOTE, 'cite: arXiv:2107.03374\n');
    const params = { command: 'debateNotes.lookUp', arguments: [NOTE], workDoneToken: 'mine' };
    await client.request('workspace/executeCommand', params);
    assert.deepEqual(
      kinds,
      ['begin', 'report', 'end'].map((kind) => ['mine', kind]),
    );
    assert.deepEqual(client.asked, []);
  });

  it('keeps what it has learnt in the folder that the client names, for every window', async () => {
    const { folder } = await workspace();
    const papers = path.join(folder, 'global storage');
    const options = { ...on, paperFolder: pathToFileURL(papers).href };
    const first = await startWith({ capabilities: {}, initializationOptions: options });
    const second = await startWith({ capabilities: {}, initializationOptions: options });
    for (const client of [first, second]) await client.open(NOTE, TEXT);
    await lookUp(first, NOTE);
    assert.equal((await lookUp(second, NOTE)).message, '3 of 3 papers are known.');
    assert.equal((await index.asked()).length, 2);
    const kept = (await readdir(papers)).filter((name) => name.endsWith('.paper'));
    assert.equal(kept.length, 3);
    for (const name of kept) assert.doesNotMatch(await readFile(path.join(papers, name), 'utf8'), /Models are bad/);

    assert.equal(await run(first, 'debateNotes.forgetPapers'), null);
    assert.deepEqual(
      (await readdir(papers)).filter((name) => name.endsWith('.paper')),
      [],
    );
    await rm(papers, { recursive: true });
    await mkdir(papers);
    await lookUp(first, NOTE, 'doi:10.1000/182');
    assert.equal((await index.asked()).length, 3);
  });

  it('asks one host once at a time and with a gap, from all windows together', async () => {
    const { folder } = await workspace();
    const options = { ...on, paperFolder: pathToFileURL(path.join(folder, 'papers')).href };
    const windows = await Promise.all(
      [1, 2, 3].map(async (number) => {
        const client = await startWith({ capabilities: {}, initializationOptions: options });
        await client.open(NOTE, `cite: doi:10.1000/${number}\n`);
        return client;
      }),
    );
    const answers = await Promise.all(windows.map((client) => lookUp(client, NOTE)));
    assert.deepEqual(
      answers.map(({ message }) => message),
      Array(3).fill('The paper was looked up.'),
    );
    const asked = await index.asked();
    const gaps = asked.slice(1).map(({ at }, i) => at - (asked[i]?.at ?? 0));
    assert.equal(gaps.length, 2);
    assert.ok(Math.min(...gaps) >= 1000, `gaps ${gaps}`);
    assert.ok(asked.every(({ beside }) => beside === 0));
  });

  it('lets other windows have their turn when its own is closed', async () => {
    await index.setFault('slow');
    const { folder } = await workspace();
    const papers = path.join(folder, 'papers');
    const options = { ...on, paperFolder: pathToFileURL(papers).href };
    const environment = { DEBATE_NOTES_PAPER_INDEX: index.address };
    const client = await TestClient.start({ capabilities: {}, initializationOptions: options, environment });
    await client.open(NOTE, 'cite: doi:10.1000/1\n');
    // Whether an answer still comes is open: the client has said that it wants none.
    lookUp(client, NOTE).catch(() => undefined);
    await until(
      'a request',
      () => index.asked(),
      (asked) => asked.length === 1,
    );
    assert.ok((await readdir(papers)).includes('crossref.lease'));
    assert.equal(await client.stop(), 0);
    assert.deepEqual(await readdir(papers), ['crossref.pace']);
  });

  it('leaves no file where it is off', async () => {
    const { folder } = await workspace();
    const papers = path.join(folder, 'global storage');
    const client = await startWith({
      capabilities: {},
      initializationOptions: { paperFolder: pathToFileURL(papers).href },
    });
    await client.open(NOTE, TEXT);
    await lookUp(client, NOTE);
    await run(client, 'debateNotes.forgetPapers');
    await assert.rejects(readdir(papers));
  });

  it('knows no other command', async () => {
    const client = await startWith({ capabilities: {} });
    await assert.rejects(run(client, 'debateNotes.unknown'), /there is no such command/);
  });
});
