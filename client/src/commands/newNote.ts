import { commands, Disposable, l10n, SnippetString, Uri, window, workspace } from 'vscode';

/** The sample debate, from the folder of the extension. */
const SAMPLE = ['seeds', 'honest-debate.debate.md'];

/** Publisher, name and walkthrough, as the manifest has them. */
const WALKTHROUGH = 'debate-notes.debate-notes#start';

/** *Get Started*, *New Debate Note*, *New Debate Note from Template* and *Open Sample Debate*. */
export function registerNewNote(extension: Uri): Disposable {
  return Disposable.from(
    commands.registerCommand('debateNotes.newNote', () => openUntitled('')),
    commands.registerCommand('debateNotes.newNoteFromTemplate', async () => {
      const editor = await openUntitled('');
      await editor.insertSnippet(template());
    }),
    commands.registerCommand('debateNotes.openSample', async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, ...SAMPLE));
      await openUntitled(new TextDecoder().decode(bytes));
    }),
    commands.registerCommand('debateNotes.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false),
    ),
  );
}

/** An untitled note: nothing is written anywhere until the user saves it. */
async function openUntitled(content: string) {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'debate', content }));
}

/** What a note usually has, with places to fill in; Tab leads from one to the next. */
function template(): SnippetString {
  const lines = [
    '---',
    `title: \${1:${l10n.t('What is debated')}}`,
    '---',
    '',
    `claim #\${2:main} (\${3:${l10n.t('Speaker')}}): \${4:${l10n.t('What is claimed.')}}`,
    `  support: \${5:${l10n.t('Why it holds.')}}`,
    `    cite: \${6:arXiv:1805.00899}`,
    `  rebuttal (\${7:${l10n.t('Somebody else')}}): \${8:${l10n.t('What speaks against it.')}}`,
    '$0',
  ];
  return new SnippetString(lines.join('\n'));
}
