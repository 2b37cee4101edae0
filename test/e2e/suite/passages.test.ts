import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, inWorkspace, openNote, quickFixes, ruleOf, waitFor, waitForDiagnostics } from './support';

const SAID =
  'Nobody pays a referee for having been persuaded by the louder player of the two, and everybody who ever sat in a stadium knows that.';
const EDITED = SAID.replace('a referee', 'any referee').replace('who ever sat', 'who sat');

/** Files of the workspace that a test writes; they are deleted after it. VS Code remembers names, so none comes again. */
const written: vscode.Uri[] = [];

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  written.push(uri);
  return uri;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** The one finding of a rule in a note, once it is there. */
async function findingOf(rule: string, uri: vscode.Uri): Promise<vscode.Diagnostic> {
  const list = await waitForDiagnostics(uri, rule, (found) => found.some((one) => ruleOf(one) === rule));
  const found = list.filter((one) => ruleOf(one) === rule);
  assert.equal(found.length, 1);
  return found[0] as vscode.Diagnostic;
}

/** Writes a note that says it and one that repeats it, applies a quick fix to the second, and expects what becomes of it. */
async function checkFix(
  name: string,
  first: string,
  second: string,
  title: string,
  expected: string,
): Promise<vscode.Uri> {
  const source = await write(`${name}1.debate`, first);
  const uri = await write(`${name}2.debate`, second);
  const { document } = await openNote(`${name}2.debate`);
  const finding = await findingOf('duplicate-passage', uri);
  const fixes = await quickFixes(uri, finding.range);
  const fix = fixes.find((offered) => offered.title === title);
  assert.ok(fix?.edit, `“${title}” among ${fixes.map((offered) => offered.title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  assert.equal(document.getText(), expected);
  await waitForDiagnostics(uri, 'neither a repeat nor a misquotation', (list) =>
    list.every((one) => !['duplicate-passage', 'misquotation'].includes(ruleOf(one))),
  );
  return source;
}

/** The place in an editor that a word begins at. */
function placeOf({ document }: vscode.TextEditor, word: string): vscode.Position {
  return document.positionAt(document.getText().lastIndexOf(word));
}

describe('passages in VS Code', () => {
  afterEach(async () => {
    // A document that has no editor is still open for minutes, whatever becomes of its file.
    const edit = new vscode.WorkspaceEdit();
    for (const { uri } of vscode.workspace.textDocuments) {
      if (written.some((one) => one.toString() === uri.toString())) edit.delete(uri, new vscode.Range(0, 0, 1_000, 0));
    }
    await vscode.workspace.applyEdit(edit);
    await vscode.workspace.saveAll();
    await closeEditors();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
    await waitFor(
      'the deleted files to be forgotten',
      () =>
        vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'referee'),
      (symbols) => symbols.length === 0,
    );
  });

  it('that repeat another file in other words lead there, and say what differs', async () => {
    const first = await write('repeat1.debate', `\nclaim (Ada): ${SAID}\n`);
    const second = await write('repeat2.debate', `${EDITED}\n`);
    await openNote('repeat2.debate');
    const finding = await findingOf('duplicate-passage', second);
    assert.match(
      finding.message,
      /nearly stand before, in repeat1\.debate, line 2, \d+ % alike: “any” for “a”, “ever” left out/,
    );
    const [related, ...others] = finding.relatedInformation ?? [];
    assert.equal(others.length, 0);
    assert.equal(related?.location.uri.toString(), first.toString());
    const document = await vscode.workspace.openTextDocument(first);
    assert.equal(document.getText(related?.location.range), SAID.slice(0, -1));
    // It is gone as soon as the file that it repeats is another.
    const edit = new vscode.WorkspaceEdit();
    edit.delete(first, new vscode.Range(1, 30, 1, 120));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    await waitForDiagnostics(second, 'no repeat', (list) => list.every((one) => ruleOf(one) !== 'duplicate-passage'));
  });

  it('are turned into a quotation', async () => {
    await checkFix(
      'declared',
      `claim: ${SAID}\n`,
      `x\n\n${SAID}\n`,
      "Turn it into a '>' quotation",
      `x\n\n> ${SAID}\n`,
    );
  });

  it('are quoted as the first has them, where they were edited', async () => {
    await checkFix(
      'edited',
      `claim: ${SAID}\n`,
      `x\n\n${EDITED}\n`,
      "Quote the first with '>' instead",
      `x\n\n> ${SAID}\n`,
    );
  });

  it('are replaced by a reference, for which the first is given an id', async () => {
    const reference = '[[referred1#nobody-pays-referee]]';
    const source = await checkFix(
      'referred',
      `claim: ${SAID}\n`,
      `As one hears from all sides again and again, ${SAID}\n`,
      `Replace it by '${reference}'`,
      `As one hears from all sides again and again, ${reference}.\n`,
    );
    assert.equal(await textOf(source), `claim #nobody-pays-referee: ${SAID}\n`);
  });

  it('are deleted', async () => {
    await checkFix('deleted', `claim: ${SAID}\n`, `x\n\n${SAID}\n\ny\n`, 'Delete it', 'x\n\ny\n');
  });

  it('that misquote are found, and have the original words restored', async () => {
    await write('wrong1.debate', `claim (Ada): ${SAID}\n`);
    const uri = await write('wrong2.debate', `> ${SAID.replace('persuaded', 'convinced')}\n`);
    const { document } = await openNote('wrong2.debate');
    const finding = await findingOf('misquotation', uri);
    assert.match(finding.message, /what Ada says in wrong1\.debate, line 1 .*“convinced” for “persuaded”/);
    assert.equal(finding.relatedInformation?.[0]?.location.uri.path.endsWith('/wrong1.debate'), true);
    const [fix] = await quickFixes(uri, finding.range);
    assert.equal(fix?.title, 'Restore the original words');
    assert.equal(fix?.isPreferred, true);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText(), `> ${SAID}\n`);
    await waitForDiagnostics(uri, 'no finding', (list) => list.length === 0);
  });

  it('that are quoted say whose they are, and lead there', async () => {
    const source = await write('quoted1.debate', `\nclaim (Ada): ${SAID}\n`);
    const uri = await write('quoted2.debate', `> ${SAID.replace('louder ', '')}\n`);
    const editor = await openNote('quoted2.debate');
    const place = placeOf(editor, 'player');
    const hovers = await waitFor(
      'the hover',
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place),
      (list) => list.length > 0,
    );
    const [shown] = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    assert.match(
      shown?.value ?? '',
      /\*\*Quotes\*\* the claim by Ada \(\[quoted1, line 2\]\(<[^>]*quoted1\.debate#L2>\)\), 9\d % alike/,
    );
    assert.match(shown?.value ?? '', /by the ~~louder~~ player of the two/);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const opened = await waitFor(
      'the source in an editor',
      () => vscode.window.activeTextEditor,
      (active) => active?.document.uri.toString() === source.toString(),
    );
    assert.equal(opened?.selection.start.line, 1);
    assert.equal(opened?.selection.start.character, 'claim (Ada): '.length);
  });

  it('that a reply quotes become its target by a command', async () => {
    const source = await write('reply1.debate', `claim (Ada): ${SAID}\n`);
    await write('reply2.debate', `question: Why?\nrebuttal (Bo): No.\n  > ${SAID}\n`);
    const editor = await openNote('reply2.debate');
    const place = placeOf(editor, 'No.');
    editor.selection = new vscode.Selection(place, place);
    await waitFor(
      'the target',
      async () => {
        if (!editor.document.isDirty) await vscode.commands.executeCommand('debateNotes.replyToQuoted');
        return editor.document.getText();
      },
      (text) => text === `question: Why?\nrebuttal (Bo) -> reply1#nobody-pays-referee: No.\n  > ${SAID}\n`,
    );
    assert.equal(await textOf(source), `claim #nobody-pays-referee (Ada): ${SAID}\n`);
  });
});
