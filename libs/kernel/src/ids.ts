/** Random bytes are asked for this many ids at once: asking for sixteen bytes costs as much as asking for thousands. */
const IDS_AHEAD = 256;
const BYTES = 10;
const random = new Uint8Array(IDS_AHEAD * BYTES);
let used = random.length;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The place of ten random bytes that no id was made of. */
function freshBytes(): number {
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  used += BYTES;
  return used - BYTES;
}

/** A new uuid version 7 (RFC 9562): time-ordered, so that index pages fill from one side; 74 random bits, so nobody guesses one. */
export function newId(): string {
  const from = freshBytes();
  const hex = (at: number): string => HEX[random[from + at] ?? 0] ?? '';
  const millis = Date.now().toString(16).padStart(12, '0');
  const version = `7${hex(0).slice(1)}`;
  const variant = HEX[((random[from + 2] ?? 0) & 0x3f) | 0x80] ?? '';
  return `${millis.slice(0, 8)}-${millis.slice(8)}-${version}${hex(1)}-${variant}${hex(3)}-${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a uuid in lower case, of any version. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
