import type { CorpusRepeat } from './corpus';

/** Share of their words that two stretches must have in common to be one place. */
const SAME = 0.8;

/** Places of a note that are compared when none is exactly the same: those that were met last. */
const MOST_COMPARED = 64;

/** A passage and all places in which it stands. */
export interface Cluster {
  /** That of the place least like the first, 0 to 1. */
  readonly similarity: number;
  /** In the order of notes and of the text: the first is the original. */
  readonly places: readonly ClusterPlace[];
}

/** Words `[at, end)` of a note, by number. */
export interface ClusterPlace {
  readonly note: number;
  readonly at: number;
  readonly end: number;
}

interface OpenCluster {
  similarity: number;
  readonly places: ClusterPlace[];
}

interface KnownPlace extends ClusterPlace {
  readonly cluster: OpenCluster;
}

/**
 * Gathers repeats into clusters: all that repeat one place, and all that repeat a repeat of it. Cost: linear.
 * @param repeats note by note, in the order of the text
 */
export function clustersOf(repeats: readonly CorpusRepeat[]): Cluster[] {
  const clusters: OpenCluster[] = [];
  const exact = new Map<string, KnownPlace>();
  const byNote = new Map<number, KnownPlace[]>();
  const put = (place: ClusterPlace, cluster: OpenCluster) => {
    const known = { ...place, cluster };
    cluster.places.push(place);
    exact.set(keyOf(place), known);
    const inNote = byNote.get(place.note);
    if (inNote) inNote.push(known);
    else byNote.set(place.note, [known]);
  };
  for (const { copy, at, end, note, place, placeEnd, similarity } of repeats) {
    const first = { note, at: place, end: placeEnd };
    const known =
      exact.get(keyOf(first)) ??
      byNote
        .get(note)
        ?.slice(-MOST_COMPARED)
        .find((other) => isSame(other, first));
    let cluster = known?.cluster;
    if (!cluster) {
      cluster = { similarity: 1, places: [] };
      clusters.push(cluster);
      put(first, cluster);
    }
    put({ note: copy, at, end }, cluster);
    cluster.similarity = Math.min(cluster.similarity, similarity);
  }
  return clusters;
}

function keyOf({ note, at, end }: ClusterPlace): string {
  return `${note} ${at} ${end}`;
}

function isSame(a: ClusterPlace, b: ClusterPlace): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.at, b.at);
  return common >= SAME * (Math.max(a.end, b.end) - Math.min(a.at, b.at));
}
