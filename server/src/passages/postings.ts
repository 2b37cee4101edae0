import type { Fingerprint } from './chunks';
import { PlaceTable } from './placeTable';

/** Places of a fingerprint up to which all are looked at. One in more is a stock phrase, or stands everywhere. */
export const MOST_PLACES = 8;

/** Places of a fingerprint up to which the grams around them are kept: what stands in more, stands whole in the first. */
const MOST_HELPED = 512;

/** What the postings ask of the index whose places they keep. */
export interface PlaceOrder {
  /** The gram at a place that is in the postings. */
  gramAt(address: number): number;
  /** Whether one place comes before another: in a note before, or earlier in the same. */
  isBefore(address: number, other: number): boolean;
  /** The grams that a window might have had instead of the fingerprint at a place; `word` is their address. */
  neighboursAt(address: number, gram: number): readonly Fingerprint[];
  /** The same and others perhaps, none of which is in the postings: what is taken away is found without reading a note. */
  formerNeighboursAt(address: number): readonly Fingerprint[];
}

/** The places of a fingerprint that has very many, in order. */
interface Crowd {
  readonly gram: number;
  readonly places: number[];
  primaries: number;
  /** How many of the places are different: one may be in as a fingerprint and around several others. */
  distinct: number;
}

/**
 * Fingerprint -> places. A fingerprint of very many places would be no help: no more than the first of them is looked at.
 * Instead, the other grams around each of its places are kept, as secondary places, so that a passage with a stock
 * phrase in it is found by the words around that. All of it follows from the places that are in, whatever came and went.
 */
export class Postings {
  /** Holds places and, by their numbers, crowds. */
  private readonly table: PlaceTable;
  private readonly crowds = new Map<number, Crowd>();
  private nextCrowd = 0;

  /** @param onChange told of each fingerprint whose places change */
  constructor(
    private readonly order: PlaceOrder,
    private readonly onChange: (gram: number) => void,
  ) {
    this.table = new PlaceTable((value) =>
      isCrowd(value) ? (this.crowds.get(value) as Crowd).gram : order.gramAt(addressOf(value)),
    );
  }

  /** Bytes of memory that the places take, as far as they are in typed arrays, and about eight for each in a crowd. */
  get bytes(): number {
    let crowded = 0;
    for (const { places } of this.crowds.values()) crowded += 100 + 8 * places.length;
    return this.table.bytes + crowded;
  }

  add(gram: number, address: number): void {
    if (this.table.slotOf(gram) < 0) {
      this.onChange(gram);
      this.table.add(gram, primary(address));
      return;
    }
    const count = this.primaryCount(gram);
    if (isHelped(count) && !isHelped(count + 1)) this.help(gram, this.primariesOf(gram), false);
    this.put(gram, primary(address));
    if (!isHelped(count + 1)) return;
    this.help(gram, isHelped(count) ? [address] : this.primariesOf(gram), true);
  }

  remove(gram: number, address: number): void {
    const count = this.primaryCount(gram);
    if (isHelped(count)) this.help(gram, isHelped(count - 1) ? [address] : this.primariesOf(gram), false);
    this.take(gram, primary(address));
    if (!isHelped(count) && isHelped(count - 1)) this.help(gram, this.primariesOf(gram), true);
  }

  /** Adds the secondary places around some places of a fingerprint, or takes them away. */
  private help(gram: number, addresses: readonly number[], isAdded: boolean): void {
    for (const address of addresses) {
      if (isAdded) for (const near of this.order.neighboursAt(address, gram)) this.put(near.gram, secondary(near.word));
      else for (const near of this.order.formerNeighboursAt(address)) this.take(near.gram, secondary(near.word));
    }
  }

  /** The addresses at which a gram stands, each once, in no order: all, or if there are very many the first. */
  placesOf(gram: number): number[] {
    const crowd = this.crowdOf(gram);
    if (crowd) return [addressOf(crowd.places[0] as number)];
    const found: number[] = [];
    for (let slot = this.table.slotOf(gram); slot >= 0; slot = this.table.slotOf(gram, slot)) {
      const address = addressOf(this.table.valueAt(slot));
      if (!found.includes(address)) found.push(address);
    }
    return found;
  }

  /** Whether a gram stands in another place than one, too. Cost: its places, and no object. */
  isElsewhere(gram: number, address: number): boolean {
    for (let slot = this.table.slotOf(gram); slot >= 0; slot = this.table.slotOf(gram, slot)) {
      const value = this.table.valueAt(slot);
      if (isCrowd(value) || addressOf(value) !== address) return true;
    }
    return false;
  }

  /** Whether a gram stands in very many places. */
  isCommon(gram: number): boolean {
    return this.crowdOf(gram) !== undefined;
  }

  private primaryCount(gram: number): number {
    let count = 0;
    for (let slot = this.table.slotOf(gram); slot >= 0; slot = this.table.slotOf(gram, slot)) {
      const value = this.table.valueAt(slot);
      if (isCrowd(value)) return (this.crowds.get(value) as Crowd).primaries;
      if (isPrimary(value)) count++;
    }
    return count;
  }

  /** The addresses for which a gram is a fingerprint. */
  private primariesOf(gram: number): number[] {
    const places = this.crowdOf(gram)?.places ?? this.valuesOf(gram);
    return places.filter(isPrimary).map(addressOf);
  }

  private hasMoreThan(gram: number, count: number): boolean {
    let slot = this.table.slotOf(gram);
    for (let i = 0; i < count && slot >= 0; i++) slot = this.table.slotOf(gram, slot);
    return slot >= 0;
  }

  private valuesOf(gram: number): number[] {
    const found: number[] = [];
    for (let slot = this.table.slotOf(gram); slot >= 0; slot = this.table.slotOf(gram, slot)) {
      found.push(this.table.valueAt(slot));
    }
    return found;
  }

  private crowdOf(gram: number): Crowd | undefined {
    if (this.crowds.size === 0) return undefined;
    const slot = this.table.slotOf(gram);
    return slot < 0 ? undefined : this.crowds.get(this.table.valueAt(slot));
  }

  private put(gram: number, place: number): void {
    this.onChange(gram);
    const crowd = this.crowdOf(gram);
    if (crowd) {
      const at = this.indexIn(crowd, place);
      if (!isBesideItself(crowd.places, at - 1, at, place)) crowd.distinct++;
      crowd.places.splice(at, 0, place);
      if (isPrimary(place)) crowd.primaries++;
      return;
    }
    this.table.add(gram, place);
    if (!this.hasMoreThan(gram, MOST_PLACES)) return;
    const values = this.valuesOf(gram);
    if (distinctIn(values) > MOST_PLACES) this.gather(gram, values);
  }

  /** Nothing happens if it is not there. */
  private take(gram: number, place: number): void {
    const crowd = this.crowdOf(gram);
    if (!crowd) {
      this.onChange(gram);
      this.table.remove(gram, place);
      return;
    }
    const at = this.indexIn(crowd, place);
    if (crowd.places[at] !== place) return;
    this.onChange(gram);
    crowd.places.splice(at, 1);
    if (!isBesideItself(crowd.places, at - 1, at, place)) crowd.distinct--;
    if (isPrimary(place)) crowd.primaries--;
    if (crowd.distinct <= MOST_PLACES) this.scatter(gram, crowd);
  }

  /** Makes a crowd of the places of a fingerprint. */
  private gather(gram: number, values: readonly number[]): void {
    for (const value of values) this.table.remove(gram, value);
    const id = 4 * this.nextCrowd++ + CROWD;
    const places = [...values].sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
    this.crowds.set(id, { gram, places, primaries: values.filter(isPrimary).length, distinct: distinctIn(values) });
    this.table.add(gram, id);
  }

  private scatter(gram: number, { places }: Crowd): void {
    const slot = this.table.slotOf(gram);
    const id = this.table.valueAt(slot);
    this.table.removeAt(slot);
    this.crowds.delete(id);
    for (const place of places) this.table.add(gram, place);
  }

  /** Where a place stands in a crowd, or would. Notes mostly come in order. */
  private indexIn({ places }: Crowd, place: number): number {
    let low = this.isBefore(places.at(-1) as number, place) ? places.length : 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(places[middle] as number, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBefore(place: number, other: number): boolean {
    const [a, b] = [addressOf(place), addressOf(other)];
    return a === b ? place < other : this.order.isBefore(a, b);
  }
}

function distinctIn(places: readonly number[]): number {
  return new Set(places.map(addressOf)).size;
}

/** Whether one of two neighbours in order has the address of a place. */
function isBesideItself(places: readonly number[], before: number, behind: number, place: number): boolean {
  return [places[before], places[behind]].some((other) => other !== undefined && addressOf(other) === addressOf(place));
}

/** The last two bits of what is in the table say what it is: a place by its address, or a crowd by its number. */
const PRIMARY = 1;
const SECONDARY = 2;
const CROWD = 3;

function primary(address: number): number {
  return 4 * address + PRIMARY;
}

function secondary(address: number): number {
  return 4 * address + SECONDARY;
}

function addressOf(place: number): number {
  return place >> 2;
}

function isPrimary(value: number): boolean {
  return (value & 3) === PRIMARY;
}

function isCrowd(value: number): boolean {
  return (value & 3) === CROWD;
}

/** Whether the grams around the places of a fingerprint with so many are kept. */
function isHelped(primaries: number): boolean {
  return primaries > MOST_PLACES && primaries <= MOST_HELPED;
}
