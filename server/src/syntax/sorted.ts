/** Places in lists that are in order, found by halves. */

/** Index of the last of some rising numbers that is no greater than one; 0 if all are. Cost: logarithmic. */
export function lastAtMost(rising: ArrayLike<number>, most: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] as number) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The first of so many indices at which something holds that then holds of all behind it; their number where it holds
 * of none. Cost: logarithmic in the number of questions.
 */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
