/** Share of the slots that is filled before a table grows, and by how much it grows. */
const FULLEST = 0.85;
const GROWTH = 1.25;

/** Stands for a slot that holds nothing: no key is looked up that is 0. */
const EMPTY = 0;

/**
 * Keys with the values they have, several for a key: an open hash table with linear probing in two typed arrays, about
 * ten bytes a value. (Knuth, The Art of Computer
 * Programming 3, 6.4, algorithms L and R; the latter closes the gap that a removal leaves.)
 */
export class PlaceTable {
  private keys: Int32Array;
  private values: Int32Array;
  private count = 0;

  /** @param capacity values that are expected; more may come */
  constructor(capacity = 16) {
    const slots = Math.ceil(Math.max(16, capacity) / FULLEST) + 1;
    this.keys = new Int32Array(slots);
    this.values = new Int32Array(slots);
  }

  /** Bytes of memory that it takes. */
  get bytes(): number {
    return this.keys.byteLength + this.values.byteLength;
  }

  /** @param key any but 0 */
  add(key: number, value: number): void {
    if (this.count + 1 > this.keys.length * FULLEST) this.grow();
    this.put(key, value);
    this.count++;
  }

  /** The slot of the first value of a key, or of the one behind a slot; -1 where there is none. */
  slotOf(key: number, behind = -1): number {
    const { keys } = this;
    let slot = behind < 0 ? this.home(key) : this.next(behind);
    for (; keys[slot] !== EMPTY; slot = this.next(slot)) if (keys[slot] === key) return slot;
    return -1;
  }

  valueAt(slot: number): number {
    return this.values[slot] as number;
  }

  setValueAt(slot: number, value: number): void {
    this.values[slot] = value;
  }

  /** Takes a value of a key away; nothing happens if it is not there. */
  remove(key: number, value: number): void {
    let slot = this.slotOf(key);
    while (slot >= 0 && this.values[slot] !== value) slot = this.slotOf(key, slot);
    if (slot >= 0) this.removeAt(slot);
  }

  /** Takes what stands in a slot away. Other values may move to other slots. */
  removeAt(slot: number): void {
    const { keys, values } = this;
    this.count--;
    let gap = slot;
    for (let at = this.next(gap); keys[at] !== EMPTY; at = this.next(at)) {
      const home = this.home(keys[at] as number);
      // It may move up unless its home lies behind the gap.
      const isBehind = gap < at ? gap < home && home <= at : gap < home || home <= at;
      if (isBehind) continue;
      keys[gap] = keys[at] as number;
      values[gap] = values[at] as number;
      gap = at;
    }
    keys[gap] = EMPTY;
  }

  private home(key: number): number {
    // Fingerprints are minima, so that most of them are small: spread over all numbers again.
    return Math.floor((Math.imul(key, 0x9e3779b1) >>> 0) * (this.keys.length / 2 ** 32));
  }

  private next(slot: number): number {
    return slot + 1 === this.keys.length ? 0 : slot + 1;
  }

  private put(key: number, value: number): void {
    let slot = this.home(key);
    while (this.keys[slot] !== EMPTY) slot = this.next(slot);
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  private grow(): void {
    const { keys, values } = this;
    const slots = Math.ceil(keys.length * GROWTH) + 16;
    this.keys = new Int32Array(slots);
    this.values = new Int32Array(slots);
    for (let slot = 0; slot < keys.length; slot++) {
      if (keys[slot] !== EMPTY) this.put(keys[slot] as number, values[slot] as number);
    }
  }
}
