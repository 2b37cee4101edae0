import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const { contributes, capabilities, activationEvents } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Settings that a folder may bring along whoever wrote it: they reach nothing beyond the notes in it. */
const HARMLESS = [
  'debateNotes.include',
  'debateNotes.format.bullets',
  'debateNotes.codeLens',
  'debateNotes.inlayHints.labels',
  'debateNotes.inlayHints.papers',
  'debateNotes.inlayHints.targets',
  'debateNotes.maxProblems',
  'debateNotes.rules',
  'debateNotes.trace.server',
  'debateNotes.workspaceProblems',
];

describe('a folder that nobody trusts', () => {
  it('is served, but for the settings that could send something out', () => {
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    const settings = Object.keys(contributes.configuration.properties);
    assert.deepEqual(settings.filter((setting) => !HARMLESS.includes(setting)).sort(), restrictedConfigurations.sort());
  });

  it('cannot say, trusted or not, what is asked for outside', () => {
    const asking = capabilities.untrustedWorkspaces.restrictedConfigurations.filter((setting: string) =>
      /\.(?:lookup|zotero)\./.test(setting),
    );
    assert.equal(asking.length, 3);
    for (const setting of asking) {
      const { scope } = contributes.configuration.properties[setting];
      assert.ok(scope === 'application' || scope === 'machine', `${setting}: ${scope}`);
    }
  });

  it('may be on no disk', () => {
    assert.equal(capabilities.virtualWorkspaces, true);
  });
});

describe('the extension', () => {
  it('is woken by notes, by what may be one, and by its own map only', () => {
    assert.deepEqual(activationEvents, ['onLanguage:markdown', 'onWebviewPanel:debateNotes.argumentMap']);
  });

  it('has one category for all commands, and says of each where it makes sense', () => {
    const anywhere = [
      'newNote',
      'newNoteFromTemplate',
      'openSample',
      'openWalkthrough',
      'restartServer',
      'showLog',
      'clearPaperCache',
    ];
    const limited = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
    for (const { command, category } of contributes.commands) {
      assert.equal(category, '%command.category%', command);
      // Those of the view show it when they are run.
      if (command.startsWith('debateNotes.argument.')) continue;
      const isAnywhere = anywhere.includes(command.replace('debateNotes.', ''));
      assert.equal(limited.includes(command), !isAnywhere, command);
    }
  });
});
