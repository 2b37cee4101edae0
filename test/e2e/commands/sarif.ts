// Validates what `debate-notes check --format sarif` prints, of notes with every rule, by Microsoft's validator.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setUpValidator, type Verdict, validate, whyNoValidator } from '../../sarif/validator';
import { inProject } from '../workbench/paths';
import { Explained, NOT_RUN, runProgram } from '../workbench/program';

/**
 * What the validator warns of once in each report, and stays as it is: the tool has no address on the web of its own. A
 * report without this was not looked at.
 */
const KNOWN = 'SARIF2005';

void runProgram(async (scope) => {
  const reason = whyNoValidator();
  if (reason) {
    console.log(`NOT RUN: Microsoft's SARIF validator runs on x64 Linux with glibc, macOS and Windows, and ${reason}.`);
    return NOT_RUN;
  }
  const program = await setUpValidator(scope, console.log);
  const folder = await scope.temporaryFolder();
  const notes = path.join(folder, 'notes');
  const rules = await writeNotes(notes);
  const reports: Readonly<Record<string, string>> = {
    'every-rule.sarif': report(notes, '.'),
    'from-outside.sarif': report(folder, path.join('..', path.basename(folder), 'notes')),
    'nothing-found.sarif': report(notes, 'clean.debate'),
  };
  requireAll(rules, reports['every-rule.sarif'] ?? '');
  for (const [name, text] of Object.entries(reports)) await fs.writeFile(path.join(folder, name), text);
  const verdicts = await validate(scope, program, folder, Object.keys(reports));
  const wrong = verdicts.filter(({ rule, level }) => level !== 'note' && rule !== KNOWN);
  for (const verdict of wrong) console.log(line(verdict));
  const unread = Object.keys(reports).filter(
    (name) => !verdicts.some((one) => one.rule === KNOWN && one.report === name),
  );
  if (unread.length > 0) throw new Explained(`The validator did not look at ${unread.join(', ')}.`);
  const counts = `${wrong.length} errors and warnings, ${verdicts.length - wrong.length} remarks`;
  console.log(`${Object.keys(reports).length} reports with ${rules.length} rules validated: ${counts}.`);
  return wrong.length > 0 ? 1 : 0;
});

/** The bibliography that pages speak of: a key twice. */
const BIBLIOGRAPHY = '@misc{perez2022, title = {A}}\n@misc{chen2021, title = {B}}\n@misc{chen2021, title = {C}}\n';

/** The bad examples of all pages, each in a file; one of them with a name that must be encoded. */
async function writeNotes(folder: string): Promise<string[]> {
  await fs.mkdir(path.join(folder, 'a b%#ü:c'), { recursive: true });
  const pages = (await fs.readdir(inProject('docs', 'rules'))).filter((name) => name !== 'README.md');
  for (const [i, name] of pages.entries()) {
    const page = await fs.readFile(inProject('docs', 'rules', name), 'utf8');
    const example = /```debate\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    await fs.writeFile(path.join(folder, i === 0 ? 'a b%#ü:c' : '', name.replace(/md$/, 'debate')), example);
  }
  await fs.writeFile(path.join(folder, 'refs.bib'), BIBLIOGRAPHY);
  await fs.writeFile(path.join(folder, 'clean.debate'), 'nothing');
  return [...pages.map((name) => path.basename(name, '.md')), ...(await writeFaults(folder))];
}

/** What is said of files. */
async function writeFaults(folder: string): Promise<string[]> {
  await fs.writeFile(path.join(folder, 'bytes.debate'), Uint8Array.of(0x61, 0xff));
  const below = path.join(folder, 'configured');
  await fs.mkdir(below);
  await fs.writeFile(path.join(below, 'fine.debate'), 'nothing');
  await fs.writeFile(path.join(below, '.debatenotes.json'), '{');
  const baseline = { version: 1, notes: { 'fine.debate': { 'open-question': ['0123456789abcdef'] } } };
  await fs.writeFile(path.join(below, '.debatenotes-baseline.json'), JSON.stringify(baseline));
  return ['invalid-encoding', 'invalid-configuration', 'stale-baseline-entry'];
}

function report(cwd: string, given: string): string {
  const args = [inProject('dist', 'cli.js'), 'check', '--format', 'sarif', given];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status === 2 || stderr !== '') throw new Explained(`check --format sarif failed: ${stderr}`);
  return stdout;
}

/** A report of half the rules would be validated in vain. */
function requireAll(rules: readonly string[], sarif: string): void {
  const found = new Set(JSON.parse(sarif).runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId));
  const missing = rules.filter((rule) => !found.has(rule));
  if (missing.length > 0) throw new Explained(`No example fires ${missing.join(', ')}.`);
}

function line({ report: file, line: number, level, rule, message }: Verdict): string {
  return `${file}:${number}: ${level}: ${message} [${rule}]`;
}
