/**
 * Makes a forest of wishes. Every statement wants to hang under one other; following the wishes may lead in a ring.
 * Then the earliest statement of the ring hangs under nothing, and all statements are shown exactly once.
 * @param wanted for each statement the index of the one it wants to hang under, or null
 * @returns the same with every ring opened. Cost: linear.
 */
export function displayParents(wanted: readonly (number | null)[]): (number | null)[] {
  const parents = [...wanted];
  /** 0: not met yet; otherwise the walk that met it. */
  const metIn = new Uint32Array(wanted.length);
  for (let start = 0; start < wanted.length; start++) {
    let at: number | null = start;
    while (at !== null && metIn[at] === 0) {
      metIn[at] = start + 1;
      at = wanted[at] ?? null;
    }
    if (at !== null && metIn[at] === start + 1) parents[earliestOfRing(wanted, at)] = null;
  }
  return parents;
}

function earliestOfRing(wanted: readonly (number | null)[], start: number): number {
  let earliest = start;
  let at = wanted[start] ?? start;
  while (at !== start) {
    earliest = Math.min(earliest, at);
    at = wanted[at] ?? start;
  }
  return earliest;
}
