import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, inWorkspace, openNote, waitFor } from './support';

const OVERSIGHT = 'oversight.debate';

/** Notes that a test writes into the workspace and takes out again. */
async function withNotes(notes: Readonly<Record<string, string>>, act: () => Promise<void>): Promise<void> {
  for (const [name, text] of Object.entries(notes)) {
    await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  }
  try {
    await act();
  } finally {
    await closeEditors();
    for (const name of Object.keys(notes)) {
      await vscode.workspace.fs.delete(inWorkspace(name)).then(undefined, () => undefined);
    }
  }
}

function ask<T>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

/** File name and first line of a place. */
function shown({ uri, range }: vscode.Location): string {
  return `${uri.path.split('/').at(-1)}:${range.start.line}`;
}

const REPLY = 'rebuttal (Cy) -> oversight#scales: It does not.\n  support: Words.\n';
const AT_REFERENCE = new vscode.Position(0, 30);

describe('finding and renaming across notes in VS Code', () => {
  afterEach(closeEditors);

  it('goes to the definition in another note, and finds all references', () =>
    withNotes({ 'reply.debate': REPLY, 'more.debate': 'see [[oversight#scales]]\n' }, async () => {
      const { document } = await openNote('reply.debate');
      const [link] = await waitFor(
        'a definition',
        () => ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, AT_REFERENCE),
        (list) => list.length > 0,
      );
      assert.ok(link);
      assert.equal(link.targetUri.path, inWorkspace(OVERSIGHT).path);
      assert.equal(link.targetSelectionRange?.start.line, 4);
      const places = await waitFor(
        'the references',
        () => ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, AT_REFERENCE),
        (list) => list.length === 3,
      );
      assert.deepEqual(places.map(shown).sort(), ['more.debate:0', 'oversight.debate:4', 'reply.debate:0']);
      const highlights = await ask<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        AT_REFERENCE,
      );
      assert.equal(highlights.length, 1);
    }));

  it('renames an id in all notes, and says why it cannot', () =>
    withNotes({ 'reply.debate': REPLY }, async () => {
      const { document } = await openNote('reply.debate');
      const rename = (name: string) =>
        ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, AT_REFERENCE, name);
      const edit = await waitFor(
        'edits of both notes',
        () =>
          rename('scaling').then(
            (found) => found,
            () => null,
          ),
        (found) => found?.entries().length === 2,
      );
      const renamed = (edit?.entries() ?? []).map(([uri, edits]) => [uri.path.split('/').at(-1), edits.length]);
      assert.deepEqual(renamed.sort(), [
        ['oversight.debate', 1],
        ['reply.debate', 1],
      ]);
      await assert.rejects(async () => rename('honest'), /'#honest' is the id of the claim in line 9 already/);
      const place = await ask<{ placeholder: string }>('vscode.prepareRename', document.uri, AT_REFERENCE);
      assert.equal(place.placeholder, 'scales');
    }));

  it('puts references right when a note is renamed', () =>
    withNotes({ 'first.debate': 'claim #x: A\n', 'second.debate': 'rebuttal -> first#x: B\n' }, async () => {
      const { document } = await openNote('second.debate');
      const definition = () =>
        ask<unknown[]>('vscode.executeDefinitionProvider', document.uri, new vscode.Position(0, 18));
      await waitFor('both notes to be known', definition, (list) => list.length > 0);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(inWorkspace('first.debate'), inWorkspace('renamed note.debate'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      try {
        await waitFor(
          'the reference to be put right',
          () => document.getText(),
          (text) => text === 'rebuttal -> <renamed note#x>: B\n',
        );
        await waitFor('it to lead there', definition, (list) => list.length > 0);
      } finally {
        await vscode.workspace.fs.delete(inWorkspace('renamed note.debate'));
      }
    }));

  it('finds statements of all notes by their words', async () => {
    await openNote(OVERSIGHT);
    const found = await waitFor(
      'symbols',
      () => ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'weak judge'),
      (list) => list.length > 0,
    );
    assert.match(found[0]?.name ?? '', /^#scales Debate lets a weak judge/);
  });
});

describe('writing with help in VS Code', () => {
  afterEach(closeEditors);

  it('completes ids of another note, keywords and speakers', () =>
    withNotes({ 'reply.debate': 'rebuttal -> oversight#\n\nclaim (\n' }, async () => {
      const { document } = await openNote('reply.debate');
      const at = (line: number, character: number, trigger?: string) =>
        ask<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(line, character),
          trigger,
        );
      const label = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
      const ids = await waitFor(
        'ids',
        () => at(0, 22, '#'),
        ({ items }) => items.some((item) => label(item) === '#scales'),
      );
      assert.ok(ids.items.some((item) => label(item) === '#honest'));
      assert.ok((await at(1, 0)).items.some((item) => label(item) === 'rebuttal'));
      assert.ok((await at(2, 7, '(')).items.some((item) => label(item) === 'Ada'));
    }));

  it('tells above a claim what has been said to it, and peeks the replies', async () => {
    const { document } = await openNote(OVERSIGHT);
    const lenses = await waitFor(
      'lenses',
      () => ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20),
      (list) => list.length > 0 && list.every(({ command }) => command !== undefined),
    );
    const [first] = lenses;
    assert.equal(first?.range.start.line, 4);
    assert.equal(first.command?.title, '1 rebuttal · 1 citation · rebutted');
    await vscode.commands.executeCommand(first.command?.command ?? '', ...(first.command?.arguments ?? []));
  });

  it('hints at labels and targets where the settings ask for it, without a reload', () =>
    withNotes({ 'reply.debate': REPLY }, async () => {
      const { document } = await openNote('reply.debate');
      const settings = vscode.workspace.getConfiguration('debateNotes');
      const whole = new vscode.Range(0, 0, 3, 0);
      const hints = () => ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      const words = (list: vscode.InlayHint[]) =>
        list.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
      try {
        await settings.update('inlayHints.labels', 'all', vscode.ConfigurationTarget.Global);
        await settings.update('inlayHints.targets', true, vscode.ConfigurationTarget.Global);
        const list = await waitFor('hints', hints, (found) => found.length === 3);
        assert.deepEqual(words(list).sort(), ['Debate lets a weak judge oversee…', 'stands', 'stands']);
      } finally {
        await settings.update('inlayHints.labels', undefined, vscode.ConfigurationTarget.Global);
        await settings.update('inlayHints.targets', undefined, vscode.ConfigurationTarget.Global);
      }
      await waitFor('no hints', hints, (found) => found.length === 0);
    }));

  it('leads from a claim to those who attack it, and on', async () => {
    const { document } = await openNote(OVERSIGHT);
    const [item] = await waitFor(
      'the claim',
      () => ask<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', document.uri, new vscode.Position(4, 2)),
      (list) => list.length > 0,
    );
    const replies = await waitFor(
      'those who reply',
      () => ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item),
      (list) => list.length >= 2,
    );
    // VS Code keeps documents of other tests for minutes after their files are gone.
    const incoming = replies.filter(({ from }) => from.uri.path === document.uri.path);
    assert.deepEqual(
      incoming.map(({ from }) => from.detail?.split(' · ')[0]),
      ['cite', 'rebuttal'],
    );
    const outgoing = await ask<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', incoming[1]?.from);
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      [item?.name],
    );
  });
});
