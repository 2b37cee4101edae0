/** Longer words are compared with nothing: nobody means them by a slip. */
const LONGEST = 64;

/**
 * How many slips turn one word into another: a character left out, put in, or taken for another, or two neighbours
 * swapped (the optimal string alignment distance; no character is touched by two slips).
 * @param most where to stop counting
 * @returns the number of slips, or `most + 1` where there are more. Cost: the product of the lengths, 64 at most.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const tooFar = most + 1;
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return tooFar;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [left, up, diagonal] = [row[j - 1], last[j], last[j - 1]] as [number, number, number];
      let least = Math.min(left + 1, up + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return tooFar;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, tooFar);
}
