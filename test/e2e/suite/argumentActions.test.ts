import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, rowOf, run, tree } from './argumentSupport';
import { closeEditors, inWorkspace, openNote, openUntitled } from './support';

const NOTE = 'claim #a (Ada): one\n  support: two\n  rebuttal (Bo): three\n\n# Later\n\nquestion (Cy): four\n';

describe('statements in the argument view', () => {
  before(() => vscode.commands.executeCommand('debateNotes.argument.focus'));
  afterEach(closeAll);

  it('get a support or a rebuttal, and the cursor stands where it is written', async () => {
    const { document } = await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    await run('addSupport', await rowOf('one'));
    assert.equal(document.lineAt(1).text, '  support: ');
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(1, 11));
    await tree('the new support', (all) => all.length === 6);
    await run('addRebuttal', await rowOf('three'));
    assert.equal(document.lineAt(4).text, '    rebuttal: ');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), NOTE);
  });

  it('are copied as Markdown and by reference, from the view and from the cursor', async () => {
    const editor = await openUntitled(NOTE);
    const { document } = editor;
    await tree('the tree', (all) => all.length === 5);
    await run('copyMarkdown', await rowOf('one'));
    assert.equal(
      await vscode.env.clipboard.readText(),
      '- **Claim** (Ada): one *[rebutted]*\n  - **Support** (Ada): two\n  - **Rebuttal** (Bo): three\n',
    );
    const [two, three] = [await rowOf('two'), await rowOf('three')];
    await run('copyMarkdown', two, [two, three]);
    assert.equal(await vscode.env.clipboard.readText(), '- **Support** (Ada): two\n- **Rebuttal** (Bo): three\n');
    editor.selection = new vscode.Selection(6, 3, 6, 3);
    await run('copyReference');
    assert.equal(await vscode.env.clipboard.readText(), '#four');
    assert.equal(document.lineAt(6).text, 'question #four (Cy): four');
  });

  it('are shown in the map', async () => {
    const { argumentMaps } = await extension();
    const { document } = await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    await run('showInMap', await rowOf('three'));
    assert.ok(argumentMaps.of(document.uri));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
  });

  it('move by drag and drop with their branch, as one step that can be undone', async () => {
    const text = 'claim (Ada): one\n  support: two\n    rebuttal (Bo): three\nclaim (Cy): four\n';
    const { document } = await openUntitled(text);
    await tree('the tree', (all) => all.length === 4);
    await drop(['two'], 'four');
    assert.equal(
      document.getText(),
      'claim (Ada): one\nclaim (Cy): four\n  support (Ada): two\n    rebuttal (Bo): three\n',
    );
    await tree('the branch to be there', (all) => all[2]?.startsWith('  Ada: two') === true);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await tree('the branch to be back', (all) => all[1]?.startsWith('  Ada: two') === true);
    await drop(['four'], 'three');
    assert.match(document.getText(), /\n {6}claim \(Cy\): four\n$/);
    await vscode.commands.executeCommand('undo');
    await drop(['one'], 'three');
    assert.equal(document.getText(), text, 'nothing moves under itself');
    await tree('the tree as it was', (all) => all.length === 4 && all[3]?.startsWith('Cy: four') === true);
    await drop(['one'], undefined);
    assert.equal(
      document.getText(),
      'claim (Cy): four\n\nclaim (Ada): one\n  support: two\n    rebuttal (Bo): three\n',
    );
  });

  it('move to another note, with every reference leading where it led', async () => {
    const { argumentView } = await extension();
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
    await write('from.debate', 'claim #a: moving\n  support: x\n\n# H\n\nrebuttal -> #a: y\n');
    await write('to.debate', 'claim #a: staying\n');
    try {
      const { document } = await openNote('from.debate');
      await run('showAllNotes');
      await tree('both notes', (all) => ['moving', 'staying'].every((word) => all.some((line) => line.includes(word))));
      await drop(['moving'], 'staying');
      assert.equal(document.getText(), '# H\n\nrebuttal -> to#a-2: y\n');
      const to = await vscode.workspace.openTextDocument(inWorkspace('to.debate'));
      assert.equal(to.getText(), 'claim #a: staying\n  claim #a-2: moving\n    support: x\n');
      assert.equal(argumentView.options.scope, 'all');
    } finally {
      await run('showNote');
      for (const name of ['from.debate', 'to.debate']) {
        await vscode.window.showTextDocument(inWorkspace(name));
        await closeEditors();
        await vscode.workspace.fs.delete(inWorkspace(name));
      }
    }
  });
});

/** Lets rows, told by their words, go over another; undefined is below all of them. */
async function drop(words: readonly string[], target: string | undefined): Promise<void> {
  const { argumentView } = await extension();
  const transfer = new vscode.DataTransfer();
  argumentView.drag.handleDrag(await Promise.all(words.map(rowOf)), transfer);
  await argumentView.drag.handleDrop(target === undefined ? undefined : await rowOf(target), transfer);
}
