import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles';
import { closeEditors, quickFixes, ruleOf, waitFor, waitForDiagnostics } from './support';

const SCHEME = 'debate-memory';

const NOTE = `---
bibliography: refs.bib
---

claim #honest (Ada): Larger models are more sure of themselves. [@kept; @missing]
  support: [[other#judge]]
claim: Nobody gives a reason.
`;

const FILES = {
  '/debates/.debatenotes.json': '{ "extends": "shared.json", "rules": { "unsupported-claim": "error" } }',
  '/debates/shared.json': '{ "rules": { "open-question": "off" } }',
  '/debates/refs.bib': '@misc{kept, title = {What is kept in memory}}\n',
  '/debates/note.debate': NOTE,
  '/debates/other.debate':
    'claim #judge (Ben): The judge is paid to be right.\n  support: Who else?\n\nquestion: Why?\n',
};

const file = (name: string) => vscode.Uri.from({ scheme: SCHEME, path: `/debates/${name}` });

describe('a note on no disk', () => {
  let provider: vscode.Disposable;
  let files: MemoryFiles;
  let document: vscode.TextDocument;
  let other: vscode.TextDocument;

  beforeEach(async () => {
    files = new MemoryFiles(FILES);
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, files);
    // Of a folder that is no folder of the workspace, the notes count that are open.
    other = await vscode.workspace.openTextDocument(file('other.debate'));
    document = await vscode.workspace.openTextDocument(file('note.debate'));
    await vscode.window.showTextDocument(document);
  });

  afterEach(async () => {
    await closeEditors();
    provider.dispose();
  });

  const on = (words: string) => document.positionAt(document.getText().indexOf(words) + 1);

  it('has the configuration and the bibliography that lie beside it', async () => {
    const found = await waitForDiagnostics(document.uri, 'both problems', (list) => list.length === 2);
    assert.deepEqual(found.map(ruleOf).sort(), ['unknown-citation-key', 'unsupported-claim']);
    const unsupported = found.find((finding) => ruleOf(finding) === 'unsupported-claim');
    assert.equal(unsupported?.severity, vscode.DiagnosticSeverity.Error, 'as its configuration file says');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      on('kept'),
    );
    const text = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
    assert.match(text.join(), /What is kept in memory/);
  });

  it('is mended, and saved where it came from', async () => {
    const found = await waitForDiagnostics(document.uri, 'both problems', (list) => list.length === 2);
    const unsupported = found.find((finding) => ruleOf(finding) === 'unsupported-claim') as vscode.Diagnostic;
    const [fix] = await quickFixes(document.uri, unsupported.range);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    const { range } = document.lineAt(unsupported.range.start.line + 1);
    const written = new vscode.WorkspaceEdit();
    written.insert(document.uri, range.end, 'It was measured.');
    assert.ok(await vscode.workspace.applyEdit(written));
    await waitForDiagnostics(document.uri, 'the other problem', (list) => list.length === 1);
    assert.ok(await document.save());
    assert.match(new TextDecoder().decode(files.readFile(document.uri)), /\n {2}support: It was measured\.\n/);
  });

  it('leads to another note that is open, and is renamed together with it', async () => {
    const definitions = await waitFor(
      'the other note',
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          on('judge]]'),
        ),
      (list) => list.length > 0,
    );
    const [target] = definitions.map((found) => ('uri' in found ? found.uri : found.targetUri));
    assert.equal(target?.toString(), other.uri.toString());
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      on('judge]]'),
      'paid',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.toString())
        .sort(),
      [document.uri.toString(), other.uri.toString()].sort(),
    );
    assert.deepEqual(
      vscode.languages
        .getDiagnostics(other.uri)
        .map(ruleOf)
        .filter((rule) => rule === 'open-question'),
      [],
      'the extended configuration switches the rule off',
    );
  });

  it('has its argument shown, and the paper that it cites', async () => {
    const symbols = await waitFor(
      'symbols',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (list) => list?.length === 2,
    );
    assert.deepEqual(
      symbols.map(({ children }) => children.length),
      [1, 0],
    );
  });
});
