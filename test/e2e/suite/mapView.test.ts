import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MapView } from '../../../client/src/map/mapView';
import { closeAll, extension, run, selected, tree } from './argumentSupport';
import { inWorkspace, openUntitled, waitFor } from './support';

const NOTE = 'claim #a (Ada): one\n  support: two\n  rebuttal (Bo): three\n    undercut (Ada): four\n';

describe('the argument map in the sidebar of VS Code', () => {
  before(() => vscode.commands.executeCommand('debateNotes.map.focus'));
  afterEach(closeAll);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('shows the note of the editor, whichever that is, and grows with it', async () => {
    const first = await openUntitled(NOTE);
    const { map } = await drawn(4);
    assert.equal(map?.note.toString(), first.document.uri.toString());
    assert.deepEqual(
      map?.content.statements.map(({ text }) => text),
      ['one', 'two', 'three', 'four'],
    );
    await first.edit((builder) => builder.insert(new vscode.Position(1, 0), '  support: new\n'));
    await drawn(5);
    const second = await openUntitled('claim: elsewhere\n');
    assert.equal((await drawn(1)).map?.note.toString(), second.document.uri.toString());
    await vscode.window.showTextDocument(first.document);
    await drawn(5);
    assert.equal(vscode.window.tabGroups.all.length, 1, 'no tab is opened for it');
  });

  it('leads to the line of a statement that is clicked', async () => {
    const { document } = await openUntitled(NOTE);
    const { map } = await drawn(4);
    await map?.receive({ type: 'goTo', key: map.content.statements[2]?.key ?? '' });
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(2, 2));
  });

  it('is where a statement is shown, instead of a tab', async () => {
    const { argumentMaps, argumentTree } = await extension();
    const { document } = await openUntitled(NOTE);
    await drawn(4);
    await tree('the tree', (all) => all.length === 4);
    const row = [...argumentTree.rows.all()].find(({ node }) => node.text === 'three');
    await run('showInMap', row);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
    assert.equal(argumentMaps.of(document.uri), undefined);
  });

  it('is saved as an image', async () => {
    await openUntitled(NOTE);
    const { map } = await drawn(4);
    assert.ok(map);
    const target = inWorkspace('sidebar.svg');
    map.askWhere = async () => target;
    await vscode.commands.executeCommand('debateNotes.exportMapAsSvg');
    const file = await waitFor(
      'the image',
      () => vscode.workspace.fs.readFile(target).then(undefined, () => new Uint8Array()),
      ({ length }) => length > 1000,
    );
    assert.match(new TextDecoder().decode(file), /class="box kind-rebuttal/);
    await vscode.workspace.fs.delete(target);
  });

  it('is empty without a note', async () => {
    await openUntitled(NOTE);
    const view = await drawn(4);
    await closeAll();
    await waitFor(
      'no map',
      () => view.map,
      (map) => map === undefined,
    );
  });

  it('asks for nothing while it is out of sight, and catches up', async () => {
    const editor = await openUntitled(NOTE);
    const { map } = await drawn(4);
    // What the argument view is about to select, VS Code shows in its sidebar, also a moment after somebody has left that.
    await selected('the claim', (id) => id === 'a');
    await run('doNotFollowCursor');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await vscode.commands.executeCommand('workbench.view.explorer');
    const { view } = (await extension()).argumentMaps;
    await waitFor(
      'the view to be out of sight',
      () => view.map,
      (shown) => shown === undefined,
    );
    await editor.edit((builder) => builder.insert(new vscode.Position(4, 0), 'claim: five\n'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(map?.content.statements.length, 4);
    await vscode.commands.executeCommand('debateNotes.map.focus');
    await drawn(5);
    await run('followCursor');
  });
});

/** Waits until the page in the sidebar says that so many boxes are on the screen. */
async function drawn(boxes: number): Promise<MapView> {
  const { view } = (await extension()).argumentMaps;
  await waitFor(
    `${boxes} boxes`,
    () => view.map?.drawn,
    (drawing) => drawing?.boxes === boxes,
  );
  return view;
}
