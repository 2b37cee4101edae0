// `npm start`: what the command-line tool says about the sample notes, then the notes themselves in VS Code, with the
// extension: the desktop's where `code` is on the PATH, otherwise one in the browser. `--host carried` asks for the latter.
import { parseArgs } from 'node:util';
import { setUpCarried } from '../workbench/carried';
import { findDesktop } from '../workbench/desktop';
import { inProject } from '../workbench/paths';
import { runInTerminal } from '../workbench/processes';
import { Explained, runProgram, type Scope } from '../workbench/program';
import { startServer } from '../workbench/server';
import { packageExtension } from '../workbench/vsix';

void runProgram(async (scope) => {
  const { host } = parseArgs({ options: { host: { type: 'string' } } }).values;
  await showInTerminal('check');
  await showInTerminal('outline');
  const desktop = host === 'carried' ? undefined : findDesktop();
  const code = desktop?.command ?? desktop?.program;
  return code ? openOnDesktop(code) : serve(scope);
});

/** Runs a command of the tool on the samples. They hold warnings on purpose, for which `check` ends with 1. */
async function showInTerminal(command: string): Promise<void> {
  console.log(`\n$ debate-notes ${command} seeds\n`);
  const args = [inProject('dist', 'cli.js'), command, 'seeds'];
  const code = await runInTerminal(process.execPath, args, { cwd: inProject() });
  if (code > 1) throw new Explained(`debate-notes ${command} could not read the sample notes (code ${code}).`);
}

async function openOnDesktop(command: string): Promise<number> {
  console.log('\nOpening the sample notes in VS Code …');
  // Windows runs `code.cmd` through a shell only, which splits arguments at spaces.
  const shell = process.platform === 'win32';
  const quoted = (text: string) => (shell ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${inProject()}`, '--new-window', inProject('seeds')];
  return runInTerminal(quoted(command), args.map(quoted), { shell });
}

/** Serves the packaged extension in the carried VS Code until the process is interrupted. */
async function serve(scope: Scope): Promise<number> {
  console.log('\nThere is no desktop VS Code here (`code` on the PATH), so one opens in the browser.');
  const carried = await setUpCarried(scope, console.log);
  console.log('Packaging the extension …');
  const server = await startServer(scope, carried, { vsix: await packageExtension(scope) });
  console.log(`\nThe sample notes are open at\n\n  ${server.url(inProject('seeds'))}\n\nCtrl-C ends it.`);
  await server.ended;
  throw new Explained("VS Code's server has ended.");
}
