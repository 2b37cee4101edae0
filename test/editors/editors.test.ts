import assert from 'node:assert/strict';
import path from 'node:path';
import { configurationOf } from './editorPage';
import { EDITORS, type FoundEditor, findEditor, WITHOUT_SCREEN } from './found';
import { checkEditor, runEditor, type Said } from './session';

/** A script that does in an editor what a user does. */
const script = (name: string) => path.resolve('test', 'editors', name);

function neovim({ command, version: [major, minor] }: FoundEditor): void {
  const has = (needed: number) => major > 0 || minor >= needed;
  it('shows and does with the configuration of its page what the server offers', async () => {
    const init = configurationOf('neovim.md', 'lua', has(11) ? /and later$/ : /^Neovim 0\.7 to/);
    const args = ['--headless', '-n', '-i', 'NONE', '-u', '../init.lua', '-c', `luafile ${script('neovim.lua')}`];
    await checkEditor(
      { command, args, files: { 'init.lua': init } },
      {
        filetypes: ['debate', 'debate'],
        diagnostics: [{ line: 2, code: 'unsupported-claim', source: 'debate-notes', severity: 2 }],
        ...(has(9) && { token: 'keyword' }),
        ...(has(11) && { hints: ['rebutted'] }),
      },
    );
  });
}

function emacs({ command }: FoundEditor): void {
  it('shows and does with the configuration of its page what the server offers', async () => {
    const init = configurationOf('emacs.md', 'elisp');
    // Before Emacs 29, Eglot is a package; without a person nobody activates those that are installed.
    const args = ['-q', '--batch', '--eval', '(package-activate-all)', '-l', '../init.el', '-l', script('emacs.el')];
    await checkEditor(
      { command, args, files: { 'init.el': init } },
      {
        filetypes: ['debate-mode', 'debate-mode'],
        diagnostics: [
          {
            line: 2,
            text: 'debate-notes [unsupported-claim]: This claim has neither a support nor a citation. Say why, or cite a source.',
          },
        ],
      },
    );
  });
}

function helix({ command }: FoundEditor): void {
  it('finds the server by the configuration of its page', async () => {
    const files = { '.CONFIG/helix/languages.toml': configurationOf('helix.md', 'toml') };
    await runEditor({ command, args: ['--health', 'debate'], files }, async (printed) => {
      const plain = printed.replace(/\x1b\[[\d;]*m/g, '');
      assert.match(plain, /✓ debate-notes: .*\/bin\/debate-notes/);
    });
  });
}

function kate({ command }: FoundEditor): void {
  it('opens notes, and takes what is found in them, by the configuration of its page', async () => {
    const environment = { ...WITHOUT_SCREEN, XDG_RUNTIME_DIR: '' };
    const files = {
      '.DATA/org.kde.syntax-highlighting/syntax/debate.xml': configurationOf('kate.md', 'xml'),
      '.CONFIG/kate/lspclient/settings.json': configurationOf('kate.md', 'json'),
      // What is written there once the user has allowed it.
      '.CONFIG/katerc': '[lspclient]\nAllowedServerCommandLines[$e]=$HOME/bin/debate-notes serve --stdio\n',
    };
    const run = (name: string, isDone: (said: Said) => boolean) => {
      const args = ['--', command, '-n', name];
      return runEditor({ command: 'dbus-run-session', args, files, environment, isDone }, async () => undefined);
    };
    await run(
      'note.debate',
      ({ byEditor, byServer }) =>
        isOpened('note.debate', byEditor) &&
        /publishDiagnostics.*note\.debate".*"line":2.*unsupported-claim/.test(byServer) &&
        /"result":\[\{"name":"Debate scales\."/.test(byServer),
    );
    await run('aside.debate.md', ({ byEditor }) => isOpened('aside.debate.md', byEditor));
  });
}

/** Whether Kate has opened a document as a note: it writes every field in a line. */
function isOpened(name: string, said: string): boolean {
  return new RegExp(`"method": "textDocument/didOpen"[^]*"languageId": "debate"[^]*/${name}"`).test(said);
}

for (const [key, check] of Object.entries({ neovim, emacs, helix, kate })) {
  const editor = EDITORS[key as keyof typeof EDITORS];
  const found = findEditor(editor);
  if (found) describe(`${editor.name} ${found.version.join('.')}`, () => check(found));
}
