/** Which of the passages that two notes have in common are reported: joined where they belong together, and disjoint. */
import type { Alignment, Run } from './alignment';
import { joinedMatches, type Placed } from './joining';

export type { Placed } from './joining';

/** How often what is left of a match beside a better one is looked at. */
const ROUNDS = 4;

/** What the choice of a note's repeats depends on beside them. */
export interface Choosing {
  /** Number of the note. */
  readonly note: number;
  /** Below 0 where one note, by number, comes before another. */
  order(note: number, other: number): number;
  /** What of a part of a match with another note is a passage. */
  accept(part: Alignment, note: number): readonly Placed[];
}

/**
 * The matches that are reported, of those that were found in a note: the longest first, of equally long ones the one
 * whose other place comes first. What is left of one beside a longer one is reported if it is still a passage.
 * @param isTaken is given a 1 for every word of what is reported
 * @returns disjoint matches. Cost: linear in the words of all.
 */
export function chosen(matches: readonly Placed[], choosing: Choosing, isTaken: Uint8Array): Placed[] {
  const taken: Placed[] = [];
  let waiting = joinedMatches(matches, choosing.note);
  for (let round = 0; round < ROUNDS && waiting.length > 0; round++) {
    waiting.sort((a, b) => b.units - a.units || choosing.order(a.note, b.note) || a.place - b.place || a.at - b.at);
    const rest: Placed[] = [];
    for (const match of waiting) {
      const free = freeParts(match, isTaken);
      if (free.length === 1 && free[0] === match) {
        taken.push(match);
        isTaken.fill(1, match.at, match.end);
      } else {
        for (const part of free) rest.push(...choosing.accept(part, match.note));
      }
    }
    waiting = rest;
  }
  return taken;
}

/** What is left of a match; the match itself where no word of it is taken. */
function freeParts(match: Placed, isTaken: Uint8Array): Alignment[] {
  const parts: Alignment[] = [];
  for (let from = match.at; from < match.end; ) {
    if (isTaken[from] === 1) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < match.end && isTaken[to] === 0) to++;
    if (from === match.at && to === match.end) return [match];
    const part = partOf(match, from, to);
    if (part) parts.push(part);
    from = to;
  }
  return parts;
}

/** The part of an alignment in some of our words, from the first equal word there to the last; null where there is none. */
function partOf({ runs }: Alignment, from: number, to: number): Alignment | null {
  const within: Run[] = [];
  for (const { at, place, length } of runs) {
    const [start, end] = [Math.max(at, from), Math.min(at + length, to)];
    if (start < end) within.push({ at: start, place: place + start - at, length: end - start });
  }
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last) return null;
  const place = Math.min(...within.map((run) => run.place));
  const placeEnd = Math.max(...within.map((run) => run.place + run.length));
  return { at: first.at, end: last.at + last.length, place, placeEnd, runs: within };
}
