// How well what was found fits what was planted: recall, precision and plagdet as in the competitions on plagiarism
// detection (Potthast, Stein, Barrón-Cedeño, Rosso, "An Evaluation Framework for Plagiarism Detection", COLING 2010).
import type { Planted, Stretch } from './corpus';

/** Two passages of which a program says that one repeats the other. */
export interface Detected {
  readonly a: Stretch;
  readonly b: Stretch;
}

export interface Score {
  /** By kind: the share of the planted passages of which at least half was found on both sides. */
  readonly recall: ReadonlyMap<string, number>;
  /** The share of what was found of which at least half was planted. */
  readonly precision: number;
  /** The harmonic mean of recall and precision by characters, less where one passage is found in pieces; 0 to 1. */
  readonly plagdet: number;
}

/** Characters that two stretches must have in common to be about the same passage. */
const LEAST = 10;

export function scoreOf(planted: readonly Planted[], detected: readonly Detected[]): Score {
  const hits = new Map<Planted, Detected[]>();
  const byNotes = new Map<string, Planted[]>();
  for (const each of planted) pushTo(byNotes, keyOf(each.source, each.copy), each);
  let right = 0;
  let rightLength = 0;
  let length = 0;
  for (const { a, b } of detected) {
    const own = lengthOf(a) + lengthOf(b);
    let best = 0;
    for (const each of byNotes.get(keyOf(a, b)) ?? []) {
      for (const turned of [
        { a, b },
        { a: b, b: a },
      ]) {
        const [source, copy] = [common(turned.a, each.source), common(turned.b, each.copy)];
        if (source <= LEAST || copy <= LEAST) continue;
        pushTo(hits, each, turned);
        best = Math.max(best, source + copy);
      }
    }
    length += own;
    rightLength += Math.min(best, own);
    if (best >= own / 2) right++;
  }
  return {
    recall: recallOf(planted, hits),
    precision: right / Math.max(1, detected.length),
    plagdet: plagdetOf(planted, hits, length === 0 ? 0 : rightLength / length),
  };
}

function recallOf(planted: readonly Planted[], hits: ReadonlyMap<Planted, readonly Detected[]>): Map<string, number> {
  const counts = new Map<string, { all: number; found: number }>();
  for (const each of planted) {
    const count = counts.get(each.kind) ?? { all: 0, found: 0 };
    const [source, copy] = coveredOf(each, hits);
    count.all++;
    if (source >= lengthOf(each.source) / 2 && copy >= lengthOf(each.copy) / 2) count.found++;
    counts.set(each.kind, count);
  }
  return new Map([...counts].map(([kind, { all, found }]) => [kind, found / all]));
}

function plagdetOf(planted: readonly Planted[], hits: ReadonlyMap<Planted, readonly Detected[]>, precision: number) {
  let all = 0;
  let covered = 0;
  for (const each of planted) {
    all += lengthOf(each.source) + lengthOf(each.copy);
    const [source, copy] = coveredOf(each, hits);
    covered += source + copy;
  }
  const recall = all === 0 ? 0 : covered / all;
  const pieces = [...hits.values()].reduce((sum, each) => sum + each.length, 0) / Math.max(1, hits.size);
  const mean = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  return mean / Math.log2(1 + Math.max(1, pieces));
}

/** Characters of a planted passage, and of what it was made of, that were found. */
function coveredOf(each: Planted, hits: ReadonlyMap<Planted, readonly Detected[]>): [source: number, copy: number] {
  const found = hits.get(each) ?? [];
  const covered = (stretches: readonly Stretch[], whole: Stretch) => {
    let sum = 0;
    let end = whole.start;
    for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
      const to = Math.min(stretch.end, whole.end);
      sum += Math.max(0, to - Math.max(stretch.start, end));
      end = Math.max(end, to);
    }
    return sum;
  };
  return [
    covered(
      found.map(({ a }) => a),
      each.source,
    ),
    covered(
      found.map(({ b }) => b),
      each.copy,
    ),
  ];
}

function keyOf(a: Stretch, b: Stretch): string {
  return a.note < b.note ? `${a.note} ${b.note}` : `${b.note} ${a.note}`;
}

function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

function common(a: Stretch, b: Stretch): number {
  return a.note === b.note ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
