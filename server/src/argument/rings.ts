/**
 * Makes a forest of wishes. Every statement wants to hang under one other; following the wishes may lead in a ring.
 * Then the earliest statement of the ring hangs under nothing, and all statements are shown exactly once.
 * @param wanted for each statement the index of the one it wants to hang under, or -1
 * @returns the same with every ring opened. Cost: linear.
 */
export function displayParents(wanted: Int32Array): Int32Array {
  const parents = Int32Array.from(wanted);
  /** 0: not met yet; otherwise the walk that met it. */
  const metIn = new Uint32Array(wanted.length);
  for (let start = 0; start < wanted.length; start++) {
    let at = start;
    while (at >= 0 && metIn[at] === 0) {
      metIn[at] = start + 1;
      at = wanted[at] as number;
    }
    if (at >= 0 && metIn[at] === start + 1) parents[earliestOfRing(wanted, at)] = -1;
  }
  return parents;
}

function earliestOfRing(wanted: Int32Array, start: number): number {
  let earliest = start;
  for (let at = wanted[start] as number; at !== start; at = wanted[at] as number) earliest = Math.min(earliest, at);
  return earliest;
}
