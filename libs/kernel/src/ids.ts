/** A new uuid version 7 (RFC 9562): time-ordered, so that index pages fill from one side; 74 random bits, so nobody guesses one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const millis = Date.now();
  view.setUint32(0, Math.floor(millis / 0x1_0000));
  view.setUint16(4, millis % 0x1_0000);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a uuid in lower case, of any version. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
