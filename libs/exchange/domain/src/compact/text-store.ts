import { IntList } from './int-list.js';

const BLOCK = 64 * 1024;
const MOST_ARGUMENTS = 4096;

function isNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}

/**
 * Texts numbered from 0 in the order in which they came, as bytes outside the heap of objects: a file may hold hundreds of thousands of names and numbers, and
 * each as a string of its own costs ten times its letters and is gone over by every collection.
 */
export class TextStore {
  private readonly blocks: Uint8Array[] = [];
  private end = BLOCK;
  private readonly starts = new IntList();
  /** Its characters; below nothing where each takes two bytes. */
  private readonly lengths = new IntList();

  get size(): number {
    return this.starts.length;
  }

  /** Adds a text; answers its number. */
  push(text: string): number {
    const step = isNarrow(text) ? 1 : 2;
    const block = this.roomFor(text.length * step);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      block[this.end + at * step] = code & 0xff;
      if (step === 2) block[this.end + at * step + 1] = code >>> 8;
    }
    this.lengths.push(step === 1 ? text.length : -text.length);
    const number = this.starts.push((this.blocks.length - 1) * BLOCK + this.end);
    this.end += text.length * step;
    return number;
  }

  /** Whether it is the text with a number below the size. */
  isText(number: number, text: string): boolean {
    const length = this.lengths.at(number);
    if (Math.abs(length) !== text.length) return false;
    const step = length < 0 ? 2 : 1;
    const start = this.starts.at(number);
    const block = this.blockOf(start);
    for (let at = 0, byte = start % BLOCK; at < text.length; at += 1, byte += step) {
      const code = text.charCodeAt(at);
      if (block[byte] !== (code & 0xff) || (step === 1 ? code > 0xff : block[byte + 1] !== code >>> 8)) return false;
    }
    return true;
  }

  /** The text with a number below the size. */
  textOf(number: number): string {
    const length = this.lengths.at(number);
    const start = this.starts.at(number);
    const [block, from] = [this.blockOf(start), start % BLOCK];
    const codes = length < 0 ? Uint16Array.from({ length: -length }, (_, at) => (block[from + 2 * at] ?? 0) | ((block[from + 2 * at + 1] ?? 0) << 8)) : block.subarray(from, from + length);
    // `apply` takes an array of bytes as it is; spread would walk it one by one, ten times as slow.
    if (codes.length <= MOST_ARGUMENTS) return String.fromCharCode.apply(null, codes as unknown as number[]);
    let text = '';
    for (let at = 0; at < codes.length; at += MOST_ARGUMENTS) text += String.fromCharCode.apply(null, codes.subarray(at, at + MOST_ARGUMENTS) as unknown as number[]);
    return text;
  }

  private blockOf(start: number): Uint8Array {
    return this.blocks[Math.floor(start / BLOCK)] ?? new Uint8Array();
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
