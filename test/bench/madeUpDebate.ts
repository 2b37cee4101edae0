const WORDS =
  `alignment oversight debate judge reward model scalable honest deceptive training evidence reason doubt consensus weak
   strong because although never always argues shows suggests helps fails learns trusts asks one many most few each
   other people systems papers results claims steps errors lies truth power scale time cost risk hope`.split(/\s+/);

/** Problems that a note of any size has, so that sizes can be compared. */
export const PROBLEMS = 50;

/** A made-up debate in no markup: each markup writes down the same statements and the same relations. */
export interface MadeUpDebate {
  /** Claims that nobody supports. */
  readonly problems: readonly string[];
  readonly threads: readonly Thread[];
}

/** A claim, a reason with a paper, a rebuttal of some claim that stands above (or of this one), and its rebuttal. */
export interface Thread {
  readonly claim: string;
  readonly reason: string;
  readonly paper: string;
  /** Number of the thread whose claim is rebutted. */
  readonly rebuts: number;
  readonly rebuttal: string;
  readonly answer: string;
}

/** What a reader of a debate has to find in it, in whatever markup. */
export interface Counts {
  readonly statements: number;
  readonly relations: number;
}

/**
 * A debate for a note of so many lines. The same size gives the same debate.
 * @param lines of the note that `madeUpNote` makes of it, at most
 * @param seed another debate of the same size
 */
export function madeUpDebate(lines: number, seed = lines): MadeUpDebate {
  const next = randomNumbers(seed);
  const text = (count: number) => `${Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ')}.`;
  const problems = Array.from({ length: PROBLEMS }, () => text(12));
  const threads: Thread[] = [];
  for (let i = 0; PROBLEMS + 6 * i < lines - 6; i++) {
    const [claim, reason] = [text(14), text(10)];
    const paper = `arXiv:${2001 + next(12)}.${String(10_000 + next(9_000))}`;
    threads.push({ claim, reason, paper, rebuts: next(i + 1), rebuttal: text(16), answer: text(12) });
  }
  return { problems, threads };
}

/** How many statements and relations a debate has. */
export function countsOf({ problems, threads }: MadeUpDebate): Counts {
  return { statements: problems.length + 5 * threads.length, relations: 4 * threads.length };
}

/** A linear congruential generator (Numerical Recipes): the same numbers for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
