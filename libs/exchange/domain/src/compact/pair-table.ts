import { IntList } from './int-list.js';
import { firstHash, mixed, Slots, spread } from './slots.js';

const hashOf = (one: number, other: number): number => spread(mixed(mixed(firstHash(), one), other));

/** Pairs of whole numbers, each once and numbered from 0 in the order in which they came. */
export class PairTable {
  private readonly ones = new IntList();
  private readonly others = new IntList();
  private readonly slots = new Slots();

  get size(): number {
    return this.ones.length;
  }

  /** The number of a pair, or -1 where it is not in. */
  find(one: number, other: number): number {
    return this.slots.find(hashOf(one, other), (place) => this.ones.at(place) === one && this.others.at(place) === other);
  }

  /** Adds a pair that is not in; answers its number. */
  add(one: number, other: number): number {
    const place = this.ones.push(one);
    this.others.push(other);
    this.slots.add(hashOf(one, other), place, (known) => hashOf(this.ones.at(known), this.others.at(known)));
    return place;
  }
}
