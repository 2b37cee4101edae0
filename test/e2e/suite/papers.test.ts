import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DebateNotes } from '../../../client/src/extension';
import { type CitationNode, type CitedNode, isBroken, nameOf } from '../../../client/src/views/paperNodes';
import type { PapersTree } from '../../../client/src/views/papersTree';
import type { AskedOf } from '../../support/paperIndex';
import { closeEditors, extensionId, inWorkspace, openUntitled, waitFor } from './support';

/** A key, a known arXiv id and an unknown one, and one that cannot exist; of no other note of the workspace. */
const NOTE = `claim #flattery (Ada): Models flatter.
  cite: [@flattery2022]
  rebuttal (Ben): Not all do: arXiv:2310.13548 and arXiv:2310.00000.
`;
const BIB = `@inproceedings{flattery2022, author = {Perez, Ethan and Ringer, Sam}, title = {Discovering *Behaviors*},
  booktitle = {Findings of ACL}, year = 2022, eprint = {2305.17493}}
`;

describe('the papers view in VS Code', () => {
  const note = () => inWorkspace('papers.debate');
  const bibliography = () => inWorkspace('papers.bib');

  before(async () => {
    const { fs } = vscode.workspace;
    await fs.writeFile(bibliography(), new TextEncoder().encode(BIB));
    await fs.writeFile(note(), new TextEncoder().encode(NOTE));
    await vscode.commands.executeCommand('debateNotes.papers.focus');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.workspace.fs.delete(bibliography());
    await vscode.workspace.fs.delete(note());
    // What they say is gone from the other suites, too.
    await closeEditors();
  });
  afterEach(closeEditors);

  it('shows every paper that notes cite: broken and unknown ones first', async () => {
    await openPapers();
    const shown = await waitFor('the papers', labels, (names) => names.includes('Discovering *Behaviors*'));
    const order = ['arXiv:2310.00000', 'arXiv:2310.13548', 'Discovering *Behaviors*'];
    assert.deepEqual(
      shown.filter((name) => order.includes(name)),
      order,
      'broken, unknown, known',
    );
  });

  it('says of a paper by whom and when it is, how often it is cited and on which side', async () => {
    await openPapers();
    const { description, contextValue, accessibilityInformation } = await itemOf('Discovering *Behaviors*');
    assert.equal(description, 'Perez and Ringer 2022 · once · +1');
    assert.equal(contextValue, 'paper page lookUp');
    assert.match(accessibilityInformation?.label ?? '', /^Discovering \*Behaviors\*, .*1 in support/);
    const tooltip = await tooltipOf('Discovering *Behaviors*');
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
    assert.match(tooltip.value, /Discovering&nbsp;\\\*Behaviors\\\*/);
    assert.match(tooltip.value, /Supports&nbsp;\\#flattery&nbsp;“Models&nbsp;flatter.”/);
    const unknown = await itemOf('arXiv:2310.13548');
    assert.deepEqual([unknown.description, unknown.contextValue], ['once · −1', 'paper page lookUp']);
    assert.match(String((await itemOf('arXiv:2310.00000')).description), /paper number 00000 does not exist/);
  });

  it('leads to each place where a paper is cited', async () => {
    await openPapers();
    const paper = await nodeOf('arXiv:2310.13548');
    const [citation] = await placesOf(paper);
    assert.ok(citation);
    const item = (await tree()).getTreeItem(citation);
    assert.equal(item.label, 'Ben: Not all do: arXiv:2310.13548 and arXiv:2310.00000.');
    assert.equal(item.description, 'papers.debate:3');
    await vscode.commands.executeCommand(item.command?.command ?? '', ...(item.command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), note().toString());
    assert.equal(editor?.document.getText(editor.selection), 'arXiv:2310.13548');
  });

  it('moves places along with their lines', async () => {
    await openPapers();
    const editor = await vscode.window.showTextDocument(note());
    const paper = await nodeOf('arXiv:2310.13548');
    assert.equal((await placesOf(paper))[0]?.citation.range.start.line, 2);
    const redrawn: unknown[] = [];
    const listening = (await tree()).onDidChangeTreeData((nodes) => redrawn.push(...(nodes ?? ['all'])));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n'));
    await waitFor(
      'the paper to be drawn anew',
      () => redrawn,
      (nodes) => nodes.includes(paper),
    );
    listening.dispose();
    assert.deepEqual(redrawn, [paper], 'and nothing else');
    assert.equal((await placesOf(paper))[0]?.citation.range.start.line, 4);
  });

  it('leads from a broken reference to where it stands', async () => {
    await openPapers();
    const { command } = await itemOf('arXiv:2310.00000');
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'arXiv:2310.00000');
  });

  it('follows edits, and keeps the items of what has not changed', async () => {
    await openPapers();
    const before = await nodeOf('arXiv:2310.13548');
    const editor = await openUntitled('claim: x\n  cite: doi:10.1000/182\n');
    await nodeOf('doi:10.1000/182');
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '  cite: arXiv:2310.13548v2\n'));
    const after = await waitFor(
      'another citation',
      () => nodeOf('arXiv:2310.13548'),
      ({ cited }) => cited.citations === 2,
    );
    assert.equal(after, before);
    assert.equal((await placesOf(after)).length, 2);
    await closeEditors();
    await waitFor('the citation to go', labels, (names) => !names.includes('doi:10.1000/182'));
  });

  it('sorts papers by name, year or count', async () => {
    await openPapers();
    await openUntitled('claim: arXiv:2310.13548 arXiv:1810.08575 arXiv:1810.08575\n');
    const first = () =>
      labels().then((names) => names.find((name) => name.startsWith('arXiv:') && name !== 'arXiv:2310.00000'));
    await vscode.commands.executeCommand('debateNotes.papers.sortByCount');
    await waitFor('the most cited first', first, (name) => name === 'arXiv:1810.08575');
    await vscode.commands.executeCommand('debateNotes.papers.sortByName');
  });

  it('leaves the papers that hold some words, and says so', async () => {
    await openPapers();
    await nodeOf('Discovering *Behaviors*');
    const view = (await extension()).papersView;
    assert.match(view.told.description ?? '', /^\d+$/);
    view.filterBy('behàviors ringer');
    assert.deepEqual(await labels(), ['Discovering *Behaviors*']);
    assert.match(view.told.message ?? '', /^Filter “behàviors ringer”: 1 of \d+$/);
    view.filterBy('BEN 2310');
    assert.deepEqual(await labels(), ['arXiv:2310.00000', 'arXiv:2310.13548']);
    await vscode.commands.executeCommand('debateNotes.papers.clearFilter');
    assert.ok((await labels()).includes('Discovering *Behaviors*'));
    assert.equal(view.told.message, undefined);
  });

  it('copies a paper as BibTeX, CSL-JSON or a reference, from the view and from the cursor', async () => {
    await openPapers();
    const paper = await nodeOf('Discovering *Behaviors*');
    await vscode.commands.executeCommand('debateNotes.copyAsBibtex', paper);
    assert.match(
      await clipboard('the entry', '@inproceedings'),
      /^@inproceedings\{flattery2022,\n {2}author = \{Perez, Ethan and Ringer, Sam\},/,
    );
    await vscode.commands.executeCommand('debateNotes.copyAsReference', paper);
    const reference =
      'Ethan Perez and Sam Ringer (2022). Discovering *Behaviors*. Findings of ACL. https://arxiv.org/abs/2305.17493\n';
    assert.equal(await clipboard('the reference', 'Ethan'), reference);
    const editor = await vscode.window.showTextDocument(note());
    const at = editor.document.positionAt(NOTE.indexOf('flattery2022'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('debateNotes.copyAsCslJson');
    const [record] = JSON.parse(await clipboard('the record', '[')) as { id: string; title: string }[];
    assert.deepEqual([record?.id, record?.title], ['flattery2022', 'Discovering *Behaviors*']);
  });

  // In a browser the server would ask the real indexes: there is nobody to tell it of the one of the tests.
  if (process.versions !== undefined) {
    it('looks papers up once that is switched on, and forgets them', async () => {
      await openPapers();
      assert.deepEqual(await asked(), [], 'nobody has been asked');
      const settings = vscode.workspace.getConfiguration('debateNotes');
      await settings.update('lookup.enabled', true, vscode.ConfigurationTarget.Global);
      try {
        await vscode.commands.executeCommand('debateNotes.lookUpPaper', await nodeOf('arXiv:2310.13548'));
        await nodeOf('Paper 2310.13548');
        assert.deepEqual(
          (await asked()).map(({ host, path }) => host + path),
          ['export.arxiv.org/api/query?id_list=2310.13548&max_results=1'],
        );
        await vscode.commands.executeCommand('debateNotes.clearPaperCache');
        await nodeOf('arXiv:2310.13548');
      } finally {
        await settings.update('lookup.enabled', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }
});

/** Wakes the extension, and shows the view. */
async function openPapers(): Promise<void> {
  await vscode.workspace.openTextDocument(inWorkspace('papers.debate'));
  await vscode.commands.executeCommand('debateNotes.papers.focus');
}

async function extension(): Promise<DebateNotes> {
  const found = vscode.extensions.getExtension<DebateNotes>(extensionId);
  assert.ok(found);
  return found.activate();
}

async function tree(): Promise<PapersTree> {
  return (await extension()).papersView.tree;
}

async function nodes(): Promise<CitedNode[]> {
  return (await tree()).getChildren() as CitedNode[];
}

async function labels(): Promise<string[]> {
  return (await nodes()).map(({ cited }) => (isBroken(cited) ? cited.written : nameOf(cited)));
}

async function nodeOf(label: string): Promise<CitedNode> {
  await waitFor(`${label} in the view`, labels, (names) => names.includes(label));
  return (await nodes()).find(({ cited }) => nameOf(cited) === label) as CitedNode;
}

async function itemOf(label: string): Promise<vscode.TreeItem> {
  return (await tree()).getTreeItem(await nodeOf(label));
}

async function placesOf(node: CitedNode): Promise<CitationNode[]> {
  return (await (await tree()).getChildren(node)) as CitationNode[];
}

async function tooltipOf(label: string): Promise<vscode.MarkdownString> {
  const node = await nodeOf(label);
  const { token } = new vscode.CancellationTokenSource();
  const { tooltip } = await (await tree()).resolveTreeItem(await itemOf(label), node, token);
  assert.ok(tooltip instanceof vscode.MarkdownString);
  return tooltip;
}

function clipboard(what: string, start: string): Promise<string> {
  return waitFor(
    `${what} in the clipboard`,
    () => vscode.env.clipboard.readText(),
    (text) => text.startsWith(start),
  );
}

/** Every request that the indexes of the tests have been sent. */
async function asked(): Promise<AskedOf[]> {
  const address = process.env['DEBATE_NOTES_PAPER_INDEX'];
  assert.ok(address, 'the tests run with an index');
  return (await fetch(`${address}/-/asked`)).json() as Promise<AskedOf[]>;
}
