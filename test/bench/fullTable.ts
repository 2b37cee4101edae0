import { argdownOf } from './madeUpArgdown';
import { madeUpDebate } from './madeUpDebate';
import { noteOf } from './madeUpNote';
import { figure, medianOf, print, printTitle, stated } from './measure';
import type { Peer } from './peer';
import { Subject } from './subject';

/** How many times faster than the peer a whole note is to be, and what five times the lines may cost at most. */
const WANTED_RATIO = 20;
const WANTED_RATIO_AT = 10_000;
const WANTED_GROWTH = 5.5;

/** A note that is opened for the first time. The growth is that from the second largest size to the largest. */
export function printFull(sizes: readonly number[], peer: Peer | null): void {
  printTitle('A whole note: tree, links and labels', [...sizes.map(String), 'growth']);
  const own = sizes.map((lines) => costOf(noteOf(madeUpDebate(lines)), (text) => new Subject().read(text)));
  const met = growthOf(own) <= WANTED_GROWTH;
  print('Debate Notes', [...own, growthOf(own)].map(figure), stated({ wanted: `≤ ${WANTED_GROWTH}×`, met }));
  if (!peer) return;
  const others = sizes.map((lines) => costOf(argdownOf(madeUpDebate(lines)), (text) => peer.read(text)));
  print(peer.name, [...others, growthOf(others)].map(figure));
  const ratios = others.map((other, i) => other / (own[i] as number));
  const faster = (ratios[sizes.indexOf(WANTED_RATIO_AT)] ?? 0) >= WANTED_RATIO;
  const wanted = `at ${WANTED_RATIO_AT.toLocaleString('en')} ≥ ${WANTED_RATIO}×`;
  print('times faster', ratios.map(figure), stated({ wanted, met: faster }));
}

function costOf(text: string, read: (text: string) => unknown): number {
  return medianOf(() => read(text));
}

function growthOf(costs: readonly number[]): number {
  return (costs.at(-1) as number) / (costs.at(-2) as number);
}
