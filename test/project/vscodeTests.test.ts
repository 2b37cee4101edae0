import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const page = readFileSync('docs/tests-in-vscode.md', 'utf8');
const [, ...rows] = page.split('\n').filter((line) => line.startsWith('| '));

/** What stands between backticks in a column of the table. */
function named(column: number): string[] {
  return rows.flatMap((row) =>
    Array.from(row.split('|')[column]?.matchAll(/`([^`]+)`/g) ?? [], ([, name = '']) => name),
  );
}

describe('the page on the tests in VS Code', () => {
  it('names every suite, and none that there is not', () => {
    const suites = readdirSync('test/e2e/suite').flatMap((file) => /^(.+)\.test\.ts$/.exec(file)?.[1] ?? []);
    assert.deepEqual([...new Set(named(2))].sort(), suites.sort());
  });

  it('names every picture, and none that there is not', () => {
    const pictures = readdirSync('docs/images').filter((file) => file.endsWith('.png'));
    assert.deepEqual(
      named(3)
        .filter((name) => name.endsWith('.png'))
        .sort(),
      pictures.sort(),
    );
  });

  it('names sessions and scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const [, script = ''] of page.matchAll(/`npm run ([\w:]+)`/g)) assert.ok(scripts[script], script);
    const others = named(3).filter((name) => !name.endsWith('.png') && !name.startsWith('npm'));
    for (const name of others) assert.ok(existsSync(`test/e2e/commands/${name}.ts`) && scripts[`test:${name}`], name);
  });

  it('is said of pictures that some page shows', () => {
    const pages = ['README.md', ...readdirSync('docs').map((file) => `docs/${file}`)].filter((file) =>
      file.endsWith('.md'),
    );
    const texts = pages.filter((file) => file !== 'docs/tests-in-vscode.md').map((file) => readFileSync(file, 'utf8'));
    for (const picture of readdirSync('docs/images').filter((file) => file.endsWith('.png'))) {
      assert.ok(
        texts.some((text) => text.includes(`images/${picture}`)),
        `no page shows ${picture}`,
      );
    }
  });
});
