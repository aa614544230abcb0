import { IntList } from './int-list.js';

const END = -1;

/** A list of row numbers for each of many things, eight bytes a row, in the order in which they came. */
export class RowLists {
  private readonly firsts = new IntList();
  private readonly lasts = new IntList();
  private readonly rows = new IntList();
  private readonly nexts = new IntList();

  /** Starts the list of the next thing with its first row. */
  start(row: number): void {
    const place = this.put(row);
    this.firsts.push(place);
    this.lasts.push(place);
  }

  /** Adds a row, but not the same twice in a row. */
  add(thing: number, row: number): void {
    const last = this.lasts.at(thing);
    if (this.rows.at(last) === row) return;
    const place = this.put(row);
    this.nexts.set(last, place);
    this.lasts.set(thing, place);
  }

  firstOf(thing: number): number {
    return this.rows.at(this.firsts.at(thing));
  }

  listOf(thing: number): number[] {
    const list: number[] = [];
    for (let at = this.firsts.at(thing); at !== END; at = this.nexts.at(at)) list.push(this.rows.at(at));
    return list;
  }

  private put(row: number): number {
    this.nexts.push(END);
    return this.rows.push(row);
  }
}
