import { IntList } from './int-list.js';
import { firstHash, mixed, Slots, spread } from './slots.js';

const BLOCK = 64 * 1024;
const MOST_ARGUMENTS = 4096;

function hashOf(text: string): number {
  let hash = firstHash();
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return spread(hash);
}

function isNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}

/** Where a text stands: its block, its first byte there, and its bytes, two for each character where one is not enough. */
interface Stretch {
  readonly block: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly step: 1 | 2;
}

/**
 * Texts, each once and numbered from 0 in the order in which they came, as bytes outside the heap of objects: a file may hold hundreds of
 * thousands of names and numbers, and each as a string of its own, in a map, costs ten times its letters and is gone over by every collection.
 */
export class TextTable {
  private readonly blocks: Uint8Array[] = [];
  private end = BLOCK;
  private readonly starts = new IntList();
  /** Its characters; below nothing where each takes two bytes. */
  private readonly lengths = new IntList();
  private readonly hashes = new IntList();
  private readonly slots = new Slots();

  get size(): number {
    return this.starts.length;
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
    const { block, from, to, step } = this.stretchOf(number);
    const codes = step === 1 ? block.subarray(from, to) : Uint16Array.from({ length: (to - from) / 2 }, (_, at) => (block[from + 2 * at] ?? 0) | ((block[from + 2 * at + 1] ?? 0) << 8));
    let text = '';
    // `apply` takes an array of bytes as it is; spread would walk it one by one, ten times as slow.
    for (let at = 0; at < codes.length; at += MOST_ARGUMENTS) text += String.fromCharCode.apply(null, codes.subarray(at, at + MOST_ARGUMENTS) as unknown as number[]);
    return text;
  }

  private search(text: string, hash: number): number {
    return this.slots.find(hash, (place) => this.hashes.at(place) === hash && this.isText(place, text));
  }

  private isText(number: number, text: string): boolean {
    if (Math.abs(this.lengths.at(number)) !== text.length) return false;
    const { block, from, step } = this.stretchOf(number);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const byte = from + at * step;
      if (block[byte] !== (code & 0xff) || (step === 1 ? code > 0xff : block[byte + 1] !== code >>> 8)) return false;
    }
    return true;
  }

  private stretchOf(number: number): Stretch {
    const [start, length] = [this.starts.at(number), this.lengths.at(number)];
    const from = start % BLOCK;
    const step = length < 0 ? 2 : 1;
    return { block: this.blocks[Math.floor(start / BLOCK)] ?? new Uint8Array(), from, to: from + Math.abs(length) * step, step };
  }

  private add(text: string, hash: number): number {
    const step = isNarrow(text) ? 1 : 2;
    const block = this.roomFor(text.length * step);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      block[this.end + at * step] = code & 0xff;
      if (step === 2) block[this.end + at * step + 1] = code >>> 8;
    }
    const number = this.starts.push((this.blocks.length - 1) * BLOCK + this.end);
    this.lengths.push(step === 1 ? text.length : -text.length);
    this.hashes.push(hash);
    this.end += text.length * step;
    this.slots.add(hash, number, (place) => this.hashes.at(place));
    return number;
  }

  /** The block that the next text goes into, from its end on. A text never stands in two; one that is longer has a block of its own. */
  private roomFor(bytes: number): Uint8Array {
    const last = this.blocks.at(-1);
    if (last !== undefined && this.end + bytes <= BLOCK) return last;
    const block = new Uint8Array(Math.max(BLOCK, bytes));
    this.blocks.push(block);
    this.end = 0;
    return block;
  }
}
