import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

describe('debate-notes', () => {
  it('tells its version and its commands', async () => {
    assert.deepEqual(await run(['--version']), { exitCode: 0, out: `${version}\n`, err: '' });
    const help = await run(['--help']);
    assert.deepEqual([help.exitCode, help.err], [0, '']);
    for (const command of ['check', 'outline', 'cite']) assert.match(help.out, new RegExp(`^  ${command} `, 'm'));
    for (const command of ['check', 'outline', 'cite']) {
      const about = await run([command, '--help']);
      assert.deepEqual([about.exitCode, about.err], [0, '']);
      assert.match(about.out, /--format <format>/);
    }
  });

  it('exits with 2 when it is called wrongly, and says so on standard error', async () => {
    const wrong = [
      [],
      ['frobnicate'],
      ['check'],
      ['outline'],
      ['check', '--format', 'xml', '.'],
      ['check', '--frobnicate', '.'],
      ['outline', '--format', 'JSON', '.'],
      ['cite', '--format', '', '10.1000/182'],
      ['check', '.', '--format'],
    ];
    for (const args of wrong) {
      const { exitCode, out, err } = await run(args);
      assert.deepEqual([exitCode, out], [2, ''], args.join(' '));
      assert.notEqual(err, '', args.join(' '));
    }
  });

  it('takes options before and after paths, and paths that look like options after --', async () => {
    await inFolder({ 'a.debate': '' }, async (folder) => {
      const expected = { exitCode: 0, out: '{"notes":1,"problems":[]}\n', err: '' };
      assert.deepEqual(await run(['check', '--format', 'json', folder]), expected);
      assert.deepEqual(await run(['check', folder, '--format=json']), expected);
    });
    assert.match((await run(['check', '--', '--format'])).err, /Cannot read --format: there is no such file/);
  });
});
