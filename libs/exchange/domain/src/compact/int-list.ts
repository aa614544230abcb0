const FIRST_ROOM = 64;

/** Whole numbers of 32 bits by their place, four bytes each: what a list of objects needs thirty times the room for. */
export class IntList {
  private values = new Int32Array(FIRST_ROOM);
  length = 0;

  /** Adds a number; answers its place. */
  push(value: number): number {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }

  /** The number at a place below the length. */
  at(place: number): number {
    return this.values[place] ?? 0;
  }

  set(place: number, value: number): void {
    this.values[place] = value;
  }
}
