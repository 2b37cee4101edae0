import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, extensionId, inWorkspace, openNote, waitFor } from './support';

const NOTE = 'citing.debate';
const BIB = 'refs.bib';
const TEXT = [
  'claim: Models behave in new ways as they grow.',
  '  cite: @perez2022; arXiv:2107.03374; arXiv:2001.08361',
  '',
  'See [e.g. @chen2021, p. 3;',
  '@clrs].',
  '',
].join('\n');

function ask<T>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

function write(name: string, text: string | Uint8Array): Thenable<void> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return vscode.workspace.fs.writeFile(inWorkspace(name), bytes);
}

const settings = () => vscode.workspace.getConfiguration('debateNotes');

describe('cited papers in VS Code', () => {
  let document: vscode.TextDocument;

  /** The note beside the bibliography that has every quirk, as the language server knows both. */
  beforeEach(async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const fixture = vscode.Uri.joinPath(extension.extensionUri, 'test', 'fixtures', 'bibliographies', 'quirks.bib');
    await write(BIB, await vscode.workspace.fs.readFile(fixture));
    await write(NOTE, TEXT);
    ({ document } = await openNote(NOTE));
    await waitFor(
      'the bibliography to be read',
      () => hoverOn('perez2022'),
      (text) => text.includes('Discovering Language Model Behaviors'),
    );
  });

  afterEach(async () => {
    // VS Code keeps documents for minutes after their files are gone, and the papers of this one would count in other tests.
    const emptied = new vscode.WorkspaceEdit();
    emptied.delete(document.uri, new vscode.Range(0, 0, document.lineCount, 0));
    await vscode.workspace.applyEdit(emptied);
    await vscode.workspace.saveAll(false);
    await closeEditors();
    for (const name of [NOTE, BIB]) {
      await vscode.workspace.fs.delete(inWorkspace(name)).then(undefined, () => undefined);
    }
  });

  /** The middle of where some words stand in the note. */
  const on = (words: string) => document.positionAt(document.getText().indexOf(words) + words.length / 2);
  const hovers = (words: string) => ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, on(words));
  const contentsOf = (found: vscode.Hover[]) =>
    found.flatMap(({ contents }) => contents).flatMap((one) => (one instanceof vscode.MarkdownString ? one : []));
  const hoverOn = async (words: string) => contentsOf(await hovers(words)).reduce((all, { value }) => all + value, '');

  it('have hovers with title, authors, pages and entry, of keys and identifiers', async () => {
    const key = await hoverOn('perez2022');
    assert.match(key, /Ethan Perez et al\\\. · 2022 · \*Annual Meeting/);
    assert.match(key, /\[Landing page\]\(<https:\/\/arxiv\.org\/abs\/2212\.09251>\)/);
    assert.match(key, /\[\\@perez2022 in refs\\\.bib\\, line 14\]\(<[\w-]+:.*refs\.bib#L14>\)/);
    assert.match(await hoverOn('arXiv:2107.03374'), /^\*\*Evaluating Large Language Models Trained on/);
    assert.match(await hoverOn('@clrs'), /Introduction to Algorithms/);
  });

  it('of which nothing is known lead to the question whether to look papers up, by a link of the extension alone', async () => {
    const contents = contentsOf(await hovers('arXiv:2001.08361'));
    const [link, ...others] = contents.filter(({ value }) => value.includes('command:'));
    assert.equal(link?.value, '[Look Up Papers…](command:debateNotes.lookUpCitedPapers)');
    assert.equal(others.length, 0);
    assert.deepEqual(link?.isTrusted, { enabledCommands: ['debateNotes.lookUpCitedPapers'] });
    const told = contents.find(({ value }) => value.includes('Looking up papers online is off.'));
    assert.ok(told && !told.isTrusted);
    assert.ok(!(await hoverOn('perez2022')).includes('command:'));
  });

  it('are links to their pages, and lead to their entries', async () => {
    const links = await waitFor(
      'links',
      () => ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri),
      (list) => list.length >= 5,
    );
    const targets = links.map(({ range, target }) => `${document.getText(range)} ${target?.toString(true)}`);
    assert.ok(targets.includes('@perez2022 https://arxiv.org/abs/2212.09251'), targets.join('\n'));
    assert.ok(targets.includes('@clrs https://openlibrary.org/isbn/9780262032933'), targets.join('\n'));
    const definition = (words: string) =>
      ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, on(words));
    for (const [words, line] of [
      ['perez2022', 13],
      ['arXiv:2107.03374', 24],
    ] as const) {
      const [link] = await definition(words);
      assert.equal(link?.targetUri.toString(), inWorkspace(BIB).toString());
      assert.equal(link?.targetSelectionRange?.start.line, line);
    }
    const places = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, on('@chen2021'));
    assert.deepEqual(places.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`).sort(), [
      `${NOTE}:1`,
      `${NOTE}:3`,
      `${BIB}:24`,
    ]);
  });

  it('are completed by author and title', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 8), '@jerry; @algor; ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const offered = async (words: string) => {
      const at = document.positionAt(document.getText().indexOf(words) + words.length);
      const { items } = await ask<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
        undefined,
        10,
      );
      return items.flatMap(({ label }) => (typeof label === 'string' ? [] : [label]));
    };
    const byTitle = await offered('@algor');
    assert.deepEqual(
      byTitle.filter(({ label }) => label === 'clrs').map(({ description }) => description),
      ['Cormen et al. 2001 · Introduction to Algorithms'],
    );
  });

  it('are renamed in the note and its bibliography, which must be saved', async () => {
    const rename = (name: string) =>
      ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, on('perez2022'), name);
    const bibliography = await vscode.workspace.openTextDocument(inWorkspace(BIB));
    const dirty = new vscode.WorkspaceEdit();
    dirty.insert(bibliography.uri, new vscode.Position(0, 0), '\n');
    assert.ok(await vscode.workspace.applyEdit(dirty));
    await assert.rejects(async () => rename('perez:new'), /Save refs\.bib first/);
    await vscode.commands.executeCommand('vscode.open', bibliography.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.window.showTextDocument(document);

    await assert.rejects(async () => rename('clrs'), /is the key of another entry in 'refs\.bib' already/);
    const edit = await rename('perez:new');
    assert.equal(edit.entries().length, 2);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.saveAll(false);
    assert.match(document.getText(), /cite: @perez:new; /);
    assert.match(bibliography.getText(), /@inproceedings\{perez:new,/);
    await waitFor(
      'the renamed entry to be read',
      () => hoverOn('perez:new'),
      (text) => text.includes('Discovering'),
    );
  });

  it('have their authors told behind identifiers where the setting asks for it', async () => {
    const whole = new vscode.Range(0, 0, 5, 0);
    const hints = () => ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    const words = ({ label }: vscode.InlayHint) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    try {
      await settings().update('inlayHints.papers', true, vscode.ConfigurationTarget.Global);
      const list = await waitFor('a hint', hints, (found) => found.length > 0);
      assert.deepEqual(list.map(words), ['Chen et al. 2021']);
    } finally {
      await settings().update('inlayHints.papers', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are put in by Insert Citation, with the keyboard alone', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const insert = async (position: vscode.Position, query: string, expected: string) => {
      editor.selection = new vscode.Selection(position, position);
      const before = document.getText();
      const inserted = vscode.commands.executeCommand('debateNotes.insertCitation', query);
      await waitFor(
        'the citation to be put in',
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return document.getText();
        },
        (text) => text !== before,
      );
      await inserted;
      assert.equal(document.lineAt(position.line).text, expected);
    };
    await insert(document.lineAt(0).range.end, '2001 cormen', `${document.lineAt(0).text} [@clrs]`);
    assert.ok(editor.selection.isEmpty && editor.selection.active.isEqual(document.lineAt(0).range.end));
    await insert(
      document.lineAt(4).range.start.translate(0, 5),
      '2017 shazeer',
      '@clrs; @dblp:journals/corr/abs-1706-03762].',
    );
  });

  it('come from the bibliographies of the settings, too', async () => {
    const shared = vscode.Uri.joinPath(inWorkspace('.'), '..', 'shared library.json');
    const bytes = new TextEncoder().encode(
      '[{"id": "kaplan2020", "type": "book", "title": "Scaling", "number": "arXiv:2001.08361"}]',
    );
    await vscode.workspace.fs.writeFile(shared, bytes);
    try {
      await settings().update('bibliographies', ['../shared library.json'], vscode.ConfigurationTarget.Workspace);
      await waitFor(
        'the paper to be known',
        () => hoverOn('arXiv:2001.08361'),
        (text) => text.startsWith('**Scaling**'),
      );
      let asked = 0;
      await waitFor(
        'a change to be seen',
        async () => {
          // VS Code may not watch the file yet when it is written for the first time, and tells of changes when they cease.
          if (asked++ % 40 === 0)
            await vscode.workspace.fs.writeFile(shared, new TextEncoder().encode('[{"id": "x", "type": "book"}]'));
          return hoverOn('arXiv:2001.08361');
        },
        (text) => !text.includes('Scaling'),
      );
    } finally {
      await settings().update('bibliographies', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(shared);
    }
  });
});
