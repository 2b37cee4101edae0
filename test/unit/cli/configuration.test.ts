import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Files, inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

const CONFIG = '.debatenotes.json';
const BASELINE = '.debatenotes-baseline.json';

/** Runs in a folder with some files, as its working folder. */
async function within(files: Files, act: () => Promise<void>) {
  const before = process.cwd();
  await inFolder(files, async (folder) => {
    process.chdir(folder);
    try {
      await act();
    } finally {
      process.chdir(before);
    }
  });
}

/** Expects the lines of a report, without what stands behind the severity, and the closing line. */
async function check(args: readonly string[], exitCode: number, ...expected: string[]) {
  const outcome = await run(['check', ...args]);
  const lines = outcome.out
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith(' '));
  assert.deepEqual(
    lines.map((line) => line.replace(/: (error|warning|information|hint): .*\[(.*)\]$/, ': $1 $2')),
    expected,
  );
  assert.deepEqual([outcome.exitCode, outcome.err], [exitCode, '']);
}

const json = JSON.stringify;

describe('debate-notes check and configuration files', () => {
  it('takes the nearest above each note', () =>
    within(
      {
        [CONFIG]: json({ rules: { 'unsupported-claim': 'error' } }),
        'a.debate': 'claim: x\n',
        'sub/b.debate': 'claim: y\n',
        [`sub/${CONFIG}`]: json({ extends: '../base.json' }),
        'base.json': json({ rules: { 'unsupported-claim': 'off' } }),
      },
      () => check(['.'], 1, 'a.debate:1:1: error unsupported-claim', '2 notes checked, 1 problem (1 error).'),
    ));

  it('lays `--rule` over it', () =>
    within({ [CONFIG]: json({ rules: { 'unsupported-claim': 'error' } }), 'a.debate': 'claim: x\n' }, () =>
      check(['.', '--rule', 'unsupported-claim=off'], 0, '1 note checked, no problems.'),
    ));

  it('takes one for all notes, if it is named', () =>
    within(
      { [CONFIG]: json({ rules: { 'unsupported-claim': 'error' } }), 'a.debate': 'claim: x\n', 'ci.json': '{}' },
      () =>
        check(
          ['.', '--config', 'ci.json'],
          1,
          'a.debate:1:1: warning unsupported-claim',
          '1 note checked, 1 problem (1 warning).',
        ),
    ));

  it('says what is wrong in it, and holds to what is right', () =>
    within(
      {
        [CONFIG]: '{\n  "rules": { "nonsense": "off", "unsupported-claim": "off" },\n  "extends": "none.json"\n}',
        'a.debate': 'claim: x\n',
      },
      () =>
        check(
          ['.'],
          1,
          `${CONFIG}:2:14: error invalid-configuration`,
          `${CONFIG}:3:14: error invalid-configuration`,
          '1 note checked, 2 problems (2 errors).',
        ),
    ));

  it('says so where one that is named is not there', () =>
    within({ 'a.debate': 'claim: x\nsupport: y\n' }, async () => {
      const { exitCode, err, out } = await run(['check', '.', '--config', 'none.json']);
      assert.deepEqual([exitCode, err], [2, 'debate-notes: Cannot read none.json: there is no such file or folder.\n']);
      assert.equal(out, '1 note checked, no problems.\n');
    }));

  it('says so where one is a folder', () =>
    within({ [`${CONFIG}/`]: '', 'a.debate': 'x\n' }, () =>
      check(['.'], 1, `${CONFIG}:1:1: error invalid-configuration`, '1 note checked, 1 problem (1 error).'),
    ));

  it('counts what is ignored', () =>
    within({ [CONFIG]: json({ ignore: 'old' }), 'a.debate': 'x\n', 'old/b.debate': 'claim: x\n' }, () =>
      check(['.'], 0, '2 notes checked, 1 ignored, no problems.'),
    ));

  it('holds for a note on standard input, by the name it is given', () =>
    within({ [`sub/${CONFIG}`]: json({ rules: { 'unsupported-claim': 'off' } }) }, async () => {
      const { out } = await run(['check', '--stdin-filename', 'sub/a.debate'], 'claim: x\n');
      assert.equal(out, '1 note checked, no problems.\n');
    }));
});

describe('debate-notes check --write-baseline', () => {
  const NOTES = { 'a.debate': 'claim: x\n', 'sub/b.debate': 'claim: y\nquestion: z\n' };
  const write = async (...paths: string[]) => {
    const outcome = await run(['check', ...paths, '--write-baseline']);
    assert.deepEqual([outcome.exitCode, outcome.err], [0, '']);
    return outcome.out;
  };

  it('records what is found, so that only new problems count', () =>
    within(NOTES, async () => {
      assert.equal(await write('.'), `3 problems of 2 notes recorded in ${BASELINE}.\n`);
      await check(['.'], 0, '2 notes checked, no problems, 3 more in the baseline.');
      await writeFile('a.debate', 'prose\n\nclaim: new\n\n  claim: x\n');
      await check(
        ['.'],
        1,
        'a.debate:3:1: warning unsupported-claim',
        '2 notes checked, 1 problem (1 warning), 3 more in the baseline.',
      );
    }));

  it('holds for notes by any way to name them', () =>
    within(NOTES, async () => {
      await write('.');
      await check([path.resolve('a.debate'), 'sub/../sub'], 0, '2 notes checked, no problems, 3 more in the baseline.');
    }));

  it('tells of entries that nothing fits any more, until it is written anew', () =>
    within(NOTES, async () => {
      await write('.');
      await writeFile('a.debate', 'claim: other words\nsupport: y\n');
      await rm('sub', { recursive: true });
      await check(
        ['.'],
        0,
        `${BASELINE}:6:9: information stale-baseline-entry`,
        `${BASELINE}:1:1: information stale-baseline-entry`,
        '1 note checked, 2 problems (2 information).',
      );
      await write('.');
      assert.deepEqual(JSON.parse(await readFile(BASELINE, 'utf8')), { version: 1, notes: {} });
    }));

  it('keeps what it has of other notes', () =>
    within(NOTES, async () => {
      await write('.');
      const before = await readFile(BASELINE, 'utf8');
      assert.equal(await write('a.debate'), `1 problem of 1 note recorded in ${BASELINE}.\n`);
      assert.equal(await readFile(BASELINE, 'utf8'), before);
    }));

  it('refuses to write over what it cannot understand, or under faulty configuration', () =>
    within(NOTES, async () => {
      await write('.');
      const merged = `<<<<<<< HEAD\n${await readFile(BASELINE, 'utf8')}`;
      await writeFile(BASELINE, merged);
      const { exitCode, err } = await run(['check', 'a.debate', '--write-baseline']);
      assert.equal(exitCode, 2);
      assert.match(err, /^debate-notes: \.debatenotes-baseline\.json:1: This is not valid JSON/);
      assert.equal(await readFile(BASELINE, 'utf8'), merged);
      await rm(BASELINE);
      await writeFile(CONFIG, '{');
      assert.equal((await run(['check', 'a.debate', '--write-baseline'])).exitCode, 2);
      await assert.rejects(readFile(BASELINE));
    }));

  it('knows notes whose names look like addresses', () =>
    within({ 'a%20b.debate': 'claim: x\n', 'a b.debate': 'claim: y\n', '..c.debate': 'claim: z\n' }, async () => {
      await write('.');
      await check(['.'], 0, '3 notes checked, no problems, 3 more in the baseline.');
    }));

  it('does not tell of entries whose rule is switched off, or whose note is ignored', () =>
    within(NOTES, async () => {
      await write('.');
      await check(['.', '--rule', 'unsupported-claim=off'], 0, '2 notes checked, no problems, 1 more in the baseline.');
      await writeFile(CONFIG, json({ ignore: '*' }));
      await check(['.'], 0, '2 notes checked, 2 ignored, no problems.');
    }));

  it('refuses notes that lie elsewhere, and writes nothing', () =>
    within(NOTES, async () => {
      process.chdir('sub');
      const { exitCode, err } = await run(['check', '../a.debate', '--write-baseline']);
      process.chdir('..');
      assert.equal(exitCode, 2);
      assert.match(err, /lies outside of this folder/);
      await assert.rejects(readFile(`sub/${BASELINE}`));
    }));

  it('records nothing while the configuration that is asked for cannot be read', () =>
    within(NOTES, async () => {
      const { exitCode, err } = await run(['check', '.', '--write-baseline', '--config', 'none.json']);
      assert.equal(exitCode, 2);
      assert.match(err, /Cannot read none\.json/);
      await assert.rejects(readFile(BASELINE));
    }));

  it('says so where it cannot be written', () =>
    within(NOTES, async () => {
      await mkdir(BASELINE);
      const { exitCode, err } = await run(['check', '.', '--write-baseline']);
      assert.equal(exitCode, 2);
      assert.match(err, /^debate-notes: \.debatenotes-baseline\.json:1: This file cannot be read: it is a folder\./);
    }));
});
