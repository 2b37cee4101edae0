import { type Carried, setUpCarried, whyNotCarried } from './carried';
import { NOT_RUN, runProgram, type Scope } from './program';

/** Runs a program in the VS Code that npm carries, where there is one for this machine, and says so where there is none. */
export function runInCarried(act: (scope: Scope, carried: Carried) => Promise<void>): Promise<void> {
  return runProgram(async (scope) => {
    const reason = whyNotCarried();
    if (reason) {
      console.log(`NOT RUN: the VS Code that npm carries is one for Linux x64, and ${reason}.`);
      return NOT_RUN;
    }
    await act(scope, await setUpCarried(scope, console.log));
    return 0;
  });
}
