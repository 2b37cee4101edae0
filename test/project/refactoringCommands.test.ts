import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { REFACTORING_COMMANDS } from '../../client/src/commands/refactorings';
import { covers } from '../../server/src/features/refactorings/refactoring';
import { REFACTORINGS } from '../../server/src/features/refactorings/registry';

interface Entry {
  readonly command: string;
  readonly title?: string;
  readonly when?: string;
  readonly key?: string;
}

const {
  commands,
  menus,
  keybindings: allKeys,
} = JSON.parse(readFileSync('package.json', 'utf8')).contributes as {
  commands: Entry[];
  menus: Record<string, Entry[]>;
  keybindings: Entry[];
};

const names = Object.keys(REFACTORING_COMMANDS);
const keybindings = allKeys.filter(({ command }) => names.includes(command));

function commandsIn(entries: readonly Entry[] = []): string[] {
  return entries.map(({ command }) => command).filter((command) => names.includes(command));
}

describe('the commands of the refactorings', () => {
  it('stand in the palette and in the menu of the editor', () => {
    for (const entries of [commands, menus['commandPalette'], menus['debateNotes.refactor']]) {
      assert.deepEqual(commandsIn(entries), names);
    }
  });

  it('have titles', () => {
    const titles = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    for (const { title = '' } of commands) assert.ok(titles[title.slice(1, -1)], title);
  });

  it('ask for the kinds that are offered, each refactoring for one at least', () => {
    const kinds = Object.values(REFACTORING_COMMANDS);
    for (const kind of kinds)
      assert.ok(
        REFACTORINGS.some((refactoring) => covers(refactoring.kind, kind)),
        kind,
      );
    for (const { kind } of REFACTORINGS)
      assert.ok(
        kinds.some((asked) => covers(kind, asked)),
        kind,
      );
  });

  it('have keys of their own where they mark, in notes only', () => {
    assert.deepEqual(
      commandsIn(keybindings),
      names.filter((name) => name.startsWith('debateNotes.markAs')),
    );
    // A view has keys of its own.
    const places = allKeys.map(
      ({ key, when = '' }) => `${when.startsWith('focusedView ==') ? 'view' : 'editor'} ${key}`,
    );
    assert.equal(new Set(places).size, allKeys.length);
    const inNotes =
      /^(?:editorTextFocus && )?!editorReadonly && \(editorLangId == debate \|\| resource in debateNotes\.includedNotes\)$/;
    const palette = (menus['commandPalette'] ?? []).filter(({ command }) => names.includes(command));
    for (const { when = '' } of [...keybindings, ...palette]) assert.match(when, inNotes);
  });

  it('have keys that docs/editing.md tells', () => {
    const page = readFileSync('docs/editing.md', 'utf8');
    for (const { key = '', command } of keybindings) {
      const keyword = command.replace('debateNotes.markAs', '').toLowerCase();
      assert.ok(
        page.includes(`| ${key.replace('alt+d', 'Alt+D').replace(/\w$/, (last) => last.toUpperCase())} | ${keyword} |`),
        key,
      );
    }
  });
});
