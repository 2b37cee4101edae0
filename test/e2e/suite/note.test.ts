import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  inWorkspace,
  openNote,
  openUntitled,
  quickFixes,
  ruleOf,
  waitFor,
  waitForDiagnostics,
} from './support';

describe('a debate note in VS Code', () => {
  afterEach(closeEditors);

  it('is told by its name, and has its lines wrapped', async () => {
    for (const name of ['oversight.debate', 'pasted.debate.md']) {
      const { document } = await openNote(name);
      assert.equal(document.languageId, 'debate');
      const editor = vscode.workspace.getConfiguration('editor', document);
      assert.equal(editor.get('wordWrap'), 'on');
      assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
    }
  });

  it('warns of a claim without support, and only of that one', async () => {
    const { document } = await openNote('oversight.debate');
    const found = await waitForDiagnostics(document.uri, 'a finding', (list) => list.length > 0);
    assert.deepEqual(found.map(ruleOf), ['unsupported-claim']);
    assert.equal(found[0]?.source, 'debate-notes');
    assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(found[0]?.range), 'claim');
    assert.match(document.lineAt(found[0]?.range.start.line ?? 0).text, /#honest/);
    const { code } = found[0] ?? {};
    assert.ok(typeof code === 'object', 'the code is a link');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.ok(page.getText().startsWith('# `unsupported-claim`'));
  });

  it('finds a passage that stands in another note, and leads there', async () => {
    const { document } = await openNote('pasted.debate.md');
    const [found] = await waitForDiagnostics(document.uri, 'a repeat', (list) => list.length > 0);
    assert.ok(found);
    assert.equal(ruleOf(found), 'duplicate-passage');
    assert.match(document.getText(found.range), /^the judge is paid .* having been persuaded$/);
    const [first] = found.relatedInformation ?? [];
    assert.equal(first?.location.uri.toString(), inWorkspace('oversight.debate').toString());
    const original = await vscode.workspace.openTextDocument(first?.location.uri as vscode.Uri);
    assert.match(original.getText(first?.location.range), /^The judge is paid .* having been persuaded$/);
  });

  it('finds the repeats of a thread pasted into an untitled note', async () => {
    const thread = await vscode.workspace.fs.readFile(inWorkspace('thread.txt'));
    const { document } = await openUntitled(new TextDecoder().decode(thread));
    const found = await waitForDiagnostics(document.uri, 'two repeats', (list) => list.length === 2);
    const lines = ({ start, end }: vscode.Range) => [start.line + 1, end.line + 1];
    const places = found.map((finding) => [
      lines(finding.range),
      lines(finding.relatedInformation?.[0]?.location.range as vscode.Range),
    ]);
    assert.deepEqual(
      places.sort((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0)),
      [
        [
          [14, 23],
          [2, 12],
        ],
        [
          [28, 28],
          [13, 13],
        ],
      ],
    );
  });

  it('shows the pages of a cited paper on hover, and links to the landing page', async () => {
    const { document } = await openNote('oversight.debate');
    const at = document.positionAt(document.getText().indexOf('2402.06782'));
    const hovers = await waitFor(
      'a hover',
      () => hoversAt(document.uri, at),
      (list) => list.length > 0,
    );
    const text = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .join();
    assert.match(text, /https:\/\/arxiv\.org\/abs\/2402\.06782v2>/);
    assert.match(text, /https:\/\/arxiv\.org\/pdf\/2402\.06782v2>/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const targets = links.map(({ target }) => target?.toString());
    assert.ok(targets.includes('https://arxiv.org/abs/1805.00899'), targets.join());
    assert.ok(targets.includes('https://arxiv.org/abs/2402.06782v2'), targets.join());
  });

  it('has an outline of sections and statements', async () => {
    const { document } = await openNote('oversight.debate');
    const symbols = await waitFor(
      'symbols',
      () => symbolsOf(document.uri),
      (list) => list?.length > 0,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Debate lets a weak judge oversee strong debaters.', 'The honest side has the easier task.', 'Loose ends'],
    );
    assert.deepEqual(
      symbols[0]?.children.map(({ detail }) => detail),
      ['cite', 'rebuttal · Ben'],
    );
  });

  for (const [keyword, words] of [
    ['support', 'lies are harder to keep straight.'],
    ['cite', 'arXiv:2402.06782'],
  ]) {
    it(`mends an unsupported claim by a \`${keyword}:\` line, which is then the one to fill in`, async () => {
      const { document, edit } = await openNote('oversight.debate');
      const [claim] = await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
      const fix = (await quickFixes(document.uri, (claim as vscode.Diagnostic).range)).find(({ title }) =>
        title.includes(`'${keyword}:'`),
      );
      assert.ok(fix?.edit, `a quick fix that adds a ${keyword} line`);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      const [empty] = await waitForDiagnostics(
        document.uri,
        'an empty statement',
        (list) => ruleOf(list[0] as vscode.Diagnostic) === 'empty-statement',
      );
      const line = document.lineAt((empty as vscode.Diagnostic).range.start.line);
      assert.equal(line.text, `  ${keyword}: `);
      assert.equal(line.lineNumber, (claim as vscode.Diagnostic).range.start.line + 1);
      assert.ok(await edit((builder) => builder.insert(line.range.end, words as string)));
      await waitForDiagnostics(document.uri, 'no finding', (list) => list.length === 0);
    });
  }

  for (const [where, ending] of [
    ['above other lines', '\nclaim: That is why. See arXiv:1805.00899\n'],
    ['at the end of the note', ''],
  ] as const) {
    it(`indents the new line under an indented answer ${where}`, async () => {
      const { document } = await openUntitled(`question: Why?\n\tanswer: Because.${ending}`);
      const [finding] = await waitForDiagnostics(document.uri, 'a finding', (list) => list.length === 1);
      const [fix] = await quickFixes(document.uri, (finding as vscode.Diagnostic).range);
      assert.ok(await vscode.workspace.applyEdit(fix?.edit as vscode.WorkspaceEdit));
      assert.equal(document.getText(), `question: Why?\n\tanswer: Because.\n\t\tsupport: ${ending}`);
    });
  }

  it('opens as a new note by command', async () => {
    await vscode.commands.executeCommand('debateNotes.newNote');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'debate');
    assert.ok(vscode.window.activeTextEditor?.document.isUntitled);
  });
});

function hoversAt(uri: vscode.Uri, position: vscode.Position): Thenable<vscode.Hover[]> {
  return vscode.commands.executeCommand('vscode.executeHoverProvider', uri, position);
}

function symbolsOf(uri: vscode.Uri): Thenable<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}
