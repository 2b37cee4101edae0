const WORDS =
  'alignment oversight debate judge reward model scalable honest deceptive training evidence reason doubt consensus weak strong'.split(
    ' ',
  );

/** Problems that a note of any size has, so that sizes can be compared. */
const PROBLEMS = 50;

/**
 * A made-up debate: claims with nested replies, citations, prose, and a fixed number of claims without support.
 * The same size gives the same text.
 */
export function madeUpNote(lines: number): string {
  const next = randomNumbers(lines);
  const words = (count: number) =>
    Array.from({ length: count }, () => `${WORDS[next(WORDS.length)]}${next(5_000)}`).join(' ');
  const written: string[] = [];
  for (let problem = 0; problem < PROBLEMS; problem++) written.push(`claim: ${words(12)}.`);
  for (let i = 0; written.length < lines - 6; i++) {
    written.push(`claim #c${i} (Ada): ${words(14)}.`);
    written.push(`  support: ${words(10)}.`);
    written.push(`    cite: arXiv:${2001 + next(12)}.${String(10_000 + next(9_000))}`);
    written.push(`  rebuttal (Ben) -> #c${next(i + 1)}: ${words(16)}.`);
    written.push('', `${words(40)}.`);
  }
  return `${written.join('\n')}\n`;
}

/** A linear congruential generator (Numerical Recipes): the same numbers for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
