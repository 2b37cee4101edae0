import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Row } from '../../../client/src/views/argumentRows';
import { closeAll, extension, lines, run, selected, tree } from './argumentSupport';
import { closeEditors, openNote, openUntitled, waitFor } from './support';

const OVERSIGHT = 'oversight.debate';

const NOTE = 'claim #a (Ada): one\n  support: two\n  rebuttal (Bo): three\n\n# Later\n\nquestion (Cy): four\n';

describe('the argument view in VS Code', () => {
  before(() => vscode.commands.executeCommand('debateNotes.argument.focus'));
  afterEach(async () => {
    await run('clearFilter');
    for (const name of ['showNote', 'sortByPosition', 'followCursor']) await run(name);
    await closeAll();
  });

  it('shows who answers whom, and grows with the note', async () => {
    const { edit } = await openNote(OVERSIGHT);
    await tree('the tree', (lines) => lines.length === 7);
    assert.deepEqual(await lines(), [
      'Ada: Debate lets a weak judge oversee strong debaters. | rebutted · 1 rebuttal · 1 citation',
      '  arXiv:1805.00899 | ',
      '  Ben: A dishonest debater can hide one false step among a thousand true ones. | unanswered · 1 citation',
      '    https://arxiv.org/pdf/2402.06782v2.pdf | ',
      'Ada: The honest side has the easier task. | unsupported',
      'Loose ends | 1',
      '  Ben: Who watches the judge? | open',
    ]);
    const { argumentTree } = await extension();
    const [claim] = argumentTree.getChildren();
    const item = argumentTree.getTreeItem(claim as Row);
    assert.equal(
      item.accessibilityInformation?.label,
      'Claim by Ada: #scales: Debate lets a weak judge oversee strong debaters., rebutted, 1 rebuttal, 1 citation',
    );
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'comment');
    assert.equal(item.tooltip, undefined, 'nothing is worked out before it is asked for');

    const redrawn: (string | undefined)[] = [];
    const listening = argumentTree.onDidChangeTreeData((those) => {
      redrawn.push(...(Array.isArray(those) ? those : [those]).map((row) => row?.node.text));
    });
    const reply = '\n  rebuttal (Cy): Not with obfuscation.';
    assert.ok(await edit((builder) => builder.insert(new vscode.Position(8, 57), reply)));
    await tree('the new rebuttal', (now) => now.some((line) => line.includes('Not with obfuscation.')));
    listening.dispose();
    assert.equal(argumentTree.getChildren()[0], claim, 'a statement that was not edited is the same row');
    assert.deepEqual([...new Set(redrawn)], ['The honest side has the easier task.'], 'nothing else is drawn anew');
  });

  it('says in a tooltip why a statement stands, and what it cites', async () => {
    const { argumentTree } = await extension();
    await openNote(OVERSIGHT);
    await tree('the tree', (all) => all.length === 7);
    const row = argumentTree.getChildren()[0] as Row;
    const { token } = new vscode.CancellationTokenSource();
    const item = await argumentTree.resolveTreeItem(argumentTree.getTreeItem(row), row, token);
    const { value, isTrusted } = item.tooltip as vscode.MarkdownString;
    assert.match(value, /\*\*Rebutted\*\* by /);
    assert.match(value, /arXiv 1805\\\.00899/);
    assert.ok(!isTrusted);
  });

  it('leads to the line, and follows the cursor while it is visible and wanted', async () => {
    const { argumentTree, argumentView } = await extension();
    const editor = await openNote(OVERSIGHT);
    await tree('the tree', (all) => all.length === 7);
    const item = argumentTree.getTreeItem(argumentTree.getChildren()[1] as Row);
    const { command, arguments: given = [] } = item.command as vscode.Command;
    await vscode.commands.executeCommand(command, ...given);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 8);
    await selected('#honest', (id) => id === 'honest');
    editor.selection = new vscode.Selection(6, 12, 6, 12);
    await waitFor(
      'the rebuttal',
      () => argumentView.selection[0]?.node.kind,
      (kind) => kind === 'rebuttal',
    );
    assert.equal(vscode.window.activeTextEditor, editor, 'the focus stays in the editor');

    await run('doNotFollowCursor');
    editor.selection = new vscode.Selection(8, 0, 8, 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(argumentView.selection[0]?.node.kind, 'rebuttal');
    await run('revealCurrent');
    await selected('the statement under the cursor', (id) => id === 'honest');
    await run('followCursor');

    await vscode.commands.executeCommand('workbench.view.explorer');
    await waitFor(
      'the sidebar to show something else',
      () => argumentView.isVisible,
      (isVisible) => !isVisible,
    );
    editor.selection = new vscode.Selection(4, 0, 4, 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(!argumentView.isVisible, 'it does not take the sidebar');
    await vscode.commands.executeCommand('debateNotes.argument.focus');
    await vscode.window.showTextDocument(editor.document);
    await selected('what the cursor is on when it is back', (id) => id === 'scales');
  });

  it('is empty without a note', async () => {
    const { argumentView } = await extension();
    await openNote(OVERSIGHT);
    await tree('the tree', (all) => all.length === 7);
    assert.equal(argumentView.told.badge?.value, 3);
    await closeEditors();
    await tree('an empty tree', (all) => all.length === 0);
    assert.equal(argumentView.told.badge, undefined);
  });

  it('shows all notes', async () => {
    const { argumentView } = await extension();
    await openNote(OVERSIGHT);
    await run('showAllNotes');
    const all = await tree('all notes', (now) => now.some((line) => line.startsWith('Does oversight scale?')));
    assert.ok(all.includes('  Ada: The honest side has the easier task. | unsupported'), all.join('\n'));
    assert.equal(argumentView.told.description, 'all notes');
    assert.equal(argumentView.options.scope, 'all');
    await closeEditors();
    assert.ok((await lines()).length > 0, 'all notes are there when none is open');
  });

  it('groups by speaker', async () => {
    await openUntitled(NOTE);
    await run('groupBySpeaker');
    await tree('the speakers', (all) => all.length === 7);
    assert.deepEqual(await lines(), [
      'Ada | 2',
      '  one | rebutted · 1 support · 1 rebuttal',
      '  two | → #a',
      'Bo | 1',
      '  three | unanswered · → #a',
      'Cy | 1',
      '  four | open',
    ]);
  });

  it('shows what is open, and counts it in the badge', async () => {
    const { argumentView } = await extension();
    const { edit } = await openUntitled(NOTE);
    await run('showOpenPoints');
    await tree('the open points', (all) => all.length === 4);
    assert.deepEqual(await lines(), [
      'Open questions | 1',
      '  Cy: four | ',
      'Unanswered rebuttals | 1',
      '  Bo: three | → #a',
    ]);
    assert.deepEqual(argumentView.told.badge, { value: 2, tooltip: '2 open points' });
    await edit((builder) => builder.insert(new vscode.Position(7, 0), '  answer: five\n    cite: A book\n'));
    await tree('the question to be closed', (all) => all.length === 2);
    assert.deepEqual(argumentView.told.badge, { value: 1, tooltip: '1 open point' });
  });

  it('filters, says so, and forgets it on demand', async () => {
    const { argumentView } = await extension();
    await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    await argumentView.filterBy('bo THREE');
    assert.deepEqual(await lines(), ['Ada: one | rebutted · 1 support · 1 rebuttal', '  Bo: three | unanswered']);
    assert.equal(argumentView.told.message, '“bo THREE”: 1 of 4');
    await run('clearFilter');
    assert.equal((await lines()).length, 5);
    assert.equal(argumentView.told.message, undefined);
  });

  it('sorts by what stands, and what is unanswered first', async () => {
    await openUntitled('claim: one\n  cite: A book\nclaim: two\n  support: x\nclaim: three\n  rebuttal: no\n');
    await tree('the tree', (all) => all.length === 6);
    const tops = async () =>
      (await lines()).filter((line) => !line.startsWith(' ')).map((line) => line.split(' | ')[0]);
    await run('sortByLabel');
    assert.deepEqual(await tops(), ['three', 'one', 'two']);
    await run('sortUnansweredFirst');
    assert.deepEqual(await tops(), ['three', 'one', 'two']);
    await run('sortByPosition');
    assert.deepEqual(await tops(), ['one', 'two', 'three']);
  });

  it('opens all rows', async () => {
    const { argumentTree } = await extension();
    await openUntitled(NOTE);
    await tree('the tree', (all) => all.length === 5);
    const id = () => argumentTree.getTreeItem(argumentTree.getChildren()[0] as Row).id;
    const before = id();
    await run('expandAll');
    assert.notEqual(id(), before, 'the editor is not to remember what was folded');
  });
});
