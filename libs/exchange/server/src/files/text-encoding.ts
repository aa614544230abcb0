/** How the bytes of a text file are read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const NUL_SHARE = 0.3;

function byMark(bytes: Uint8Array): { encoding: TextEncoding; mark: number } | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  return a === 0xfe && b === 0xff ? { encoding: 'utf-16be', mark: 2 } : null;
}

/** Without a mark, Latin text in two-byte units shows as a NUL beside nearly every letter. */
function byNuls(bytes: Uint8Array): TextEncoding | null {
  const half = Math.floor(Math.min(bytes.length, 4096) / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < half; at += 1) {
    if (bytes[2 * at] === 0) even += 1;
    if (bytes[2 * at + 1] === 0) odd += 1;
  }
  if (half < 2) return null;
  if (odd > half * NUL_SHARE && even < half * 0.05) return 'utf-16le';
  return even > half * NUL_SHARE && odd < half * 0.05 ? 'utf-16be' : null;
}

/** A decoder for a stream: UTF-8 until a byte proves otherwise, then Windows-1252, unless a mark or NULs say UTF-16. */
export interface TextStream {
  decode(chunk: Uint8Array, isLast: boolean): string;
  encoding(): TextEncoding;
}

/** How many bytes at the end of a chunk belong to a character that is not whole yet. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function createUtf8OrLatin(): TextStream {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const latin = new TextDecoder('windows-1252');
  let encoding: TextEncoding = 'utf-8';
  let rest: Uint8Array = new Uint8Array();
  return {
    encoding: () => encoding,
    decode(chunk, isLast) {
      const bytes = Buffer.concat([rest, chunk]);
      const cut = isLast || encoding !== 'utf-8' ? bytes.length : bytes.length - unfinished(bytes);
      rest = bytes.subarray(cut);
      if (encoding === 'utf-8') {
        try {
          return utf8.decode(bytes.subarray(0, cut));
        } catch {
          encoding = 'windows-1252';
        }
      }
      return latin.decode(bytes.subarray(0, cut));
    },
  };
}

/** Chooses the decoder from the first chunk, which must hold at least the first few bytes of the file. */
export function createTextStream(first: Uint8Array): { stream: TextStream; mark: number } {
  const marked = byMark(first);
  const encoding = marked?.encoding ?? byNuls(first);
  if (encoding === null || encoding === 'utf-8') return { stream: createUtf8OrLatin(), mark: marked?.mark ?? 0 };
  const decoder = new TextDecoder(encoding);
  return { stream: { encoding: () => encoding, decode: (chunk, isLast) => decoder.decode(chunk, { stream: !isLast }) }, mark: marked?.mark ?? 0 };
}
