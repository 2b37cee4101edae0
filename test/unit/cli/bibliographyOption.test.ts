import assert from 'node:assert/strict';
import path from 'node:path';
import { inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

describe('debate-notes check --bibliography', () => {
  const files = {
    'a.debate': 'claim: A\n  cite: @x; @y\n',
    'lib/r.bib': '@misc{x, title = {X}}',
    'lib/s.json': '[{"id": "y"}]',
  };

  it('lets notes cite from bibliographies that are named', async () => {
    await inFolder(files, async (folder) => {
      const check = (...names: string[]) =>
        run(['check', folder, ...names.flatMap((name) => ['--bibliography', path.join(folder, name)])]);
      const one = await check('lib/r.bib');
      assert.equal(one.exitCode, 1);
      assert.match(one.out, /'r\.bib' has no entry 'y'/);
      assert.deepEqual(await check('lib/r.bib', 'lib/s.json'), {
        exitCode: 0,
        out: '1 note checked, no problems.\n',
        err: '',
      });
    });
  });

  it('says which of them cannot be read, and exits with 2', async () => {
    await inFolder(files, async (folder) => {
      const missing = path.join(folder, 'no.bib');
      const { exitCode, err } = await run([
        ...['check', folder, '--bibliography', missing],
        ...['--bibliography', 'https://example.org/x.bib'],
      ]);
      assert.equal(exitCode, 2);
      assert.deepEqual(err.split('\n'), [
        `debate-notes: Cannot read ${missing}: there is no such file.`,
        'debate-notes: Cannot read https://example.org/x.bib: a bibliography is a file, and nothing is fetched from an address.',
        '',
      ]);
    });
  });
});
