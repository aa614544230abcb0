/** Values that may be thrown away: when they take more bytes than they may, those that were not asked for longest go. */
export class LeastUsed<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** How much is kept. */
  get size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.kept.size, bytes: this.bytes };
  }

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** Keeps a value of so many bytes; one that fills half of the room alone is not kept. Returns whether it is. */
  keep(key: string, value: Value, bytes: number): boolean {
    this.drop(key);
    if (bytes > this.maxBytes / 2) return false;
    this.kept.set(key, { value, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
    return true;
  }

  drop(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.bytes -= found.bytes;
  }
}
