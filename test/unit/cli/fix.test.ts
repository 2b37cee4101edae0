import assert from 'node:assert/strict';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyPatch } from 'diff';
import * as fc from 'fast-check';
import { applySafeFixes, writeFixed } from '../../../server/src/cli/fix';
import { OpenedNotes } from '../../../server/src/cli/opened';
import { noteText } from '../../support/arbitraries';
import { inFolder } from '../../support/folders';
import { holds } from '../../support/property';
import { recordingTerminal, run } from '../../support/terminal';

const UNUSED = 'question: why\n<!-- debate-disable-file self-attack -->\n  answer: so\n    support: y\n';
const FIXED = 'question: why\n  answer: so\n    support: y\n';

/** Fixes a file that holds some bytes, and expects others in it. */
async function check(before: string | Uint8Array, after: string | Uint8Array, exitCode = 0) {
  await inFolder({ 'a.debate': before }, async (folder) => {
    const outcome = await run(['check', '--fix', folder]);
    assert.deepEqual(await readdir(folder), ['a.debate']);
    assert.deepEqual(await readFile(path.join(folder, 'a.debate')), Buffer.from(after));
    assert.equal(outcome.exitCode, exitCode);
  });
}

describe('debate-notes check --fix', () => {
  it('writes what safe fixes make of a note, and reports what is left', async () => {
    await inFolder({ 'a.debate': UNUSED, 'b.debate': 'claim: x', 'c/d.debate': 'fine' }, async (folder) => {
      const outcome = await run(['check', '--fix', folder]);
      assert.deepEqual(outcome, {
        exitCode: 1,
        out:
          `${path.join(folder, 'b.debate')}:1:1: warning: This claim has neither a support nor a citation. ` +
          'Say why, or cite a source. [unsupported-claim]\n3 notes checked, 1 fixed, 1 problem (1 warning).\n',
        err: '',
      });
      assert.equal(await readFile(path.join(folder, 'a.debate'), 'utf8'), FIXED);
      assert.equal(await readFile(path.join(folder, 'b.debate'), 'utf8'), 'claim: x');
    });
  });

  it('keeps line ends, a byte order mark, and a last line without an end', async () => {
    await check(UNUSED.replaceAll('\n', '\r\n'), FIXED.replaceAll('\n', '\r\n'));
    await check(UNUSED.replaceAll('\n', '\r'), FIXED.replaceAll('\n', '\r'));
    await check(`\ufeff${UNUSED}`, `\ufeff${FIXED}`);
    await check(UNUSED.trimEnd(), FIXED.trimEnd());
    await check('<!-- debate-disable-line self-attack -->', '');
  });

  it('goes on until there is nothing left to fix', () =>
    // A misspelt directive, once it is mended, is found to silence nothing.
    check(UNUSED.replace('disable', 'disabel'), FIXED));

  it('does not write a note that has nothing to fix', async () => {
    await inFolder({ 'a.debate': 'claim: x' }, async (folder) => {
      await chmod(path.join(folder, 'a.debate'), 0o444);
      const { exitCode, err } = await run(['check', '--fix', folder]);
      assert.deepEqual([exitCode, err], [1, '']);
    });
  });

  it('does not write a note that is not valid UTF-8, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from(UNUSED), Buffer.from([0xff])]);
    await check(bytes, bytes, 2);
    await inFolder({ 'a.debate': bytes, 'b.debate': UNUSED }, async (folder) => {
      const file = path.join(folder, 'a.debate');
      const { err, out } = await run(['check', '--fix', folder]);
      assert.equal(err, `debate-notes: ${file} is not fixed: it is not valid UTF-8.\n`);
      assert.match(out, /^2 notes checked, 1 fixed, 2 problems/m);
    });
  });

  it('names a file that it cannot write, leaves it as it was, and writes the others', async () => {
    await inFolder({ 'a.debate': UNUSED, 'b.debate': UNUSED }, async (folder) => {
      const [a, b] = [path.join(folder, 'a.debate'), path.join(folder, 'b.debate')];
      await chmod(a, 0o444);
      const { exitCode, out, err } = await run(['check', '--fix', folder]);
      assert.deepEqual([exitCode, err], [2, `debate-notes: Cannot write ${a}: it is read-only. It is as it was.\n`]);
      assert.match(out, new RegExp(`${path.basename(a)}:2:1: warning: .*unused-directive`), 'what stands in the file');
      assert.match(out, /^2 notes checked, 1 fixed, 1 problem/m);
      assert.deepEqual([await readFile(a, 'utf8'), await readFile(b, 'utf8')], [UNUSED, FIXED]);
      assert.deepEqual(await readdir(folder), ['a.debate', 'b.debate']);
    });
  });

  it('writes nothing over what has changed since it was read', async () => {
    await inFolder({ 'a.debate': UNUSED }, async (folder) => {
      const file = path.join(folder, 'a.debate');
      const terminal = recordingTerminal();
      const opened = await OpenedNotes.open([file], terminal);
      const fixed = applySafeFixes(opened);
      await writeFile(file, 'claim: of somebody else');
      assert.equal(await writeFixed(fixed, opened, terminal), 0);
      assert.equal(
        terminal.written.err,
        `debate-notes: Cannot write ${file}: it has changed since it was read. It is as it was.\n`,
      );
      assert.equal(await readFile(file, 'utf8'), 'claim: of somebody else');
    });
  });

  it('says in words what the system says in codes', async () => {
    const reasons = { ENOSPC: 'the disk is full', EROFS: 'the file system is read-only', EACCES: 'permission denied' };
    await inFolder({ 'a.debate': UNUSED }, async (folder) => {
      for (const [code, reason] of Object.entries(reasons)) {
        const terminal = recordingTerminal();
        const opened = await OpenedNotes.open([folder], terminal);
        const fixed = applySafeFixes(opened);
        await writeFixed(fixed, opened, terminal, () => Promise.reject(Object.assign(new Error(), { code })));
        assert.match(terminal.written.err, new RegExp(`^debate-notes: Cannot write .*: ${reason}\\. It is as it was`));
      }
    });
  });
});

describe('debate-notes check --fix-dry-run', () => {
  it('prints a diff that makes the same of a note, and writes nothing', async () => {
    await inFolder({ 'a.debate': UNUSED, 'b.debate': 'claim: x' }, async (folder) => {
      const file = path.join(folder, 'a.debate');
      const { exitCode, out, err } = await run(['check', '--fix-dry-run', folder]);
      assert.deepEqual(out.split('\n'), [
        `--- ${file}`,
        `+++ ${file}`,
        '@@ -1,4 +1,3 @@',
        ' question: why',
        '-<!-- debate-disable-file self-attack -->',
        '   answer: so',
        '     support: y',
        '',
      ]);
      assert.deepEqual([exitCode, err], [1, '1 note would be fixed; 1 problem (1 warning) would be left.\n']);
      assert.equal(await readFile(file, 'utf8'), UNUSED);
    });
  });

  it('exits with 0 where nothing would be left', async () => {
    await inFolder({ 'a.debate': UNUSED }, async (folder) => {
      assert.equal((await run(['check', '--fix-dry-run', folder])).exitCode, 0);
    });
  });

  it('prints nothing where there is nothing to fix', async () => {
    const { exitCode, out, err } = await run(['check', '--stdin', '--fix-dry-run'], 'fine');
    assert.deepEqual([exitCode, out, err], [0, '', '0 notes would be fixed; no problems would be left.\n']);
  });

  it('cannot be asked for together with a fix or a report', async () => {
    for (const other of [['--fix'], ['--format', 'json']]) {
      const { exitCode, err } = await run(['check', '--fix-dry-run', ...other, 'none']);
      assert.equal(exitCode, 2);
      assert.match(err, /cannot be used with option/);
    }
  });

  it('spells out control characters on a terminal, and nowhere else', async () => {
    const text = `${UNUSED}\x1b[2J\n`;
    const args = ['check', '--stdin', '--fix-dry-run'];
    const isTerminal = { out: true, err: true };
    const shown = await run(args, text, { isTerminal });
    assert.ok(shown.out.includes(' \\x1b[2J\n'));
    assert.ok(shown.out.includes('\x1b[31m-<!-- debate-disable-file self-attack -->\x1b[39m\n'), 'in colour');
    const piped = await run(args, text);
    assert.equal(applyPatch(text, piped.out), `${FIXED}\x1b[2J\n`);
  });

  it('prints what makes the fixed note of any note', async () => {
    const values = fc.array(
      fc.oneof(noteText, fc.constantFrom('<!-- debate-disable self-attack -->\n', '<!-- debate-disabel -->\r\n')),
    );
    const runs: Promise<void>[] = [];
    holds(
      values,
      (parts) => {
        runs.push(sameByDiff(parts.join('\n')));
      },
      0.5,
    );
    await Promise.all(runs);
  });
});

async function sameByDiff(text: string): Promise<void> {
  const opened = await OpenedNotes.openInput('a.debate', [], recordingTerminal(text));
  const [note] = opened.notes;
  const fixed = applySafeFixes(opened)[0]?.text ?? note?.text;
  const { out } = await run(['check', '--stdin-filename', 'a.debate', '--fix-dry-run'], text);
  // The file begins with its byte order mark, which is no part of the text.
  const mark = note?.hasMark ? '\ufeff' : '';
  const read = `${mark}${note?.text}`;
  assert.equal(out === '' ? read : applyPatch(read, out, { autoConvertLineEndings: false }), `${mark}${fixed}`);
}
