import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Row } from '../../../client/src/views/argumentRows';
import { closeAll, extension, lines, rowOf, run, selected, tree } from './argumentSupport';
import { closeEditors, inWorkspace, openNote, openUntitled, waitFor } from './support';

const NOTE = 'claim #a (Ada): one\n  support: two\n  rebuttal (Bo): three\n\n# Later\n\nquestion (Cy): four\n';

describe('the menus of the argument view', () => {
  before(() => vscode.commands.executeCommand('debateNotes.argument.focus'));
  afterEach(async () => {
    await run('clearFilter');
    for (const name of ['showNote', 'sortByPosition']) await run(name);
    await closeAll();
  });

  it('add an answer, and any reply that is chosen', async () => {
    const { document } = await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    await run('addAnswer', await rowOf('four'));
    assert.equal(document.lineAt(7).text, '  answer: ');
    await chosen(run('addReply', await rowOf('three')), 1);
    assert.match(document.lineAt(3).text, /^ {4}(rebuttal|undercut): $/);
  });

  it('change the kind', async () => {
    const { document } = await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    await chosen(run('changeKind', await rowOf('two')));
    assert.match(document.lineAt(1).text, /^ {2}(?!support)\w+.*: two$/);
    const { key } = await rowOf('two');
    await tree('the other kind', (all) => all.some((line) => line.includes('two')));
    assert.equal((await rowOf('two')).key, key, 'it is the same row');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), NOTE);
  });

  it('move a branch to where one chooses', async () => {
    const { document } = await openUntitled('claim: one\n  support: two\nclaim: three\n');
    await tree('the tree', (all) => all.length === 3);
    await chosen(run('moveBranch', await rowOf('two')), 2);
    assert.equal(document.getText(), 'claim: one\nclaim: three\n  support: two\n');
  });

  it('find references to a statement', async () => {
    await openUntitled(`${NOTE}\nrebuttal -> #a: five\n`);
    await tree('the tree', (all) => all.length === 6);
    await run('findReferences', await rowOf('one'));
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    assert.equal(editor.selection.active.line, 0);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      editor.selection.active,
    );
    assert.ok(found.some(({ range }) => range.start.line === 8));
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('are about the row of the button, also where others are selected with it', async () => {
    const { document } = await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    const [two, three] = [await rowOf('two'), await rowOf('three')];
    await run('addRebuttal', three, [two, three]);
    assert.equal(document.lineAt(3).text, '    rebuttal: ');
  });

  it('lead from a link to where the statement hangs, or to its line in another note', async () => {
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
    await write('linked.debate', 'claim #far: far\n\nclaim: near\nrebuttal -> #far, #near: both\n');
    await write('linking.debate', 'rebuttal -> linked#far: from afar\n');
    try {
      await openNote('linked.debate');
      await tree('the links', (all) => all.some((line) => line.includes('from afar')));
      const links = await linkRows();
      assert.equal(links.length, 1);
      await run('revealLinked', links[0]);
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /linking\.debate$/);
      await openNote('linked.debate');
      await run('showAllNotes');
      await tree('all notes', (all) => all.some((line) => line.startsWith('Does oversight scale?')));
      await selected('the statement under the cursor', (id) => id === 'far');
      // Until the view has come to rest.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await run(
        'revealLinked',
        (await linkRows()).find(({ node }) => node.text === 'from afar'),
      );
      const { argumentView } = await extension();
      await waitFor(
        'the statement itself',
        () => argumentView.selection[0]?.node,
        (node) => node?.type === 'statement' && node.text === 'from afar',
      );
    } finally {
      await run('showNote');
      await closeEditors();
      for (const name of ['linked.debate', 'linking.debate']) await vscode.workspace.fs.delete(inWorkspace(name));
    }
  });

  it('leave a selection of several to those who have made it', async () => {
    const { argumentView } = await extension();
    const { document } = await openUntitled('claim: one\n  support: two\n  support: three\nclaim: four\n');
    await tree('the tree', (all) => all.length === 4);
    const transfer = new vscode.DataTransfer();
    const rows = [await rowOf('three'), await rowOf('two')];
    argumentView.drag.handleDrag(rows, transfer);
    await argumentView.drag.handleDrop(await rowOf('four'), transfer);
    assert.equal(document.getText(), 'claim: one\nclaim: four\n  support: two\n  support: three\n');
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /^claim: one\n {2}support: two/, 'both are back after one step');
  });

  it('take a filter for words, not for a pattern', async () => {
    const { argumentView } = await extension();
    await openUntitled('claim: one (x) .* [a\nclaim: two|\\\n');
    await tree('the tree', (all) => all.length === 2);
    for (const [words, found] of [
      ['.*', 1],
      ['(', 1],
      ['[a', 1],
      ['\\', 1],
      ['o.e', 0],
      ['one|two', 0],
    ] as const) {
      await argumentView.filterBy(words);
      assert.equal((await lines()).length, found, words);
    }
  });

  it('have a name for every row that a screen reader can say', async () => {
    await openUntitled(`${NOTE}\nclaim\nclaim #b: b\nrebuttal -> #a, #b: c\n`);
    for (const [mode, least] of [
      ['showNote', 7],
      ['groupBySpeaker', 7],
      ['showOpenPoints', 4],
      ['showAllNotes', 7],
    ] as const) {
      await run(mode);
      await tree(mode, (all) => all.length >= least);
      const { argumentTree } = await extension();
      for (const row of argumentTree.rows.all()) {
        const { accessibilityInformation, label } = argumentTree.getTreeItem(row);
        assert.ok(accessibilityInformation?.label, String(label));
        assert.equal(accessibilityInformation.role, 'treeitem');
      }
    }
  });
});

async function linkRows(): Promise<Row[]> {
  const { argumentTree } = await extension();
  return [...argumentTree.rows.all()].filter(({ node }) => node.type === 'link');
}

/** Chooses an item of the list that a command opens, so many below the first. */
async function chosen(command: Thenable<unknown>, below = 0): Promise<void> {
  let isDone = false;
  void command.then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (let i = 0; i < below; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await waitFor('the command to end', () => isDone, Boolean);
}
