/** One value of an entry, before and after; null where there was or is none. */
export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in words: lists joined, objects as their parts. */
function written(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => written(each) ?? '').join(', ');
  if (isRecord(value)) return Object.entries(value).map(([key, each]) => `${key}: ${written(each) ?? '-'}`).join(', ');
  return String(value);
}

function readPayload(payload: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(payload);
    return isRecord(read) ? read : {};
  } catch {
    return {};
  }
}

/** What an entry changed. Only the fields that differ where it has a before and an after; all its facts otherwise. */
export function differencesOf(payload: string): Difference[] {
  const read = readPayload(payload);
  const { before, after } = read;
  if (!isRecord(before) && !isRecord(after)) return Object.entries(read).map(([field, value]) => ({ field, before: null, after: written(value) })).filter(({ after: now }) => now !== null);
  const was = isRecord(before) ? before : {};
  const is = isRecord(after) ? after : {};
  const fields = [...new Set([...Object.keys(is), ...Object.keys(was).filter((field) => after === null || field in is)])];
  return fields.map((field) => ({ field, before: written(was[field]), after: written(is[field]) })).filter((each) => each.before !== each.after);
}
