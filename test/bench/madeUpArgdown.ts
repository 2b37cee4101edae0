import type { MadeUpDebate } from './madeUpDebate';

/**
 * Writes a debate down in Argdown: the same texts, statements and relations as `noteOf` writes. Argdown parts paragraphs
 * by empty lines and gives a target a line of its own, so the lines are more and the characters nearly as many. It has
 * no header for a speaker; speakers are left out, which is less work for it.
 */
export function argdownOf({ problems, threads }: MadeUpDebate): string {
  const written = problems.flatMap((claim) => [claim, '']);
  threads.forEach(({ claim, reason, paper, rebuts, rebuttal, answer }, i) => {
    written.push(`[c${i}]: ${claim}`);
    written.push(`  + ${reason}`);
    written.push(`    + ${paper}`, '');
    written.push(`[r${i}]: ${rebuttal}`);
    written.push(`  -> [c${rebuts}]`);
    written.push(`  - ${answer}`, '');
  });
  return written.join('\n');
}
