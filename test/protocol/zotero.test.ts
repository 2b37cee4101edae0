import assert from 'node:assert/strict';
import type { PapersAnswer } from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { PaperIndexProcess } from '../support/paperIndexProcess';
import { NOTE, sessions } from '../support/sessions';

const TEXT = 'claim: [@zotero2021] and arXiv:2107.03374\n';

describe('the library of Zotero, over the protocol', function () {
  this.timeout(20_000);
  const { start } = sessions();
  let zotero: PaperIndexProcess;

  beforeEach(async () => {
    zotero = await PaperIndexProcess.start();
  });
  afterEach(() => zotero.stop());

  async function startWith(settings: unknown, address = zotero.address): Promise<TestClient> {
    const client = await start({
      capabilities: { ...modern, workspace: { ...modern.workspace, configuration: false } },
      environment: { DEBATE_NOTES_ZOTERO: address, DEBATE_NOTES_PAPER_INDEX: 'none' },
      initializationOptions: settings,
    });
    await client.open(NOTE, TEXT);
    return client;
  }

  async function titles(client: TestClient): Promise<(string | null)[]> {
    const answer = await client.request<PapersAnswer>('debateNotes/papers', { revision: null });
    return answer.papers.map(({ title }) => title);
  }

  const on = { zotero: { enabled: true } };

  it('is one more bibliography of every note', async () => {
    const client = await startWith(on);
    await until(
      'the library',
      () => titles(client),
      ([title]) => title === 'From the library of Zotero',
    );
    assert.deepEqual(await titles(client), ['From the library of Zotero'], 'the key and the arXiv id are one paper');
    await client.edit(NOTE, 2, { text: 'claim: [@zotero2022]\n' });
    const [finding] = await client.diagnostics(NOTE);
    assert.equal(finding?.code, 'unknown-citation-key');
    const [asked, ...others] = await zotero.asked();
    assert.deepEqual(others, []);
    assert.deepEqual([asked?.method, asked?.host, asked?.path], ['POST', 'better-bibtex', '/json-rpc']);
    assert.equal(asked?.body, '{"jsonrpc":"2.0","method":"item.search","params":[""],"id":1}');
    assert.equal(asked?.headers['cookie'], undefined);
    assert.match(asked?.headers['user-agent'] ?? '', /^debate-notes\/\d/);
  });

  it('is not asked for unless it is switched on, by nothing but true', async () => {
    for (const enabled of [undefined, false, 'true', 1, {}]) {
      const client = await startWith({ zotero: { enabled } });
      assert.deepEqual(await titles(client), [null, null]);
    }
    assert.deepEqual(await zotero.asked(), []);
  });

  it('may not be there, which is said once, and no key is held to be unknown', async () => {
    const { address } = zotero;
    await zotero.stop();
    const client = await startWith(on, address);
    await until(
      'the log',
      () => client.logged,
      ({ length }) => length > 0,
    );
    await client.open('untitled:Untitled-2', TEXT);
    assert.deepEqual(client.logged, ['Zotero does not run; its library is read as soon as it does.']);
    assert.deepEqual(
      (await client.diagnostics(NOTE)).filter(({ code }) => code === 'unknown-citation-key'),
      [],
    );
    zotero = await PaperIndexProcess.start();
  });

  it('may answer with anything', async () => {
    const faults: Readonly<Record<string, RegExp>> = {
      missing: /without Better BibTeX/,
      error: /it answered with 500/,
      html: /was not understood/,
      huge: /was not understood/,
      'rpc-error': /^Zotero was asked for its library, but Better BibTeX could not answer\.$/,
      truncated: /broke off/,
      nothing: /broke off/,
      garbage: /broke off/,
      binary: /was not understood/,
      empty: /was not understood/,
      'leads-elsewhere': /broke off/,
      'leads-to-loopback': /broke off/,
    };
    for (const [fault, sentence] of Object.entries(faults)) {
      await zotero.setFault(fault, ['better-bibtex']);
      const client = await startWith(on);
      await until(
        fault,
        () => client.logged,
        ({ length }) => length > 0,
      );
      assert.match(client.logged[0] ?? '', sentence, fault);
      assert.deepEqual(await titles(client), [null, null], fault);
      assert.equal(client.logged.length, 1);
    }
    assert.deepEqual(
      (await zotero.asked()).map(({ path }) => path),
      Object.keys(faults).map(() => '/json-rpc'),
    );
  });

  it('is asked for nowhere but at a loopback address', async () => {
    for (const address of [
      'http://zotero.example:23119',
      'https://127.0.0.1:1',
      'http://127.0.0.1:1@elsewhere.example',
      '',
    ]) {
      const client = await startWith(on, address);
      await until(
        'the log',
        () => client.logged,
        ({ length }) => length > 0,
      );
      assert.match(client.logged[0] ?? '', /is no Zotero/);
    }
  });
});
