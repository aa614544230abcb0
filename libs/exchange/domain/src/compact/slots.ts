const FIRST_ROOM = 256;
/** Beyond this share of taken slots a search takes long. */
const FULLEST = 0.7;

/** Of each process, so that nobody can write a file whose texts all fall into one slot. */
const SEED = crypto.getRandomValues(new Int32Array(1))[0] ?? 0;

/** Adds a number to a hash of 32 bits. */
export function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

export const firstHash = (): number => SEED;

/** Spreads a hash over all its bits. */
export function spread(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return once ^ (once >>> 13);
}

/** The open slots of a hash table of which the entries stand elsewhere: four bytes a slot, holding an entry's place. */
export class Slots {
  private places = new Int32Array(FIRST_ROOM);
  private taken = 0;

  /** The place of the entry with this hash that `isIt`, or -1. */
  find(hash: number, isIt: (place: number) => boolean): number {
    const last = this.places.length - 1;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const place = (this.places[at] ?? 0) - 1;
      if (place === -1 || isIt(place)) return place;
    }
  }

  /** Takes a slot for an entry that `find` did not find. `hashAt` gives the hashes of those that are in. */
  add(hash: number, place: number, hashAt: (place: number) => number): void {
    if (this.taken >= this.places.length * FULLEST) this.widen(hashAt);
    this.put(hash, place);
    this.taken += 1;
  }

  private put(hash: number, place: number): void {
    const last = this.places.length - 1;
    let at = hash & last;
    while (this.places[at] !== 0) at = (at + 1) & last;
    this.places[at] = place + 1;
  }

  private widen(hashAt: (place: number) => number): void {
    const before = this.places;
    this.places = new Int32Array(before.length * 2);
    for (const taken of before) if (taken !== 0) this.put(hashAt(taken - 1), taken - 1);
  }
}
