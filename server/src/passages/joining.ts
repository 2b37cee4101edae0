import type { Match } from './acceptance';
import type { Run } from './alignment';

/** Words that may lie between two matches of one passage. */
const NEAR = 12;

/** Words that may lie between two matches of one passage whose sentences stand in another order. */
const FAR = 120;

/** Share by which matches of one passage may overlap: where both were extended too far. */
const OVERLAP = 0.2;

/** Matches that are looked at together, and passages at a time: more are no reordered sentences. */
const MOST = 64;

/** A match and where the passage stands otherwise. */
export interface Placed extends Match {
  /** Number of the other note. */
  readonly note: number;
}

/** Matches that may be one passage. */
interface Group {
  readonly matches: Placed[];
  end: number;
}

/**
 * Joins matches of two regions that together are one passage: behind a larger change, or in another order. Those that
 * stand next to each other in both notes are joined in any case, others only if little is left between them.
 * @param own number of the note that they are in
 * @returns what was joined, and all matches: a part of a whole may be taken by something better. Cost: linear, but for
 * ordering them.
 */
export function joinedMatches(matches: readonly Placed[], own: number): Placed[] {
  const joined: Placed[] = [];
  let open: Group[] = [];
  const close = ({ matches: group }: Group) => {
    for (const match of joinedGroup(group, own)) if (!group.includes(match)) joined.push(match);
  };
  for (const match of [...matches].sort((a, b) => a.at - b.at || a.end - b.end)) {
    let group: Group = { matches: [match], end: match.end };
    const kept: Group[] = [];
    for (const other of open) {
      if (other.end + FAR < match.at || other.matches.length >= MOST || open.length >= MOST) close(other);
      else if (other.matches.findLast((before) => isNear(before, match, FAR))) group = merged(other, group);
      else kept.push(other);
    }
    open = [...kept, group];
  }
  open.forEach(close);
  return [...joined, ...matches];
}

function merged(a: Group, b: Group): Group {
  a.matches.push(...b.matches);
  a.end = Math.max(a.end, b.end);
  return a;
}

function joinedGroup(group: readonly Placed[], own: number): readonly Placed[] {
  if (group.length === 1) return group;
  const whole = joinedAll(group);
  const ours = covered(whole.runs);
  const theirs = covered(whole.runs.map(mirrored));
  const all = whole.runs.reduce((sum, { length }) => sum + length, 0);
  const isDense = Math.max(ours.gap, theirs.gap) <= NEAR && Math.min(ours.words, theirs.words) >= (1 - OVERLAP) * all;
  if (!isDense || !isBefore(whole, own)) return joinedNeighbours(group, own);
  const similarity = (ours.words + theirs.words) / (whole.end - whole.at + whole.placeEnd - whole.place);
  return [{ ...whole, similarity }];
}

function joinedNeighbours(group: readonly Placed[], own: number): Placed[] {
  const clusters: { readonly matches: Placed[]; bounds: Bounds }[] = [];
  for (const match of [...group].sort((a, b) => a.at - b.at)) {
    const near = clusters.findLast(
      ({ bounds }) => isNear(bounds, match, NEAR) && areApart(bounds, match) && isBefore(around(bounds, match), own),
    );
    if (near) {
      near.matches.push(match);
      near.bounds = around(near.bounds, match);
    } else clusters.push({ matches: [match], bounds: match });
  }
  return clusters.map(({ matches }) => joinedAll(matches));
}

function joinedAll(group: readonly Placed[]): Placed {
  const [first] = group;
  if (group.length === 1 && first) return first;
  const bounds = (group as readonly Bounds[]).reduce(around);
  const runs = group.flatMap((match) => match.runs);
  const equal = runs.reduce((sum, { length }) => sum + length, 0);
  const similarity = Math.min(1, (2 * equal) / (bounds.end - bounds.at + bounds.placeEnd - bounds.place));
  return { ...bounds, runs, units: group.reduce((sum, { units }) => sum + units, 0), similarity };
}

/** How many of our words some runs hold, and how many lie between two of them at most. */
function covered(runs: readonly Run[]): { readonly words: number; readonly gap: number } {
  const ordered = [...runs].sort((a, b) => a.at - b.at);
  let [words, gap] = [0, 0];
  let end = ordered[0]?.at ?? 0;
  for (const { at, length } of ordered) {
    gap = Math.max(gap, at - end);
    words += Math.max(0, at + length - Math.max(at, end));
    end = Math.max(end, at + length);
  }
  return { words, gap };
}

function mirrored({ at, place, length }: Run): Run {
  return { at: place, place: at, length };
}

/** The words of both notes that a match lies in. */
interface Bounds {
  readonly note: number;
  readonly at: number;
  readonly end: number;
  readonly place: number;
  readonly placeEnd: number;
}

function around(a: Bounds, b: Bounds): Bounds {
  const [at, end] = [Math.min(a.at, b.at), Math.max(a.end, b.end)];
  return { note: a.note, at, end, place: Math.min(a.place, b.place), placeEnd: Math.max(a.placeEnd, b.placeEnd) };
}

/** Whether the other side does not reach into ours, where both are in one note. */
function isBefore({ note, at, placeEnd }: Bounds, own: number): boolean {
  return note !== own || placeEnd <= at;
}

interface Stretch {
  readonly at: number;
  readonly end: number;
}

function areApart(a: Bounds, b: Bounds): boolean {
  return isApart(a, b) && isApart(otherSide(a), otherSide(b));
}

function isApart(a: Stretch, b: Stretch): boolean {
  return Math.min(a.end, b.end) - Math.max(a.at, b.at) <= OVERLAP * Math.min(a.end - a.at, b.end - b.at);
}

function isNear(a: Bounds, b: Bounds, most: number): boolean {
  return a.note === b.note && gap(a, b) <= most && gap(otherSide(a), otherSide(b)) <= most;
}

/** Words between two stretches. */
function gap(a: Stretch, b: Stretch): number {
  return Math.max(b.at - a.end, a.at - b.end);
}

function otherSide({ place, placeEnd }: Bounds): Stretch {
  return { at: place, end: placeEnd };
}
