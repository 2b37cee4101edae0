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

/** How much more often while a program starts. */
const FACTOR = 6;

/** Milliseconds after which it is as before. */
const START = 2000;

/**
 * Has V8 compile what is of use while a program starts. Most of what runs until then runs a few times: to optimize it
 * takes a third of the CPU of the start, on threads that the work itself then waits for. Patterns are the other way
 * round: most are searched for again and again, and by itself V8 compiles each twice, first to code that it interprets.
 */
export function compileForStart(): void {
  const found = process.versions['electron'] === undefined && STANDARD[process.versions.v8.split('.')[0] ?? ''];
  if (!found) return;
  const [flag, standard] = found;
  setFlagsFromString(`${flag}=${FACTOR * standard}`);
  setFlagsFromString('--no-regexp-tier-up');
  const restore = () => {
    setFlagsFromString(`${flag}=${standard}`);
    setFlagsFromString('--regexp-tier-up');
  };
  setTimeout(restore, START).unref();
}
