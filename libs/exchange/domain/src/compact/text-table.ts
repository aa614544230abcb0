import { IntList } from './int-list.js';
import { firstHash, mixed, Slots, spread } from './slots.js';
import { TextStore } from './text-store.js';

function hashOf(text: string): number {
  let hash = firstHash();
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return spread(hash);
}

/** Texts, each once and numbered from 0 in the order in which they came. */
export class TextTable {
  private readonly texts = new TextStore();
  private readonly hashes = new IntList();
  private readonly slots = new Slots();

  get size(): number {
    return this.texts.size;
  }

  /** The number of a text, or -1 where it is not in. */
  find(text: string): number {
    return this.search(text, hashOf(text));
  }

  /** The number of a text, which is added where it is not in. */
  numberOf(text: string): number {
    const hash = hashOf(text);
    const known = this.search(text, hash);
    return known === -1 ? this.add(text, hash) : known;
  }

  /** The text with a number below the size. */
  textOf(number: number): string {
    return this.texts.textOf(number);
  }

  private search(text: string, hash: number): number {
    return this.slots.find(hash, (place) => this.hashes.at(place) === hash && this.texts.isText(place, text));
  }

  private add(text: string, hash: number): number {
    const number = this.texts.push(text);
    this.hashes.push(hash);
    this.slots.add(hash, number, (place) => this.hashes.at(place));
    return number;
  }
}
