import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DebateNotes } from '../../../client/src/extension';
import type { MapPanel } from '../../../client/src/map/mapPanel';
import { closeEditors, extensionId, inWorkspace, openNote, openUntitled, waitFor } from './support';

const NOTE = 'claim #a (Ada): one\n  support: two\n  rebuttal (Bo): three\n    undercut (Ada): four\n';

describe('the argument map in VS Code', () => {
  afterEach(closeEditors);

  it('opens beside the note by a command, and leaves the focus in the editor', async () => {
    const { map } = await openMap(NOTE);
    await drawn(map, 4);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), NOTE);
    const groups = vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ input }) => input));
    assert.equal(groups.length, 2);
    assert.ok(groups[1]?.[0] instanceof vscode.TabInputWebview);
    assert.match(vscode.window.tabGroups.all[1]?.tabs[0]?.label ?? '', /^Map: /);
  });

  it('says what each statement does to what', async () => {
    const { map } = await openMap(NOTE);
    await drawn(map, 4);
    const text = new Map(map.content.statements.map((statement) => [statement.key, statement.text]));
    assert.deepEqual(
      map.content.statements.map(({ text: words, label, links }) => [
        words,
        label,
        links.map(({ to, relation }) => `${relation} ${text.get(to)}`).join(),
      ]),
      [
        ['one', 'stands', ''],
        ['two', 'stands', 'supports one'],
        ['three', 'stands', 'rebuts one'],
        ['four', 'stands', 'undercuts three'],
      ],
    );
  });

  it('leads to the line of a statement that is clicked', async () => {
    const { map, editor } = await openMap(NOTE);
    await drawn(map, 4);
    const [, , rebuttal] = map.content.statements;
    await map.receive({ type: 'goTo', key: rebuttal?.key ?? '' });
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(2, 2));
    assert.equal(vscode.window.tabGroups.all[0]?.tabs.length, 1, 'in the editor that is there');
  });

  it('follows edits, and sends the page only what is different', async () => {
    const { map, editor } = await openMap(NOTE);
    await drawn(map, 4);
    const before = map.drawn?.revision ?? 0;
    const keys = map.content.statements.map(({ key }) => key);
    await editor.edit((builder) => builder.insert(new vscode.Position(1, 0), '  support: new\n'));
    await drawn(map, 5);
    assert.equal(map.drawn?.revision, before + 1);
    const after = map.content.statements.map(({ key }) => key);
    assert.deepEqual(
      after.filter((_, i) => i !== 1),
      keys,
      'what was not edited is the same',
    );
    await map.receive({ type: 'goTo', key: keys[3] ?? '' });
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 4);
  });

  it('is the same one when it is opened again, and has the focus then', async () => {
    const { map, editor } = await openMap(NOTE);
    await drawn(map, 4);
    await vscode.commands.executeCommand('debateNotes.openMap', editor.document.uri);
    await waitFor('the map to be active', () => map.isActive, Boolean);
    assert.equal((await notes()).argumentMaps.of(editor.document.uri), map);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
  });

  it('is saved as an image where the user says', async () => {
    const { map } = await openMap(NOTE);
    await drawn(map, 4);
    for (const [format, command] of [
      ['svg', 'debateNotes.exportMapAsSvg'],
      ['png', 'debateNotes.exportMapAsPng'],
    ] as const) {
      const target = inWorkspace(`map.${format}`);
      map.askWhere = async () => target;
      map.reveal();
      await waitFor('the map to be active', () => map.isActive, Boolean);
      await vscode.commands.executeCommand(command);
      const file = await waitFor(
        `the ${format}`,
        () => vscode.workspace.fs.readFile(target).then(undefined, () => new Uint8Array()),
        ({ length }) => length > 1000,
      );
      const text = new TextDecoder('latin1').decode(file);
      assert.match(text, format === 'svg' ? /^<\?xml[\s\S]*class="box kind-rebuttal/ : /^.PNG/);
      await vscode.workspace.fs.delete(target);
    }
  });

  it('shows notes that refer to each other together where that is wanted', async () => {
    const { map, editor } = await openMap(NOTE);
    await drawn(map, 4);
    const folder = vscode.Uri.joinPath(inWorkspace('oversight.debate'), '..');
    const other = vscode.Uri.joinPath(folder, 'tied.debate');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('rebuttal -> oversight#scales: against\n'));
    try {
      await openNote('oversight.debate');
      await vscode.commands.executeCommand('debateNotes.openMap');
      const both = await waitFor(
        'a map',
        async () => (await notes()).argumentMaps.of(inWorkspace('oversight.debate')),
        Boolean,
      );
      const alone = (both as MapPanel).content.notes.length;
      assert.ok(alone <= 1);
      await (both as MapPanel).receive({ type: 'withTied', withTied: true });
      await waitFor(
        'the other note',
        () => (both as MapPanel).content.notes.length,
        (count) => count === 2,
      );
      assert.equal(editor.document.isClosed, false);
    } finally {
      await vscode.workspace.fs.delete(other);
    }
  });

  it('goes with its tab', async () => {
    const { map, editor } = await openMap(NOTE);
    await drawn(map, 4);
    map.dispose();
    await waitFor(
      'no map',
      async () => (await notes()).argumentMaps.of(editor.document.uri),
      (open) => open === undefined,
    );
  });
});

async function openMap(text: string): Promise<{ map: MapPanel; editor: vscode.TextEditor }> {
  const editor = await openUntitled(text);
  await vscode.commands.executeCommand('debateNotes.openMap');
  const map = (await notes()).argumentMaps.of(editor.document.uri);
  assert.ok(map, 'the map of the note is open');
  return { map, editor };
}

/** Waits until the page says that so many boxes are on the screen. */
function drawn(map: MapPanel, boxes: number): Promise<unknown> {
  return waitFor(
    `${boxes} boxes`,
    () => map.drawn,
    (drawing) => drawing?.boxes === boxes,
  );
}

async function notes(): Promise<DebateNotes> {
  const extension = vscode.extensions.getExtension<DebateNotes>(extensionId);
  assert.ok(extension);
  return extension.activate();
}
