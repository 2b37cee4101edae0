import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { type Files, inFolder } from '../support/folders';

/** The command as it ships, bundled. */
const COMMAND = path.join(__dirname, '..', 'cli.js');

interface Ran {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs shell lines in a folder, as GitHub and pre-commit do; nothing of the colours of this process gets in. */
function shell(lines: string, cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const { FORCE_COLOR, NO_COLOR, ...inherited } = process.env;
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', lines];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd, encoding: 'utf8', env: { ...inherited, ...env } });
  return { exitCode: status, out: stdout, err: stderr };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly shell: string;
      readonly run: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

/** Runs the action's last step on some files, with some inputs. */
async function act(
  inputs: Readonly<Record<string, string>>,
  files: Files,
  check: (ran: Ran, folder: string) => unknown,
) {
  const action: Action = parse(await readFile('action.yml', 'utf8'));
  for (const name of Object.keys(inputs)) assert.ok(action.inputs[name], `an input ${name}`);
  const step = action.runs.steps.at(-1) ?? assert.fail();
  await inFolder(files, async (folder) => {
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluated(value, action, inputs)]);
    await check(shell(step.run, folder, Object.fromEntries(env)), folder);
  });
}

/** GitHub's expressions, as far as the action has them. */
function evaluated(value: string, { inputs }: Action, given: Readonly<Record<string, string>>): string {
  const written = value.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name) => {
    const input = inputs[name] ?? assert.fail(`no input ${name}`);
    return given[name] ?? input.default;
  });
  const built = written.replace(`$\{{ github.action_path }}/dist/cli.js`, COMMAND);
  assert.ok(!built.includes('${{'), built);
  return built;
}

const CLAIM = 'claim: x';

describe('the action for GitHub', () => {
  it('checks the folder that it runs in, for GitHub', () =>
    act({}, { 'a.debate': CLAIM, 'b/c.debate': '' }, ({ exitCode, out, err }) => {
      assert.deepEqual([exitCode, err], [1, '']);
      assert.match(out, /^::warning file=a\.debate,line=1,.*\n2 notes checked, 1 problem \(1 warning\)\.\n$/);
    }));

  it('takes paths and arguments, one a line, whatever is in them', async () => {
    const files = { 'a b.debate': CLAIM, '--c.debate': 'question: why', '$(touch d).debate': '', 'e.debate': CLAIM };
    const paths = 'a b.debate\n--c.debate\n\n$(touch d).debate\n';
    const args = '--max-warnings=1\n--rule=open-question=hint\n';
    await act({ paths, args, format: 'json' }, files, ({ exitCode, out, err }) => {
      assert.deepEqual([exitCode, err], [0, '']);
      const { notes, problems } = JSON.parse(out);
      assert.equal(notes, 3);
      assert.deepEqual(
        problems.map(({ file, severity }: { file: string; severity: string }) => [file, severity]),
        [
          ['a b.debate', 'warning'],
          ['--c.debate', 'hint'],
        ],
      );
    });
  });

  it('writes a report to a file, and still fails', () =>
    act({ format: 'sarif', output: 'report.sarif' }, { 'a.debate': CLAIM }, async ({ exitCode, out }, folder) => {
      assert.deepEqual([exitCode, out], [1, '']);
      const { runs } = JSON.parse(await readFile(path.join(folder, 'report.sarif'), 'utf8'));
      assert.equal(runs[0].results[0].ruleId, 'unsupported-claim');
    }));

  it('builds the command from what is locked, and puts no input into a script', async () => {
    const { runs, inputs }: Action = parse(await readFile('action.yml', 'utf8'));
    assert.equal(runs.using, 'composite');
    const [build] = runs.steps;
    assert.match(build?.run ?? '', /^npm ci .*&& node esbuild\.js --product$/);
    for (const step of runs.steps) {
      assert.equal(step.shell, 'bash');
      assert.ok(!step.run.includes('${{'));
    }
    for (const { description } of Object.values(inputs)) assert.match(description, /\.$/);
  });
});

describe('the hook for pre-commit', () => {
  it('runs the command that the package brings, on all notes', async () => {
    const [hook, ...others] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8'));
    assert.deepEqual(others, []);
    assert.deepEqual([hook.language, hook.pass_filenames], ['node', false]);
    const [name, ...args] = hook.entry.split(' ');
    assert.ok(name in manifest.bin);
    assert.equal(path.resolve('dist', path.basename(manifest.bin[name as 'debate-notes'])), COMMAND);
    await inFolder({ 'bin/': '', 'notes/a.debate': CLAIM, 'notes/b.debate.md': '' }, async (folder) => {
      const program = path.join(folder, 'bin', name);
      await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
      await chmod(program, 0o755);
      const env = { PATH: `${path.dirname(program)}${path.delimiter}${process.env['PATH']}` };
      const { exitCode, out, err } = shell([name, ...args, ...hook.args].join(' '), folder, env);
      assert.deepEqual([exitCode, err], [1, '']);
      assert.match(out, /^notes\/a\.debate:1:1: warning: .*\n2 notes checked/);
    });
  });

  it('runs when a note changes', async () => {
    const [{ files }] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8'));
    const wakes = (file: string) => new RegExp(files).test(file);
    for (const file of ['a.debate', 'b/c.debate.md']) assert.ok(wakes(file), file);
    for (const file of ['a.md', 'debate', 'a.debate.txt', 'a.debate/b.txt', 'adebate']) assert.ok(!wakes(file), file);
  });

  it('is installed by a script that npm runs for repositories', () => {
    assert.equal(manifest.scripts.prepare, 'node .ci/prepare.js');
  });
});

describe('the problem matcher', () => {
  const [matcher] = manifest.contributes.problemMatchers;
  const { regexp, ...groups } = matcher?.pattern ?? assert.fail();

  /** What VS Code reads from a line; null for one that is no problem. */
  function read(line: string): Record<string, string | undefined> | null {
    const match = new RegExp(regexp).exec(stripVTControlCharacters(line));
    return match && Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[group as number]]));
  }

  it('reads every problem of a real run, and nothing else, in colour as well', async () => {
    const note = 'claim #a: x\nclaim #a: y [z]\nquestion: why\nrebuttal (Ada) -> #a: no\n';
    await inFolder({ 'notes: 1:2/a b.debate': note }, async (folder) => {
      for (const colour of ['', '--color']) {
        const checked = shell(`"${process.execPath}" "${COMMAND}" check . ${colour}`, folder);
        const { problems } = JSON.parse(shell(`"${process.execPath}" "${COMMAND}" check . --format json`, folder).out);
        assert.deepEqual(
          checked.out
            .split('\n')
            .map(read)
            .filter((problem) => problem !== null),
          problems.map((problem: Problem) => ({
            file: problem.file,
            line: String(problem.range.start.line),
            column: String(problem.range.start.column),
            // What VS Code calls it; it knows no more than these.
            severity: problem.severity.replace('information', 'info'),
            message: problem.message,
            code: problem.rule,
          })),
        );
        assert.deepEqual(new Set(problems.map(({ severity }: Problem) => severity)).size, 4, 'every severity');
      }
    });
  });
});

interface Problem {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}
