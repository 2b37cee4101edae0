import { setFlagsFromString } from 'node:v8';

/**
 * How often V8 lets code run before its optimizing compiler takes it, by the flag that says so in its versions, and what
 * they set it to. Others are left alone, and Electron, which may have locked its flags.
 */
export const STANDARD: Readonly<Record<string, readonly [flag: string, standard: number]>> = {
  '11': ['--interrupt-budget', 67_584],
  '12': ['--invocation-count-for-turbofan', 3000],
  '13': ['--invocation-count-for-turbofan', 3000],
};

/** How much more often while a server starts. */
const FACTOR = 6;

/** Milliseconds after which it is as before. */
const START = 2000;

/**
 * Has V8 optimize less until the server has started: what runs until then runs a few times, and to compile all of it
 * that well takes a third of the CPU of the start, on threads that the work itself then waits for.
 */
export function startWithLessCompiling(): void {
  const found = process.versions['electron'] === undefined && STANDARD[process.versions.v8.split('.')[0] ?? ''];
  if (!found) return;
  const [flag, standard] = found;
  setFlagsFromString(`${flag}=${FACTOR * standard}`);
  setTimeout(() => setFlagsFromString(`${flag}=${standard}`), START).unref();
}
