import { argdownKeystrokes, type Edit, edited, editsInTheMiddle, type Keystrokes, noteKeystrokes } from './edits';
import { argdownOf } from './madeUpArgdown';
import { madeUpDebate } from './madeUpDebate';
import { noteOf } from './madeUpNote';
import { cpuOf, figure, print, printTitle, quantile, RUNS, stated } from './measure';
import type { Peer } from './peer';
import { Subject } from './subject';

/** Keystrokes in a sample, at as many places; fewer where one takes so long that a sample would outlast its time. */
const KEYSTROKES = 50;
const SAMPLE_MILLISECONDS = 120;

/** Milliseconds after which a measurement gets fewer samples, and how many it always gets. */
const PATIENCE = 3_000;
const LEAST_RUNS = 4;

/** Milliseconds that a keystroke in 10,000 lines is to take at most, and how that may compare with 1,000 lines. */
const WANTED_COST = 3;
const WANTED_GROWTH = 3;
const NO_MATTER = 1;

interface Cost {
  /** Of one keystroke in the median sample. */
  readonly median: number;
  /** Of single keystrokes. */
  readonly p95: number;
}

const ANYWHERE = /^/;

type Read = (text: string) => unknown;

/** One keystroke in the middle of a note that is open. */
export function printKeystrokes(sizes: readonly number[], peer: Peer | null): void {
  printSort('letter', 'A letter typed in a text in the middle', sizes, peer);
  printSort('structure', 'A keyword or a target changed in the middle', sizes, peer);
}

function printSort(sort: keyof Keystrokes, title: string, sizes: readonly number[], peer: Peer | null): void {
  printTitle(`${title}: tree, links and labels`, [...sizes.map(String), '10k / 1k']);
  const own = sizes.map((lines) => {
    const subject = new Subject();
    return costOf(noteOf(madeUpDebate(lines)), noteKeystrokes, sort, (text) => subject.read(text));
  });
  const [small, large] = [own[0] as Cost, own[1] as Cost];
  const growth = large.median / small.median;
  const cost = stated({ wanted: `at 10,000 ≤ ${WANTED_COST} ms`, met: large.median <= WANTED_COST });
  const met = growth <= WANTED_GROWTH || large.median <= NO_MATTER;
  const flat = stated({ wanted: `≤ ${WANTED_GROWTH}× or ${NO_MATTER} ms`, met });
  print('Debate Notes', [...own.map(({ median }) => median), growth].map(figure), `${cost}, ${flat}`);
  print(
    '  p95',
    own.map(({ p95 }) => figure(p95)),
  );
  if (!peer) return;
  const others = sizes.map((lines) => costOf(argdownOf(madeUpDebate(lines)), argdownKeystrokes, sort, peer.read));
  print(
    peer.name,
    others.map(({ median }) => figure(median)),
  );
  print(
    '  p95',
    others.map(({ p95 }) => figure(p95)),
  );
  print(
    'times faster',
    others.map(({ median }, i) => figure(median / (own[i] as Cost).median)),
  );
}

function costOf(text: string, keystrokes: Keystrokes, sort: keyof Keystrokes, read: Read): Cost {
  const edits = editsInTheMiddle(text, keystrokes[sort], KEYSTROKES);
  read(text);
  const [probe] = edits.slice(0, 1).map((edit) => cpuOf(() => read(edited(text, edit))));
  read(text);
  const count = Math.max(1, Math.min(edits.length, Math.floor(SAMPLE_MILLISECONDS / (probe ?? 1))));
  const there = sequence(text, edits.slice(0, count));
  const samples: number[] = [];
  const all: number[] = [];
  const end = performance.now() + PATIENCE;
  let now = text;
  // The first two samples warm up. Every other one takes back what the one before typed.
  for (let run = 0; run < RUNS + 2 && (run < LEAST_RUNS + 2 || performance.now() < end); run++) {
    const costs = (run % 2 ? there.back : there.forth).map((edit) => {
      // Putting the text together is the editor's work; a regular expression makes one piece of it.
      now = edited(now, edit);
      ANYWHERE.test(now);
      return cpuOf(() => read(now));
    });
    if (run < 2) continue;
    samples.push(costs.reduce((sum, cost) => sum + cost, 0) / costs.length);
    all.push(...costs);
  }
  return { median: quantile(samples, 0.5), p95: quantile(all, 0.95) };
}

/** Edits of one text as edits one after the other, and what takes them back. */
function sequence(text: string, edits: readonly Edit[]): { forth: Edit[]; back: Edit[] } {
  // From the last place to the first: an edit then moves none that is still to be made.
  const forth = edits.toReversed();
  const back = edits.map((edit) => ({
    start: edit.start,
    end: edit.start + edit.text.length,
    text: text.slice(edit.start, edit.end),
  }));
  return { forth, back };
}
