import { CANS, type Can, MAYS, type May, RIGHT_STATUSES, type RightStatus } from '@ketenregie/access-domain';
import { type CalendarDate, calendarDate, daysBetween } from '@ketenregie/kernel';

/** A view of the list: a status, or what is no status but must not wait. */
export type AccessView = RightStatus | 'can-may-not';

/** Which rows of a listing are shown; what is absent is no limit. */
export interface ViewFilter {
  readonly cans?: readonly Can[];
  readonly mays?: readonly May[];
  readonly statuses?: readonly RightStatus[];
}

/** Where a row stands: day of the end or `NEVER`, company, person, service. */
export type ListingPlace = readonly [endsOn: string, companyId: string, personId: string, serviceKey: string];

/** Of a row: what it is about. */
export interface Triple {
  readonly companyId: string;
  readonly personId: string;
  readonly serviceKey: string;
}

export const NEVER = 'infinity';

const EPOCH = calendarDate('1970-01-01');
const DAY_OFFSET = 1_000_000;
const NO_END = 0x7fffffff;

// The parts of a record: end, company, person, number of the service, and what the views ask for. In this order bytes sort as the list does.
const [COMPANY_AT, PERSON_AT, SERVICE_AT, MARKS_AT, RECORD_BYTES] = [4, 20, 36, 38, 40];

const quotedPlace = (column: string, words: readonly string[]): string => `array_position(array[${words.map((word) => `'${word}'`).join(', ')}], ${column}) - 1`;

/** One row of `best` (alias `b`) as a record. */
export const RECORD_SQL = `int4send(coalesce(b.ends_on - date '${EPOCH}' + ${DAY_OFFSET}, ${NO_END})) || uuid_send(b.company_id) || uuid_send(b.person_id) || int2send(b.service_no::int2)
  || int2send(((${quotedPlace('b.status', RIGHT_STATUSES)}) * 16 + (${quotedPlace('b.can', CANS)}) * 4 + ${quotedPlace('b.may', MAYS)})::int2)`;

const MARKS = RIGHT_STATUSES.length * 16;

interface Marks {
  readonly status: RightStatus;
  readonly can: Can;
  readonly may: May;
}

const marksOf = (marks: number): Marks => ({ status: RIGHT_STATUSES[marks >> 4] as RightStatus, can: CANS[(marks >> 2) & 3] as Can, may: MAYS[marks & 3] as May });

const has = <Word>(words: readonly Word[] | undefined, word: Word): boolean => words === undefined || words.includes(word);

/** For each combination of marks whether a view shows it. */
function shownMarks({ cans, mays, statuses }: ViewFilter): readonly boolean[] {
  return Array.from({ length: MARKS }, (_, marks) => {
    const { status, can, may } = marksOf(marks);
    return has(statuses, status) && has(cans, can) && has(mays, may);
  });
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idText = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** All rows of a list in their order, 40 bytes each: enough to count its views, and to know which rows a page shows. */
export class Listing {
  private readonly counts = new Uint32Array(MARKS);

  /** `services`: the keys by their numbers, from 1, in the order of their bytes. */
  constructor(
    private readonly records: Buffer,
    private readonly services: readonly string[],
  ) {
    for (let at = MARKS_AT; at < records.length; at += RECORD_BYTES) this.counts[records.readUInt16BE(at)] = (this.counts[records.readUInt16BE(at)] ?? 0) + 1;
  }

  get bytes(): number {
    return this.records.length + 64 * this.services.length + 4 * MARKS;
  }

  /** How many rows a view shows. */
  count(view: ViewFilter): number {
    return shownMarks(view).reduce((sum, isShown, marks) => (isShown ? sum + (this.counts[marks] ?? 0) : sum), 0);
  }

  /** The rows of each view that has any, by name. */
  viewCounts(): { readonly view: AccessView; readonly count: number }[] {
    const views: (readonly [AccessView, ViewFilter])[] = [...RIGHT_STATUSES.map((status) => [status, { statuses: [status] }] as const), ['can-may-not', { cans: ['yes'], mays: ['no'] }]];
    return views.map(([view, filter]) => ({ view, count: this.count(filter) })).filter(({ count }) => count > 0).toSorted((a, b) => (a.view < b.view ? -1 : 1));
  }

  /** The rows that a view shows after a place, so many at most. */
  slice(view: ViewFilter, { after, first }: { readonly after: ListingPlace | null; readonly first: number }): Triple[] {
    const isShown = shownMarks(view);
    const found: Triple[] = [];
    for (let at = after === null ? 0 : this.startAfter(after); at < this.records.length && found.length < first; at += RECORD_BYTES) {
      if (isShown[this.records.readUInt16BE(at + MARKS_AT)] === true) found.push(this.tripleAt(at));
    }
    return found;
  }

  private tripleAt(at: number): Triple {
    const hex = this.records.toString('hex', at + COMPANY_AT, at + SERVICE_AT);
    return { companyId: idText(hex.slice(0, 32)), personId: idText(hex.slice(32)), serviceKey: this.services[this.records.readUInt16BE(at + SERVICE_AT) - 1] ?? '' };
  }

  /** Where the first record after a place begins; the place itself need not be there any more. */
  private startAfter([endsOn, companyId, personId, serviceKey]: ListingPlace): number {
    const probe = Buffer.alloc(MARKS_AT);
    const days = endsOn === NEVER ? NO_END : daysBetween(EPOCH, endsOn as CalendarDate) + DAY_OFFSET;
    probe.writeInt32BE(days);
    probe.set(idBytes(companyId), COMPANY_AT);
    probe.set(idBytes(personId), PERSON_AT);
    const key = Buffer.from(serviceKey);
    probe.writeUInt16BE(this.services.filter((each) => Buffer.compare(Buffer.from(each), key) <= 0).length, SERVICE_AT);
    let [low, high] = [0, this.records.length / RECORD_BYTES];
    while (low < high) {
      const middle = (low + high) >> 1;
      const isAfter = this.records.compare(probe, 0, MARKS_AT, middle * RECORD_BYTES, middle * RECORD_BYTES + MARKS_AT) > 0;
      if (isAfter) high = middle;
      else low = middle + 1;
    }
    return low * RECORD_BYTES;
  }
}

