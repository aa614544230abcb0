import { damaged } from './backup-error.js';

/** A piece of the inner text of a backup: a line of JSON about what follows, or rows as COPY writes them. */
export type Frame = { readonly kind: 'json'; readonly text: string; readonly bytes: Buffer } | { readonly kind: 'rows'; readonly bytes: Buffer };

const MARKS = { json: 'J', rows: 'D' } as const;
const NEW_LINE = 10;
/** Longer than any that is written; what claims more is no frame of ours. */
const LONGEST_FRAME = 64 * 1024 * 1024;
const LONGEST_HEAD = 20;

/** `J 17\n{"table":"means"}\n`: readable by eye, and its length is known before it is read. */
export function frameOf(kind: Frame['kind'], content: Buffer | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return Buffer.concat([Buffer.from(`${MARKS[kind]} ${bytes.length}\n`, 'latin1'), bytes, Buffer.from('\n', 'latin1')]);
}

/** Bytes that arrive in pieces of any size, taken out in the pieces that are asked for. */
class Inflow {
  private held: Buffer = Buffer.alloc(0);

  constructor(private readonly source: AsyncIterator<Buffer>) {}

  /** Makes sure of so many bytes; false where the source ends before. */
  async has(count: number): Promise<boolean> {
    const pieces = [this.held];
    let length = this.held.length;
    while (length < count) {
      const { value, done } = await this.source.next();
      if (done === true) break;
      pieces.push(value);
      length += value.length;
    }
    if (pieces.length > 1) this.held = Buffer.concat(pieces);
    return this.held.length >= count;
  }

  peek(): Buffer {
    return this.held;
  }

  take(count: number): Buffer {
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }
}

async function headOf(inflow: Inflow): Promise<{ readonly kind: Frame['kind']; readonly length: number; readonly size: number } | null> {
  if (!(await inflow.has(1))) return null;
  for (let wanted = 4; ; wanted += 1) {
    const isThere = await inflow.has(wanted);
    const end = inflow.peek().subarray(0, LONGEST_HEAD).indexOf(NEW_LINE);
    if (end >= 0) {
      const [, mark, digits] = /^([JD]) (\d{1,9})$/.exec(inflow.peek().toString('latin1', 0, end)) ?? [];
      const length = Number(digits);
      if (mark === undefined || length > LONGEST_FRAME) throw damaged('a piece of it does not begin as it should');
      return { kind: mark === 'J' ? 'json' : 'rows', length, size: end + 1 };
    }
    if (!isThere || wanted > LONGEST_HEAD) throw damaged('a piece of it does not begin as it should');
  }
}

/** Takes the inner text apart again. Throws BACKUP_DAMAGED where it is cut short or is none. */
export async function* framesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const inflow = new Inflow(source[Symbol.asyncIterator]());
  for (;;) {
    const head = await headOf(inflow);
    if (head === null) return;
    inflow.take(head.size);
    if (!(await inflow.has(head.length + 1))) throw damaged('it is cut short');
    const bytes = inflow.take(head.length);
    if (inflow.take(1)[0] !== NEW_LINE) throw damaged('a piece of it does not end as it should');
    yield head.kind === 'rows' ? { kind: 'rows', bytes } : { kind: 'json', bytes, text: bytes.toString('utf8') };
  }
}
