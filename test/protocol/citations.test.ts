import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  InlayHint,
  LocationLink,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { LOOK_UP_IS_OFF } from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { PaperIndexProcess } from '../support/paperIndexProcess';
import { at, changed, sessions, span } from '../support/sessions';

const PEREZ = '@misc{perez2022, author = {Perez, Ethan}, title = {Discovering Behaviors}, year = 2022}\n';
const relative = { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } };
const capabilities = {
  ...modern,
  workspace: { ...modern.workspace, ...relative },
  textDocument: { ...modern.textDocument, definition: { linkSupport: true } },
};

function markdownIn(hover: Hover | null): string {
  assert.ok(hover && typeof hover.contents === 'object' && 'value' in hover.contents);
  return hover.contents.value;
}

describe('citations, over the protocol', () => {
  const { start, workspace } = sessions();
  const hoverOf = (client: TestClient, note: string, line: number, character: number) =>
    client.request<Hover | null>('textDocument/hover', at(note, line, character)).then(markdownIn);

  it('are known by the bibliography that the note names, whatever is asked first', async () => {
    const { folder, uri, file } = await workspace();
    await mkdir(path.join(folder, 'lib'));
    await writeFile(path.join(folder, 'lib', 'papers.json'), '[{"id": "x1", "type": "book", "title": "A Book"}]');
    const note = file('new.debate');
    const text = '---\nbibliography: lib/papers.json\n---\ncite: @x1\n';
    const first = await start({ capabilities, folders: [uri] });
    await first.open(note, text);
    assert.match(await hoverOf(first, note, 3, 8), /^\*\*A Book\*\*/);
    const second = await start({ capabilities, folders: [uri] });
    await second.open(note, text);
    const [link] = await second.request<LocationLink[]>('textDocument/definition', at(note, 3, 8));
    assert.equal(link?.targetUri, file('lib/papers.json'));
    assert.deepEqual(link?.targetSelectionRange, span(0, 9, 0, 11));
    const third = await start({ capabilities, folders: [uri] });
    await third.open(note, text);
    const list = await third.request<CompletionList>('textDocument/completion', at(note, 3, 7));
    const [item] = list.items;
    assert.equal(item?.label, 'x1');
    const resolved = await third.request<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /A Book/);
  });

  it('are renamed in notes and in a bibliography that no editor has open', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'refs.bib'), PEREZ);
    await writeFile(path.join(folder, 'other.debate'), '[@perez2022]\n');
    const client = await start({ capabilities, folders: [uri] });
    const note = file('new.debate');
    await client.open(note, 'cite: @perez2022\n');
    const rename = (newName: string) =>
      client.request<WorkspaceEdit>('textDocument/rename', { ...at(note, 0, 8), newName });
    const edit = await until(
      'the edits of three files',
      () => rename('new').catch(() => ({ documentChanges: [] })),
      ({ documentChanges }) => documentChanges?.length === 3,
    );
    const changes = (edit.documentChanges ?? []).map((change) =>
      'edits' in change ? [change.textDocument.uri, change.textDocument.version, change.edits.length] : [],
    );
    assert.deepEqual(changes, [
      [note, 1, 1],
      [file('other.debate'), null, 1],
      [file('refs.bib'), null, 1],
    ]);
    await assert.rejects(rename('a b'), /is no citation key/);
  });

  it('are found in a bibliography in the unit that the client counts in', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'refs.bib'), '@misc{ü, title = {T}}\n@misc{x, note = {äöü}, crossref = {ü}}\n');
    const general = { positionEncodings: ['utf-8'] };
    const client = await start({ capabilities: { ...capabilities, general }, folders: [uri] });
    const note = file('new.debate');
    await client.open(note, 'cite: @ü\n');
    const definition = () => client.request<LocationLink[]>('textDocument/definition', at(note, 0, 7));
    const [link] = await until('the entry', definition, (links) => links.length === 1);
    assert.deepEqual(link?.targetSelectionRange, span(0, 6, 0, 8));
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(note, 0, 7), newName: 'new' });
    const ofFile = edit.documentChanges?.find(
      (change) => 'edits' in change && change.textDocument.uri.endsWith('.bib'),
    );
    assert.ok(ofFile && 'edits' in ofFile);
    const ranges = ofFile.edits.map((one) => ('range' in one ? one.range : null));
    assert.deepEqual(ranges, [span(0, 6, 0, 8), span(1, 38, 1, 40)]);
  });

  it('can be put in: the papers that fit, and how they are written', async () => {
    const { folder, uri, file } = await workspace();
    await writeFile(path.join(folder, 'refs.bib'), PEREZ);
    const client = await start({ capabilities, folders: [uri] });
    const note = file('new.debate');
    await client.open(note, 'Models do\n');
    const params = { textDocument: { uri: note }, range: span(0, 9, 0, 9), query: 'perez 2022' };
    const offers = await until(
      'offers',
      () => client.request<unknown[]>('debateNotes/citationOffers', params),
      (list) => list.length > 0,
    );
    assert.deepEqual(offers, [
      { name: 'perez2022', who: 'Perez 2022', title: 'Discovering Behaviors', newText: ' [@perez2022]' },
    ]);
  });

  it('that nothing is known of say how look-ups are switched on, in the words that the client looks for', async () => {
    const client = await start({ capabilities });
    await client.open('untitled:Untitled-1', 'cite: arXiv:2107.03374; https://example.org/\n');
    const [paper, page] = [8, 28].map((character) => hoverOf(client, 'untitled:Untitled-1', 0, character));
    assert.ok((await paper)?.includes(`\n\n${LOOK_UP_IS_OFF} The command *Debate Notes: Look Up All Cited Papers*`));
    assert.ok(!(await page)?.includes(LOOK_UP_IS_OFF));
  });

  it('are richer once they have been looked up: hovers the next time, hints by themselves', async () => {
    const index = await PaperIndexProcess.start();
    try {
      const { folder, uri, file } = await workspace();
      await writeFile(path.join(folder, 'refs.bib'), '@misc{x, year = {1999}, doi = {10.1000/182}}\n');
      const client = await start({
        capabilities: {
          ...capabilities,
          workspace: { ...capabilities.workspace, inlayHint: { refreshSupport: true } },
        },
        folders: [uri],
        environment: { DEBATE_NOTES_PAPER_INDEX: index.address },
        initializationOptions: { lookup: { enabled: true }, inlayHints: { papers: true } },
      });
      const note = file('new.debate');
      await client.open(note, 'cite: @x; arXiv:2107.03374\n');
      await until(
        'the bibliography',
        () => hoverOf(client, note, 0, 7),
        (text) => text.includes('refs\\.bib'),
      );
      assert.match(await hoverOf(client, note, 0, 12), /It is being looked up\.$/);
      const [paper] = await Promise.all([
        until(
          'the paper',
          () => hoverOf(client, note, 0, 12),
          (text) => /^\*\*Paper/.test(text),
        ),
        until(
          'the work',
          () => hoverOf(client, note, 0, 7),
          (text) => /^\*\*Paper 10.*\n1999\n/.test(text),
        ),
        until(
          'to be asked again',
          () => client.asked,
          (asked) => asked.includes('workspace/inlayHint/refresh'),
        ),
      ]);
      assert.match(paper, /2107/);
      const range = span(0, 0, 1, 0);
      const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: note }, range });
      assert.deepEqual(
        hints.map(({ position }) => position.character),
        [26],
      );
      const asked = (await index.asked()).map(({ host }) => host);
      assert.deepEqual([...new Set(asked)].sort(), ['api.crossref.org', 'export.arxiv.org']);
    } finally {
      await index.stop();
    }
  });

  describe('from the bibliographies of the settings', () => {
    let library: string;
    beforeEach(async () => {
      library = await mkdtemp(path.join(os.tmpdir(), 'debate-notes-library-'));
      await writeFile(path.join(library, 'all [1].bib'), PEREZ);
    });
    afterEach(() => rm(library, { recursive: true }));

    const title = async (client: TestClient, note: string) =>
      /^\*\*\\?(.*)\*\*/.exec(await hoverOf(client, note, 0, 8))?.[1];

    it('are known in every note, and followed when the file changes', async () => {
      const { uri, file } = await workspace();
      const bibliographies = [path.join(library, 'all [1].bib')];
      const watched: unknown[] = [];
      const client = await start({
        capabilities,
        folders: [uri],
        initializationOptions: { bibliographies },
        answers: {
          'workspace/configuration': () => [{ bibliographies }],
          'client/registerCapability': (params) => void watched.push(params),
        },
      });
      const note = file('new.debate');
      await client.open(note, 'cite: @perez2022\n');
      await until(
        'the title',
        () => title(client, note),
        (found) => found === 'Discovering Behaviors',
      );
      await until(
        'the watcher',
        () => JSON.stringify(watched),
        (told) => told.includes('all [[]1[]].bib'),
      );
      const shared = pathToFileURL(bibliographies[0] ?? '').href;
      await writeFile(bibliographies[0] ?? '', PEREZ.replace('Discovering', 'Uncovering'));
      await changed(client, shared, 2);
      await until(
        'the new title',
        () => title(client, note),
        (found) => found === 'Uncovering Behaviors',
      );
      await rm(bibliographies[0] ?? '');
      const messages: unknown[] = [];
      client.connection.onNotification('window/showMessage', (params) => void messages.push(params));
      await changed(client, shared, 3);
      await until(
        'the loss',
        () => title(client, note),
        (found) => found === '@perez2022',
      );
      await until(
        'a warning',
        () => JSON.stringify(messages),
        (told) => told.includes('cannot be read: there is no such file'),
      );
    });

    it('are asked for anew when the setting changes, and missed once where there are none', async () => {
      const { folder, uri, file } = await workspace();
      await writeFile(path.join(folder, 'own.json'), '[{"id": "perez2022", "type": "book", "title": "Own"}]');
      let settings: unknown = { bibliographies: [] };
      const client = await start({
        capabilities,
        folders: [uri],
        answers: { 'workspace/configuration': () => [settings] },
      });
      const messages: string[] = [];
      client.connection.onNotification('window/showMessage', ({ message }) => void messages.push(message));
      const note = file('new.debate');
      await client.open(note, 'cite: @perez2022\n');
      assert.equal(await title(client, note), '@perez2022');
      const set = async (bibliographies: unknown) => {
        settings = { bibliographies };
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      };
      await set(['own.json', 'https://example.org/x.bib', '/etc/passwd', 7]);
      await until(
        'the title',
        () => title(client, note),
        (found) => found === 'Own',
      );
      await until(
        'warnings',
        () => messages.length,
        (count) => count >= 2,
      );
      assert.deepEqual(
        messages.map((message) => /'(.*?)'/.exec(message)?.[1]),
        ['https://example.org/x.bib', '/etc/passwd'],
      );
      await changed(client, file('own.json'), 2);
      await set([]);
      await until(
        'no title',
        () => title(client, note),
        (found) => found === '@perez2022',
      );
      assert.equal(messages.length, 2);
    });
  });
});
