// The configurations of `docs/editors`, in those editors that this machine has; 77 where it has none of them.
import { EDITORS, missingEditors } from '../../editors/found';
import { runMocha } from '../../support/runMocha';
import { inProject } from '../workbench/paths';
import { NOT_RUN, runProgram } from '../workbench/program';

void runProgram(async () => {
  const missing = missingEditors();
  for (const sentence of missing) console.log(sentence);
  if (missing.length === Object.keys(EDITORS).length) return NOT_RUN;
  const results = inProject('dist', 'test', 'results', 'editors.json');
  const options = { timeout: 120_000, color: process.stdout.isTTY ?? false };
  const { passed, failed } = await runMocha(inProject('dist', 'test', 'editors.js'), results, options);
  return failed > 0 || passed === 0 ? 1 : 0;
});
