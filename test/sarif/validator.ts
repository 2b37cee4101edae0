// Microsoft's validator of SARIF, from npm, as pinned by the lockfile beside this file. No install script runs.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../e2e/workbench/paths';
import { runQuietly } from '../e2e/workbench/processes';
import type { Scope } from '../e2e/workbench/program';

/** What the validator has to say of a place in a report. */
export interface Verdict {
  /** Of the validator: `SARIF1009`, `JSON1008`. */
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  /** File name of the report. */
  readonly report: string;
  readonly line: number;
}

const pins = inProject('test', 'sarif');

/** The packages hold a program with its own .NET, for x64 and these systems. */
const PLATFORMS: readonly string[] = ['linux', 'darwin', 'win32'];

/** Why the validator cannot run on this machine; undefined where it can. */
export function whyNoValidator(): string | undefined {
  const { platform, arch } = process;
  if (!PLATFORMS.includes(platform) || arch !== 'x64') return `this is ${platform} ${arch}`;
  if (platform !== 'linux') return undefined;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ? undefined : 'this Linux has no glibc';
}

/**
 * Sets the validator up, or finds it set up: then it needs no network. An interrupted set-up leaves nothing that a later
 * one would take for finished.
 * @returns the program
 */
export async function setUpValidator(scope: Scope, say: (line: string) => void): Promise<string> {
  const lock = await fs.readFile(path.join(pins, 'package-lock.json'));
  const shelf = inProject('.vscode-test');
  const folder = path.join(shelf, `sarif-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!(await exists(folder))) {
    say("Setting up Microsoft's SARIF validator from npm (once, about 100 MB)");
    const partial = `${folder}.${process.pid}.part`;
    scope.onEnd(() => fs.rm(partial, { recursive: true, force: true, maxRetries: 5 }));
    await fs.mkdir(partial, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      await fs.cp(path.join(pins, file), path.join(partial, file));
    const args = ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    await runQuietly(scope, 'Installing the SARIF validator', 'npm', args, {
      cwd: partial,
      shell: process.platform === 'win32',
    });
    await fs.chmod(programIn(partial), 0o755);
    // Another process may have been faster.
    await fs.rename(partial, folder).catch(async (error) => {
      if (!(await exists(folder))) throw error;
    });
  }
  return programIn(folder);
}

function programIn(folder: string): string {
  const name = process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool';
  return path.join(folder, 'node_modules', '@microsoft', `sarif-multitool-${process.platform}`, name);
}

/**
 * Validates reports against the schema and the rules of the validator, those of GitHub's code scanning included.
 * @param reports file names in a folder, which gets the verdict as one more file
 */
export async function validate(scope: Scope, program: string, folder: string, reports: string[]): Promise<Verdict[]> {
  const levels = ['--level', 'Error;Warning;Note', '--rule-kind', 'Sarif;Ghas'];
  // It ends with 0 whatever it finds, so what it finds is read from what it writes: SARIF.
  const args = ['validate', ...reports, ...levels, '--output', 'verdict.sarif', '--log', 'ForceOverwrite'];
  // Without this, .NET asks for a library of languages that not every machine has.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  await runQuietly(scope, 'The SARIF validator', program, args, { cwd: folder, env });
  const text = await fs.readFile(path.join(folder, 'verdict.sarif'), 'utf8');
  const [run] = (JSON.parse(text.replace(/^\ufeff/, '')) as VerdictLog).runs;
  return (run?.results ?? []).map((result) => verdictOf(result, run?.tool.driver.rules ?? []));
}

/** What is read of the validator's own report. */
interface VerdictLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly ValidatorRule[] } };
    readonly results?: readonly ValidatorResult[];
  }[];
}

interface ValidatorRule {
  readonly id: string;
  readonly messageStrings?: Readonly<Record<string, { readonly text: string }>>;
}

interface ValidatorResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level?: Verdict['level'];
  readonly message: { readonly id?: string; readonly text?: string; readonly arguments?: readonly string[] };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri?: string };
      readonly region?: { readonly startLine?: number };
    };
  }[];
}

function verdictOf(
  { ruleId, level = 'warning', message, locations }: ValidatorResult,
  rules: readonly ValidatorRule[],
) {
  const words = rules.find(({ id }) => id === ruleId)?.messageStrings?.[message.id ?? '']?.text ?? message.text ?? '';
  const place = locations[0]?.physicalLocation;
  return {
    rule: ruleId,
    level,
    message: words.replace(/\{(\d+)\}/g, (_, index) => message.arguments?.[Number(index)] ?? ''),
    report: path.posix.basename(place?.artifactLocation.uri ?? ''),
    line: place?.region?.startLine ?? 0,
  };
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
