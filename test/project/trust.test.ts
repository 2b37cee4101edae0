import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settings } from '../support/manifest';

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
    const names = Object.keys(settings());
    assert.deepEqual(names.filter((setting) => !HARMLESS.includes(setting)).sort(), restrictedConfigurations.sort());
  });

  it('cannot say, trusted or not, what is asked for outside', () => {
    const asking = capabilities.untrustedWorkspaces.restrictedConfigurations.filter((setting: string) =>
      /\.(?:lookup|zotero)\./.test(setting),
    );
    assert.equal(asking.length, 3);
    for (const setting of asking) {
      const scope = settings()[setting]?.scope;
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

  it('has one category for all commands, and offers without a note only what begins one or shows the notes that there are', () => {
    const anywhere = [
      'newNote',
      'newNoteFromTemplate',
      'openSample',
      'openWalkthrough',
      'argument.showNote',
      'argument.showAllNotes',
      'argument.groupBySpeaker',
      'argument.showOpenPoints',
    ];
    const limited = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
    for (const { command, category } of contributes.commands) {
      assert.equal(category, '%command.category%', command);
      assert.equal(limited.includes(command), !anywhere.includes(command.replace('debateNotes.', '')), command);
    }
  });
});
