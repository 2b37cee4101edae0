import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openNote, openUntitled, waitFor, waitForDiagnostics } from './support';

describe('editing a note in VS Code', () => {
  afterEach(closeEditors);

  it('folds branches, sections, quotations and front matter', async () => {
    const { document } = await openUntitled(
      '---\ntitle: A\n---\nclaim: A\n  rebuttal: B\n    support: C\n# Part\nclaim: D\n\n> E\n> F\n',
    );
    const ranges = await waitFor(
      'folding ranges',
      () => ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
      (list) => (list?.length ?? 0) >= 5,
    );
    const lines = ranges.map(({ start, end }) => `${start}-${end}`);
    for (const expected of ['0-2', '3-5', '4-5', '6-10', '9-10']) assert.ok(lines.includes(expected), lines.join());
  });

  it('says on hover why a claim does not stand, and links to the rebuttal', async () => {
    const { document } = await openNote('oversight.debate');
    const hovers = await waitFor(
      'a hover',
      () => ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(4, 2)),
      (list) => list.length > 0,
    );
    const text = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .join();
    assert.match(
      text,
      /^\*\*Rebutted\*\* by \[the rebuttal \\\(line 7\\\)\]\(<.*oversight\.debate#L7>\), which nothing answers\.\n\n1 rebuttal · 1 citation$/,
    );
  });

  it('colours keywords by semantic tokens, with what stands as modifiers', async () => {
    const { document } = await openUntitled('claim: A\nrebuttal: B\nclaims: no statement\n');
    const legend = await waitFor(
      'a legend',
      () => ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri),
      (found) => found !== undefined,
    );
    const { data } = await waitFor(
      `tokens of ${document.uri} v${document.version} ${JSON.stringify(document.getText())}`,
      () => ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
      (found) => (found?.data.length ?? 0) === 10,
    );
    const modifiers = (bits = 0) => legend.tokenModifiers.filter((_, i) => bits & (1 << i));
    assert.deepEqual(modifiers(data[4]), ['claim', 'rebutted']);
    assert.deepEqual([...data.slice(5, 8)], [1, 0, 8]);
    assert.deepEqual(modifiers(data[9]), ['rebuttal']);
  });

  it('continues quotations and bullets on Enter, and replies at their column', async () => {
    for (const [before, after] of [
      ['> A', '> A\n> '],
      ['- claim: A', '- claim: A\n- '],
      ['claim: A\n  rebuttal: B', 'claim: A\n  rebuttal: B\n  '],
    ] as const) {
      const editor = await openUntitled(before);
      const end = editor.document.positionAt(before.length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('type', { source: 'keyboard', text: '\n' });
      assert.equal(editor.document.getText(), after);
      await closeEditors();
    }
  });

  it('formats a note, and adds bullets on request', async () => {
    const { document } = await openUntitled(
      'Claim (Ada) #a :Debate helps.\n      rebuttal -> #a (Bo) :No.\n\nProse  stays.\n',
    );
    const format = async () => {
      const edits = await waitFor(
        'edits',
        () =>
          ask<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
            tabSize: 2,
            insertSpaces: true,
          }),
        (list) => (list?.length ?? 0) > 0,
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      assert.ok(await vscode.workspace.applyEdit(edit));
      return document.getText();
    };
    assert.equal(await format(), 'claim #a (Ada): Debate helps.\n  rebuttal (Bo) -> #a: No.\n\nProse  stays.\n');
    const settings = vscode.workspace.getConfiguration('debateNotes.format');
    await settings.update('bullets', 'add', vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await format(), '- claim #a (Ada): Debate helps.\n  - rebuttal (Bo) -> #a: No.\n\nProse  stays.\n');
    } finally {
      await settings.update('bullets', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('tidies a header when its colon is typed', async () => {
    const editor = await openUntitled('claim: A\n  Rebuttal (Bo) #b');
    const end = editor.document.lineAt(1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await waitFor(
      'the server to know the note',
      () => ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', editor.document.uri),
      (list) => list !== undefined,
    );
    await vscode.commands.executeCommand('type', { source: 'keyboard', text: ':' });
    await waitFor(
      'the header to be tidied',
      () => editor.document.lineAt(1).text,
      (text) => text === '  rebuttal #b (Bo):',
    );
  });

  it('expands the selection from a word to the note', async () => {
    const { document } = await openUntitled('claim: Debate helps.\n  rebuttal: No.\n');
    const [range] = await waitFor(
      'selection ranges',
      () =>
        ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [new vscode.Position(0, 9)]),
      (list) => list?.[0]?.parent !== undefined,
    );
    const texts: string[] = [];
    for (let at = range; at; at = at.parent) texts.push(document.getText(at.range));
    for (const expected of [
      'Debate',
      'Debate helps.',
      'claim: Debate helps.',
      'claim: Debate helps.\n  rebuttal: No.',
    ]) {
      assert.ok(texts.includes(expected), texts.join(' | '));
    }
  });

  it('treats included Markdown files as notes', async () => {
    const settings = vscode.workspace.getConfiguration('debateNotes');
    const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail(), 'aside.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('claim: No reason.\n'));
    try {
      const { document: aside } = await vscode.window.showTextDocument(file);
      assert.equal(aside.languageId, 'markdown');
      await settings.update('include', ['aside.md'], vscode.ConfigurationTarget.Global);
      await waitForDiagnostics(file, 'a finding', (list) => list.length === 1);
      await settings.update('include', undefined, vscode.ConfigurationTarget.Global);
      await waitForDiagnostics(file, 'no finding', (list) => list.length === 0);
    } finally {
      await settings.update('include', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(file);
    }
  });
});

function ask<T>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}
