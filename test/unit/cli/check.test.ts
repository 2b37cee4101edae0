import assert from 'node:assert/strict';
import path from 'node:path';
import { inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

const PASSAGE = 'she sells sea shells by the sea shore';

describe('debate-notes check', () => {
  it('prints notes and problems as JSON, in UTF-16 columns from 1', async () => {
    const files = { 'a.debate': `claim: 𝔞\n\n🙂 ${PASSAGE}`, 'b.debate.md': `\n🙂🙂 ${PASSAGE}.` };
    await inFolder(files, async (folder) => {
      const { exitCode, out, err } = await run(['check', folder, '--format', 'json']);
      assert.deepEqual([exitCode, err], [1, '']);
      const [a, b] = [path.join(folder, 'a.debate'), path.join(folder, 'b.debate.md')];
      const expected = {
        notes: 2,
        problems: [
          {
            file: a,
            rule: 'unsupported-claim',
            severity: 'warning',
            message: 'This claim has neither a support nor a citation. Say why, or cite a source.',
            range: { start: { line: 1, column: 1 }, end: { line: 1, column: 6 } },
            related: [],
            fixes: ["Add a 'support:' line", "Add a 'cite:' line", 'Turn the claim into a question'],
          },
          {
            file: b,
            rule: 'duplicate-passage',
            severity: 'warning',
            message: "These 8 words stand before, in a.debate, line 3. Keep one, or quote it with '>'.",
            range: { start: { line: 2, column: 6 }, end: { line: 2, column: 43 } },
            related: [
              {
                file: a,
                range: { start: { line: 3, column: 4 }, end: { line: 3, column: 41 } },
                message: 'The passage stands here first.',
              },
            ],
            fixes: ["Turn it into a '>' quotation", 'Delete it'],
          },
        ],
      };
      assert.equal(out, `${JSON.stringify(expected)}\n`, 'the names in this order');
    });
  });

  it('prints a line a problem, and its related places, as text', async () => {
    await inFolder({ 'a.debate': `${PASSAGE}\n\n${PASSAGE}\n\ncite:` }, async (folder) => {
      const file = path.join(folder, 'a.debate');
      const { exitCode, out } = await run(['check', folder]);
      assert.equal(exitCode, 1);
      assert.deepEqual(out.split('\n'), [
        `${file}:3:1: warning: These 8 words stand before, in line 1. Keep one, or quote it with '>'. [duplicate-passage]`,
        `    ${file}:1:1: The passage stands here first.`,
        `${file}:5:1: error: This 'cite' has nothing above it that it could reply to. Say what it means ('-> #id'). [dangling-reply]`,
        `${file}:5:1: warning: This 'cite:' says nothing yet. Name the source, or delete the line. [empty-statement]`,
        '1 note checked, 3 problems (1 error, 2 warnings).',
        '',
      ]);
    });
  });

  it('exits with 0 when there is nothing to complain about', async () => {
    await inFolder({ 'a.debate': 'claim: x\nsupport: y', 'b.debate': '' }, async (folder) => {
      assert.deepEqual(await run(['check', folder]), { exitCode: 0, out: '2 notes checked, no problems.\n', err: '' });
      const file = path.join(folder, 'a.debate');
      assert.equal((await run(['check', file])).out, '1 note checked, no problems.\n');
    });
  });

  it('exits with 2 when something cannot be read, and reports the rest', async () => {
    await inFolder({ 'a.debate': 'claim: x' }, async (folder) => {
      const missing = path.join(folder, 'missing.debate');
      const { exitCode, out, err } = await run(['check', missing, folder, '--format', 'json']);
      assert.equal(exitCode, 2);
      assert.equal(err, `debate-notes: Cannot read ${missing}: there is no such file or folder.\n`);
      const { notes, problems } = JSON.parse(out);
      assert.deepEqual([notes, problems.length], [1, 1]);
    });
  });

  it('reads bytes that are no UTF-8 as replacement characters, with one warning', async () => {
    const bytes = Buffer.concat([
      Buffer.from('é: x\n'),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from(' claim\nclaim: y'),
    ]);
    await inFolder({ 'a.debate': bytes }, async (folder) => {
      const { exitCode, out, err } = await run(['check', folder, '--format', 'json']);
      assert.deepEqual([exitCode, err], [1, '']);
      const [encoding, claim, ...others] = JSON.parse(out).problems;
      assert.deepEqual(others, []);
      assert.deepEqual([encoding.rule, encoding.severity], ['invalid-encoding', 'warning']);
      assert.deepEqual(encoding.range, { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } });
      assert.deepEqual([claim.rule, claim.range.start], ['unsupported-claim', { line: 3, column: 1 }]);
    });
  });

  it('passes over a byte order mark', async () => {
    await inFolder({ 'a.debate': '\ufeffclaim: x', 'b.debate': '\ufeff---\ntitle: t\n---\n' }, async (folder) => {
      const [problem, ...others] = JSON.parse((await run(['check', folder, '--format', 'json'])).out).problems;
      assert.deepEqual(others, []);
      assert.deepEqual(problem.range.start, { line: 1, column: 1 });
    });
  });

  it('bears any bytes', async () => {
    const bytes = Uint8Array.from({ length: 16_384 }, (_, i) => (i * i * 31 + (i >> 6)) % 256);
    await inFolder({ 'a.debate': bytes, 'b.debate': new Uint8Array(1000), 'c.debate': '' }, async (folder) => {
      const { exitCode, out, err } = await run(['check', folder, '--format', 'json']);
      assert.deepEqual([exitCode, err], [1, '']);
      const { notes, problems } = JSON.parse(out);
      assert.equal(notes, 3);
      assert.equal(problems.filter(({ rule }: { rule: string }) => rule === 'invalid-encoding').length, 1);
    });
  });

  it('spells out control characters in what it prints as text', async () => {
    const missing = await run(['check', 'no\x1b[2J\nte']);
    assert.deepEqual([missing.exitCode, missing.out], [2, '0 notes checked, no problems.\n']);
    assert.equal(missing.err, 'debate-notes: Cannot read no\\x1b[2J\\x0ate: there is no such file or folder.\n');
    const misused = await run(['ch\x1b[2Jeck']);
    assert.match(misused.err, /^error: unknown command 'ch\\x1b\[2Jeck'\n/);
  });

  it('reports the repeats of a pasted thread', async () => {
    const thread = path.join('test', 'fixtures', 'thread.txt');
    const { exitCode, out, err } = await run(['check', thread, '--format', 'json']);
    assert.deepEqual([exitCode, err], [1, '']);
    const { notes, problems } = JSON.parse(out) as {
      notes: number;
      problems: { rule: string; file: string; range: Lines; related: { file: string; range: Lines }[] }[];
    };
    assert.equal(notes, 1);
    assert.deepEqual(
      problems.map(({ rule, file, range, related }) => [
        rule,
        file,
        range.start.line,
        range.end.line,
        ...related.flatMap((first) => [first.file, first.range.start.line, first.range.end.line]),
      ]),
      [
        ['duplicate-passage', thread, 14, 23, thread, 2, 12],
        ['duplicate-passage', thread, 28, 28, thread, 13, 13],
      ],
    );
  });

  it('has rules as severe as it is told', async () => {
    await inFolder({ 'a.debate': 'claim: x\nquestion: y' }, async (folder) => {
      const file = path.join(folder, 'a.debate');
      const severities = async (...options: string[]) => {
        const { exitCode, out } = await run(['check', file, '--format', 'json', ...options]);
        const problems: { severity: string; rule: string }[] = JSON.parse(out).problems;
        return [exitCode, ...problems.map(({ severity, rule }) => `${severity} ${rule}`)];
      };
      assert.deepEqual(await severities(), [1, 'warning unsupported-claim', 'information open-question']);
      assert.deepEqual(await severities('--rule', 'unsupported-claim=off'), [0, 'information open-question']);
      assert.deepEqual(await severities('--rule=unsupported-claim=hint', '--rule=open-question=error', '--quiet'), [
        1,
        'error open-question',
      ]);
      assert.deepEqual(await severities('--max-warnings', '1', '--quiet'), [0]);
      assert.deepEqual(await severities('--quiet'), [1]);
    });
  });

  it('says what is wrong with an option', async () => {
    for (const [option, message] of [
      ['--rule=nothing=off', /There is no rule nothing\. `debate-notes rules` lists them/],
      ['--rule=open-question=loud', /A rule is error, warning, information, hint or off/],
      ['--rule=open-question', /A rule is error/],
      ['--max-warnings=-1', /A number from 0 on is wanted/],
    ] as const) {
      const { exitCode, out, err } = await run(['check', 'none', option]);
      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err, message);
    }
  });
});

interface Lines {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}
