import assert from 'node:assert/strict';
import path from 'node:path';
import { inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

describe('debate-notes check --stdin', () => {
  it('reads one note from standard input, and names it as it is told', async () => {
    const named = await run(['check', '--stdin', '--stdin-filename', 'notes/a.debate'], 'claim: x');
    assert.equal(named.exitCode, 1);
    assert.match(named.out, /^notes\/a\.debate:1:1: warning: .*\n1 note checked, 1 problem \(1 warning\)\.\n$/);
    assert.match((await run(['check', '--stdin'], 'claim: x')).out, /^<stdin>:1:1: warning: /);
    assert.deepEqual(await run(['check', '--stdin-filename', 'a'], ''), {
      exitCode: 0,
      out: '1 note checked, no problems.\n',
      err: '',
    });
  });

  it('resolves references to the notes that are named, and reports on none of them', async () => {
    const files = { 'a.debate': 'claim #x: here', 'b.debate': 'rebuttal -> nowhere#y: z' };
    await inFolder(files, async (folder) => {
      const name = path.join(folder, 'b.debate');
      const text = 'rebuttal -> a#x: no';
      const alone = JSON.parse((await run(['check', '--stdin-filename', name, '--format=json'], text)).out);
      assert.deepEqual(
        alone.problems.map(({ rule }: { rule: string }) => rule),
        ['unresolved-reference'],
      );
      const { exitCode, out } = await run(
        ['check', folder, '--stdin-filename', name, '--format=json', '--quiet'],
        text,
      );
      assert.deepEqual([exitCode, out], [0, '{"notes":1,"problems":[]}\n']);
    });
  });

  it('says of bytes that are no UTF-8 what it says of files', async () => {
    const { out } = await run(['check', '--stdin', '--format', 'json'], Uint8Array.of(0x61, 0xff));
    const [problem, ...others] = JSON.parse(out).problems;
    assert.deepEqual([problem.rule, problem.range.start, others], ['invalid-encoding', { line: 1, column: 2 }, []]);
  });

  it('has no file to write to', async () => {
    const { exitCode, err } = await run(['check', '--stdin', '--fix'], 'claim: x');
    assert.equal(exitCode, 2);
    assert.match(err, /'--fix' cannot be used with option '--stdin'/);
    assert.equal((await run(['check', '--stdin-filename', 'a', '--fix'], 'claim: x')).exitCode, 2);
  });

  it('is asked for, or a path', async () => {
    const { exitCode, err } = await run(['check']);
    assert.equal(exitCode, 2);
    assert.match(err, /name a note or a folder, or give '--stdin'/);
  });
});
