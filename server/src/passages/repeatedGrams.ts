import { NO_GRAM } from './grams';

/** Places of a gram up to which all are looked at. One in more is a stock phrase, or a passage that stands everywhere. */
export const MOST_PLACES = 8;

/**
 * The places of all grams that stand more than once, of a corpus that is all there. Grams are found by two passes over
 * two bit sets, one for what was met and one for what was met again, so that the many that stand once cost a bit each.
 */
export class RepeatedGrams {
  /** Addresses of the grams that stand more than once (and of a few that do not), rising. */
  readonly addresses: Int32Array;
  /** By index into `addresses`: the index of the same gram's place before, or -1. */
  private readonly previous: Int32Array;
  /** By index: the index of the gram's first place. */
  private readonly first: Int32Array;
  /** By the index of a first place: how many there are. */
  private readonly size: Int32Array;
  /** A bit by address: 1 where a gram with very many places begins. */
  private readonly common: Uint8Array;

  /** @param grams by address */
  constructor(grams: Int32Array) {
    this.addresses = addressesOfRepeated(grams);
    const { length } = this.addresses;
    this.previous = new Int32Array(length).fill(-1);
    this.first = new Int32Array(length);
    this.size = new Int32Array(length);
    this.common = new Uint8Array((grams.length >> 3) + 1);
    this.link(grams);
    for (let index = 0; index < length; index++) {
      if (this.isCrowded(index)) setBit(this.common, this.addresses[index] as number);
    }
  }

  /** Links the places of each gram, by a hash table from its gram to its first place and its latest. */
  private link(grams: Int32Array): void {
    const { addresses, previous, first, size } = this;
    const bits = bitsFor(SLOTS_A_GRAM * addresses.length);
    const firsts = new Int32Array(2 ** bits).fill(-1);
    const latest = new Int32Array(2 ** bits);
    const mask = 2 ** bits - 1;
    for (let index = 0; index < addresses.length; index++) {
      const gram = grams[addresses[index] as number] as number;
      let slot = Math.imul(gram, 0x9e3779b1) >>> (32 - bits);
      let start = firsts[slot] as number;
      while (start >= 0 && grams[addresses[start] as number] !== gram) {
        slot = (slot + 1) & mask;
        start = firsts[slot] as number;
      }
      if (start < 0) {
        firsts[slot] = index;
        start = index;
      } else previous[index] = latest[slot] as number;
      latest[slot] = index;
      first[index] = start;
      size[start] = (size[start] as number) + 1;
    }
  }

  /** Whether a gram that very many places have begins at an address. */
  isCommon(address: number): boolean {
    return ((this.common[address >> 3] as number) & (1 << (address & 7))) !== 0;
  }

  /**
   * The addresses before one at which the same gram stands: all, the latest first; of a gram in very many places the
   * first.
   * @param index of the address
   */
  placesBefore(index: number): readonly number[] {
    let before = this.isCrowded(index) ? (this.first[index] as number) : (this.previous[index] as number);
    if (before < 0 || before === index) return NONE;
    const places: number[] = [];
    for (; before >= 0; before = this.previous[before] as number) places.push(this.addresses[before] as number);
    return places;
  }

  private isCrowded(index: number): boolean {
    return (this.size[this.first[index] as number] as number) > MOST_PLACES;
  }
}

/** Addresses whose grams stand more than once; a few that only share their bit with others are among them. */
function addressesOfRepeated(grams: Int32Array): Int32Array {
  const bits = bitsFor(BITS_A_GRAM * grams.length);
  const met = new Uint8Array(2 ** (bits - 3));
  const metAgain = new Uint8Array(2 ** (bits - 3));
  const shift = 32 - bits;
  let most = 0;
  for (let address = 0; address < grams.length; address++) {
    const gram = grams[address] as number;
    if (gram === NO_GRAM) continue;
    const at = gram >>> shift;
    const bit = 1 << (at & 7);
    if (((met[at >> 3] as number) & bit) !== 0) {
      metAgain[at >> 3] = (metAgain[at >> 3] as number) | bit;
      most += 2;
    } else met[at >> 3] = (met[at >> 3] as number) | bit;
  }
  const found = new Int32Array(Math.min(most, grams.length));
  let count = 0;
  for (let address = 0; address < grams.length; address++) {
    const gram = grams[address] as number;
    if (gram === NO_GRAM) continue;
    const at = gram >>> shift;
    if (((metAgain[at >> 3] as number) & (1 << (at & 7))) !== 0) found[count++] = address;
  }
  return found.subarray(0, count);
}

/** With so many bits for each gram, about one in eight that stand once shares its bit with another. */
const BITS_A_GRAM = 8;

/** Slots of the hash table for each gram in it, at least. */
const SLOTS_A_GRAM = 1.4;

/** Bits of an index that tells so many things apart. */
function bitsFor(count: number): number {
  return Math.min(31, Math.max(4, Math.ceil(Math.log2(Math.max(1, count)))));
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
}

const NONE: readonly number[] = [];
