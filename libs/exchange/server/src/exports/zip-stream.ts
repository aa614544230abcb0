import { crc32, createDeflateRaw } from 'node:zlib';

/** One part of a package: bytes known at once and stored as they are, or text that is packed while it is made. */
export type ZipPart = { readonly name: string; readonly stored: string } | { readonly name: string; readonly packed: Iterable<string> | AsyncIterable<string> };

interface Packed {
  readonly name: Buffer;
  readonly offset: number;
  readonly isStored: boolean;
  checksum: number;
  packedSize: number;
  size: number;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the part (bit 3), names are UTF-8 (bit 11). */
const STREAMED = 0x0808;
const NAMED = 0x0800;
/** 1 January 1980: no time of making stands in the file, so that the same list gives the same file. */
const FIRST_DAY = 0x21;

function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((size, [bytes]) => size + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = bytes === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at);
  return buffer;
}

/** The fields that a part's own header and the directory at the end share. */
function shared({ isStored, checksum, packedSize, size, name }: Packed): Buffer {
  const flags = isStored ? NAMED : STREAMED;
  return numbers([2, VERSION], [2, flags], [2, isStored ? 0 : 8], [2, 0], [2, FIRST_DAY], [4, checksum], [4, packedSize], [4, size], [2, name.length], [2, 0]);
}

const localHeader = (part: Packed): Buffer => Buffer.concat([numbers([4, LOCAL]), shared(part), part.name]);

function centralHeader(part: Packed): Buffer {
  return Buffer.concat([numbers([4, CENTRAL], [2, VERSION]), shared(part), numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, part.offset]), part.name]);
}

async function* packedBytes(part: Packed, texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw();
  const feeding = (async () => {
    for await (const text of texts) {
      const bytes = Buffer.from(text, 'utf8');
      part.checksum = crc32(bytes, part.checksum);
      part.size += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  })();
  feeding.catch((error: unknown) => deflate.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const bytes of deflate as AsyncIterable<Buffer>) {
    part.packedSize += bytes.length;
    yield bytes;
  }
  await feeding;
}

async function* partBytes(entry: Packed, part: ZipPart): AsyncGenerator<Buffer> {
  if ('stored' in part) {
    const bytes = Buffer.from(part.stored, 'utf8');
    Object.assign(entry, { checksum: crc32(bytes), size: bytes.length, packedSize: bytes.length });
    yield localHeader(entry);
    yield bytes;
    return;
  }
  yield localHeader(entry);
  yield* packedBytes(entry, part.packed);
  yield numbers([4, DESCRIPTOR], [4, entry.checksum], [4, entry.packedSize], [4, entry.size]);
}

/** Writes a zip while its parts are made, so that memory does not grow with them. */
export async function* zipStream(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const entries: Packed[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry: Packed = { name: Buffer.from(part.name), offset, isStored: 'stored' in part, checksum: 0, packedSize: 0, size: 0 };
    entries.push(entry);
    for await (const bytes of partBytes(entry, part)) {
      offset += bytes.length;
      yield bytes;
    }
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  yield directory;
  yield numbers([4, END], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, offset], [2, 0]);
}
