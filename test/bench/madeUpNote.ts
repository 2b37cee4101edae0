import { type MadeUpDebate, madeUpDebate } from './madeUpDebate';

/**
 * A made-up debate as a note: claims with nested replies, citations, and a fixed number of claims without
 * support. The same size gives the same text.
 */
export function madeUpNote(lines: number): string {
  return noteOf(madeUpDebate(lines));
}

/** Writes a debate down as a note. */
export function noteOf({ problems, threads }: MadeUpDebate): string {
  const written = problems.map((claim) => `claim: ${claim}`);
  threads.forEach(({ claim, reason, paper, rebuts, rebuttal, answer }, i) => {
    written.push(`claim #c${i} (Ada): ${claim}`);
    written.push(`  support: ${reason}`);
    written.push(`    cite: ${paper}`);
    written.push(`  rebuttal (Ben) -> #c${rebuts}: ${rebuttal}`);
    written.push(`    rebuttal (Ada): ${answer}`, '');
  });
  return `${written.join('\n')}\n`;
}
