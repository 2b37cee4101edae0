/** Share of the slots that is filled before a table grows, and by how much it grows. */
const FULLEST = 0.75;
const GROWTH = 1.25;

/** Stands for a slot that holds nothing. */
const EMPTY = 0;

/** Slots at first, for a note of usual length: while a server starts, each slot moved costs a hundred times what it does later. */
const FEWEST_SLOTS = 8192;

/** Bits of a slot that values have at first. */
const FEWEST_BITS = 16;

/**
 * Values that are found by their keys, several by a key: an open hash table with linear probing in one typed array. The
 * keys are not in it, so that a value takes about six bytes: the key of a value is asked for when it is needed. It
 * seldom is, since the bits that values leave free in a slot hold the last bits of the key. (Knuth, The Art of Computer
 * Programming 3, 6.4, algorithms L and R; the latter closes the gap that a removal leaves.)
 */
export class PlaceTable {
  private slots = new Int32Array(FEWEST_SLOTS);
  private count = 0;
  private bits = FEWEST_BITS;
  private mask = 2 ** FEWEST_BITS - 1;

  /** @param keyOf the key of a value, as long as it is in the table */
  constructor(private readonly keyOf: (value: number) => number) {}

  /** Bytes of memory that it takes. */
  get bytes(): number {
    return this.slots.byteLength;
  }

  /** @param value from 1 to 2^31 - 1 */
  add(key: number, value: number): void {
    const isFull = this.count + 1 > this.slots.length * FULLEST;
    if (isFull || value > this.mask) this.rebuild(isFull, Math.max(this.bits, 32 - Math.clz32(value)));
    this.put(key, value);
    this.count++;
  }

  /** The slot of the first value of a key, or of the one behind a slot; -1 where there is none. */
  slotOf(key: number, behind = -1): number {
    const { slots, bits } = this;
    const tag = this.tagOf(key);
    const { length } = slots;
    let at = behind < 0 ? this.home(key) : this.next(behind);
    for (let slot = slots[at] as number; slot !== EMPTY; slot = slots[at] as number) {
      if (slot >>> bits === tag && this.keyOf(this.valueAt(at)) === key) return at;
      at = at + 1 === length ? 0 : at + 1;
    }
    return -1;
  }

  valueAt(slot: number): number {
    return (this.slots[slot] as number) & this.mask;
  }

  /** Takes a value of a key away; nothing happens if it is not there. */
  remove(key: number, value: number): void {
    const { slots } = this;
    let slot = this.home(key);
    while (slots[slot] !== EMPTY && this.valueAt(slot) !== value) slot = this.next(slot);
    if (slots[slot] !== EMPTY) this.removeAt(slot);
  }

  /** Takes what stands in a slot away. Other values may move to other slots. */
  removeAt(slot: number): void {
    const { slots } = this;
    this.count--;
    let gap = slot;
    for (let at = this.next(gap); slots[at] !== EMPTY; at = this.next(at)) {
      const home = this.home(this.keyOf(this.valueAt(at)));
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

  /** The last bits of a key, as many as there is room for. */
  private tagOf(key: number): number {
    return key & ((1 << (32 - this.bits)) - 1);
  }

  private next(slot: number): number {
    return slot + 1 === this.slots.length ? 0 : slot + 1;
  }

  private put(key: number, value: number): void {
    let slot = this.home(key);
    while (this.slots[slot] !== EMPTY) slot = this.next(slot);
    this.slots[slot] = (this.tagOf(key) << this.bits) | value;
  }

  private rebuild(isGrown: boolean, bits: number): void {
    const { slots, mask } = this;
    this.slots = new Int32Array(isGrown ? Math.ceil(slots.length * GROWTH) + 16 : slots.length);
    this.bits = bits;
    this.mask = 2 ** bits - 1;
    for (const slot of slots) if (slot !== EMPTY) this.put(this.keyOf(slot & mask), slot & mask);
  }
}
