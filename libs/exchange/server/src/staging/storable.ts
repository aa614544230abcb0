const UNSTORABLE = /[\0\ud800-\udfff]/gu;
/** How JSON writes a NUL, or half of a character. */
const WRITTEN = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** A text that PostgreSQL keeps: a NUL, and half of a character where a long text was cut in the middle of it, become U+FFFD. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/** A value as JSON that PostgreSQL keeps. What holds neither, and that is nearly everything, costs one look. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return WRITTEN.test(json) ? JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storableText(inner) : inner)) : json;
}
