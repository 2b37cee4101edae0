import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One import for every arrow that must not be: the file it stands in, and what it imports. */
const FORBIDDEN: readonly [file: string, imports: string][] = [
  ['server/src/syntax/x.ts', '../argument/argument'],
  ['server/src/syntax/x.ts', '../workspace/note'],
  ['server/src/syntax/x.ts', 'node:fs'],
  ['server/src/syntax/x.ts', 'vscode-languageserver-types'],
  ['server/src/argument/x.ts', '../citations/identify'],
  ['server/src/argument/x.ts', '../workspace/note'],
  ['server/src/argument/x.ts', 'node:path'],
  ['server/src/citations/x.ts', '../argument/argument'],
  ['server/src/citations/kinds/x.ts', '../../passages/words'],
  ['server/src/citations/x.ts', 'vscode'],
  ['server/src/citations/x.ts', '../bibliography/paper'],
  ['server/src/bibliography/x.ts', '../workspace/note'],
  ['server/src/bibliography/bibtex/x.ts', '../../argument/argument'],
  ['server/src/bibliography/x.ts', '../passages/words'],
  ['server/src/bibliography/x.ts', 'node:fs'],
  ['server/src/bibliography/x.ts', 'vscode-languageserver-types'],
  ['server/src/syntax/x.ts', '../bibliography/paper'],
  ['server/src/passages/x.ts', '../bibliography/paper'],
  ['server/src/protocol/x.ts', '../bibliography/bibliography'],
  ['server/src/cli/x.ts', '../bibliography/bibliography'],
  ['server/src/files/x.ts', '../bibliography/registry'],
  ['server/src/passages/x.ts', '../citations/identify'],
  ['server/src/passages/x.ts', '../rules/rule'],
  ['server/src/formatting/x.ts', '../workspace/note'],
  ['server/src/formatting/x.ts', '../features/formatting'],
  ['server/src/formatting/x.ts', 'vscode-languageserver-types'],
  ['server/src/argument/x.ts', '../formatting/format'],
  ['server/src/workspace/x.ts', '../formatting/format'],
  ['server/src/rules/x.ts', '../formatting/edits'],
  ['server/src/protocol/x.ts', '../formatting/style'],
  ['server/src/workspace/x.ts', '../rules/rule'],
  ['server/src/workspace/x.ts', '../features/hover'],
  ['server/src/workspace/x.ts', '../files/searchNotes'],
  ['server/src/workspace/x.ts', 'vscode-uri'],
  ['server/src/rules/x.ts', '../features/hover'],
  ['server/src/rules/x.ts', '../service'],
  ['server/src/rules/x.ts', '../config/ruleSettings'],
  ['server/src/config/x.ts', '../features/hover'],
  ['server/src/config/x.ts', 'node:fs'],
  ['server/src/protocol/x.ts', '../config/configs'],
  ['server/src/rules/x.ts', 'vscode-languageserver'],
  ['server/src/features/x.ts', '../service'],
  ['server/src/features/x.ts', '../protocol/messages'],
  ['server/src/features/x.ts', 'vscode-languageserver/node'],
  ['server/src/service.ts', './protocol/server'],
  ['server/src/service.ts', './cli/check'],
  ['server/src/service.ts', 'node:fs'],
  ['server/src/protocol/x.ts', '../features/hover'],
  ['server/src/protocol/x.ts', '../rules/registry'],
  ['server/src/protocol/x.ts', 'vscode-languageserver/node'],
  ['server/src/protocol/x.ts', '../files/nodeFileSystem'],
  ['server/src/cli/x.ts', '../protocol/server'],
  ['server/src/cli/x.ts', '../passages/words'],
  ['server/src/files/x.ts', '../service'],
  ['server/src/lookup/x.ts', '../workspace/note'],
  ['server/src/lookup/indexes/x.ts', '../../features/hover'],
  ['server/src/lookup/x.ts', 'node:https'],
  ['server/src/lookup/x.ts', 'vscode-languageserver'],
  ['server/src/citations/x.ts', '../lookup/lookup'],
  ['server/src/workspace/x.ts', '../lookup/lookup'],
  ['server/src/rules/x.ts', '../lookup/lookup'],
  ['server/src/protocol/x.ts', '../lookup/lookup'],
  ['server/src/cli/x.ts', '../lookup/lookup'],
  ['client/src/views/x.ts', '../../server/src/service'],
  ['client/src/map/x.ts', './drawing/layout'],
  ['client/src/map/x.ts', './page/canvas'],
  ['client/src/map/x.ts', '../../../server/src/service'],
  ['client/src/map/shared/x.ts', '../drawing/layout'],
  ['client/src/map/shared/x.ts', 'vscode'],
  ['client/src/map/drawing/x.ts', '../page/canvas'],
  ['client/src/map/drawing/x.ts', '../mapPanel'],
  ['client/src/map/drawing/x.ts', 'vscode'],
  ['client/src/map/page/x.ts', '../mapPanel'],
  ['client/src/map/page/x.ts', '../saveImage'],
  ['client/src/map/page/x.ts', 'vscode'],
  ['client/src/map/page/x.ts', 'node:fs'],
  ['client/src/views/x.ts', 'node:fs'],
  ['client/src/extension.ts', 'vscode-languageclient/node'],
  ['client/src/node.ts', '../../server/src/workspace/note'],
];

/** Imports that must stay possible, so that a ban on everything would be noticed. */
const ALLOWED: readonly [file: string, imports: string][] = [
  ['server/src/argument/y.ts', '../syntax/tree'],
  ['server/src/formatting/y.ts', '../argument/parents'],
  ['server/src/bibliography/y.ts', '../citations/identify'],
  ['server/src/bibliography/y.ts', '../syntax/textRange'],
  ['server/src/workspace/y.ts', '../bibliography/bibliography'],
  ['server/src/workspace/y.ts', '../passages/words'],
  ['server/src/rules/y.ts', '../workspace/note'],
  ['server/src/features/y.ts', '../formatting/format'],
  ['server/src/features/y.ts', '../config/ruleSettings'],
  ['server/src/config/y.ts', '../rules/rule'],
  ['server/src/features/y.ts', 'vscode-languageserver-types'],
  ['server/src/protocol/y.ts', '../service'],
  ['server/src/lookup/y.ts', '../citations/identify'],
  ['server/src/files/y.ts', '../lookup/edges'],
  ['server/src/cli/y.ts', 'node:path'],
  ['client/src/views/y.ts', '../../server/src/protocol/messages'],
  ['client/src/map/y.ts', './shared/messages'],
  ['client/src/map/y.ts', 'vscode'],
  ['client/src/map/shared/y.ts', '../../../../server/src/protocol/messages'],
  ['client/src/map/drawing/y.ts', '../shared/messages'],
  ['client/src/map/page/y.ts', '../drawing/layout'],
];

describe('the arrows between rooms', () => {
  it('are enforced by the linter, one by one', function () {
    // One process of the linter for all of them; it takes longer than a unit test may seem to need.
    this.timeout(10_000);
    const refused = lint([...FORBIDDEN, ...ALLOWED]);
    const imports = (list: typeof FORBIDDEN) => list.map(([file, imported], i) => ({ file, imported, i }));
    const missed = imports(FORBIDDEN).filter(({ i }) => !refused.has(i));
    const wronged = imports(ALLOWED).filter(({ i }) => refused.has(FORBIDDEN.length + i));
    assert.deepEqual({ missed, wronged }, { missed: [], wronged: [] });
  });
});

/** Writes each import into a tree of its own and lints them all; returns the numbers of those that are refused. */
function lint(imports: readonly (readonly [string, string])[]): Set<number> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'debate-notes-arrows-'));
  try {
    const config = JSON.parse(fs.readFileSync('.biome.json', 'utf8'));
    // Each import has a folder in front of the path that the bans name.
    for (const override of config.overrides) {
      override.includes = override.includes.map((glob: string) => glob.replace(/^!?/, '$&*/'));
    }
    delete config.files;
    fs.writeFileSync(path.join(root, 'biome.json'), JSON.stringify(config));
    imports.forEach(([file, imported], i) => {
      const at = path.join(root, String(i), file);
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.writeFileSync(at, `import { x } from '${imported}';\nx();\n`);
    });
    const biome = path.resolve('node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: unknown } }[] };
    return new Set(
      diagnostics.map(({ location }) =>
        Number.parseInt(/(\d+)[\\/]/.exec(JSON.stringify(location.path))?.[1] ?? '', 10),
      ),
    );
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}
