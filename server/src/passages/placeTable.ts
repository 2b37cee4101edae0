/** Share of the slots that is filled before a table grows, and by how much it grows. */
const FULLEST = 0.75;
const GROWTH = 1.25;

/** Stands for a slot that holds nothing. */
const EMPTY = 0;

/**
 * Values that are found by their keys, several by a key: an open hash table with linear probing in one typed array. The
 * keys are not in it: the key of a value is asked for when it is needed, so that a value takes about six bytes. (Knuth,
 * The Art of Computer Programming 3, 6.4, algorithms L and R; the latter closes the gap that a removal leaves.)
 */
export class PlaceTable {
  private slots = new Int32Array(32);
  private count = 0;

  /** @param keyOf the key of a value, as long as it is in the table */
  constructor(private readonly keyOf: (value: number) => number) {}

  /** Bytes of memory that it takes. */
  get bytes(): number {
    return this.slots.byteLength;
  }

  /** @param value any but 0 */
  add(key: number, value: number): void {
    if (this.count + 1 > this.slots.length * FULLEST) this.grow();
    this.put(key, value);
    this.count++;
  }

  /** The slot of the first value of a key, or of the one behind a slot; -1 where there is none. */
  slotOf(key: number, behind = -1): number {
    const { slots } = this;
    let slot = behind < 0 ? this.home(key) : this.next(behind);
    for (; slots[slot] !== EMPTY; slot = this.next(slot)) if (this.keyOf(slots[slot] as number) === key) return slot;
    return -1;
  }

  valueAt(slot: number): number {
    return this.slots[slot] as number;
  }

  /** Takes a value of a key away; nothing happens if it is not there. */
  remove(key: number, value: number): void {
    const { slots } = this;
    let slot = this.home(key);
    while (slots[slot] !== EMPTY && slots[slot] !== value) slot = this.next(slot);
    if (slots[slot] === value) this.removeAt(slot);
  }

  /** Takes what stands in a slot away. Other values may move to other slots. */
  removeAt(slot: number): void {
    const { slots } = this;
    this.count--;
    let gap = slot;
    for (let at = this.next(gap); slots[at] !== EMPTY; at = this.next(at)) {
      const home = this.home(this.keyOf(slots[at] as number));
      // It may move up unless its home lies behind the gap.
      const isBehind = gap < at ? gap < home && home <= at : gap < home || home <= at;
      if (isBehind) continue;
      slots[gap] = slots[at] as number;
      gap = at;
    }
    slots[gap] = EMPTY;
  }

  private home(key: number): number {
    // Fingerprints are minima, so that most of them are small: spread over all numbers again.
    return Math.floor((Math.imul(key, 0x9e3779b1) >>> 0) * (this.slots.length / 2 ** 32));
  }

  private next(slot: number): number {
    return slot + 1 === this.slots.length ? 0 : slot + 1;
  }

  private put(key: number, value: number): void {
    let slot = this.home(key);
    while (this.slots[slot] !== EMPTY) slot = this.next(slot);
    this.slots[slot] = value;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(Math.ceil(slots.length * GROWTH) + 16);
    for (const value of slots) if (value !== EMPTY) this.put(this.keyOf(value), value);
  }
}
