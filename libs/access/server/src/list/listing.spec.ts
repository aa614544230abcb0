import { CANS, MAYS, RIGHT_STATUSES } from '@ketenregie/access-domain';
import { randomSource } from '@ketenregie/access-domain/testing';
import { addDays, calendarDate, daysBetween } from '@ketenregie/kernel';
import { Listing, type ListingPlace, NEVER, type ViewFilter } from './listing.js';

const SEED = Number(process.env['ACCESS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const SERVICES = ['a-Z', 'aa', 'ab', 'b'];
const random = randomSource(SEED);
const number = (below: number): number => random.pick(Array.from({ length: below }, (_, nr) => nr));
const id = (): string => `0190${number(10)}000-0000-7000-8000-00000000000${number(10)}`;

interface Row {
  readonly place: ListingPlace;
  readonly status: (typeof RIGHT_STATUSES)[number];
  readonly can: (typeof CANS)[number];
  readonly may: (typeof MAYS)[number];
}

const row = (): Row => ({
  place: [number(5) === 0 ? NEVER : addDays(calendarDate('1969-12-20'), number(40)), id(), id(), random.pick(SERVICES)],
  status: random.pick(RIGHT_STATUSES), can: random.pick(CANS), may: random.pick(MAYS),
});

/** A record as PostgreSQL writes it: numbers with the highest byte first. */
function recordOf({ place: [end, company, person, service], status, can, may }: Row): Buffer {
  const record = Buffer.alloc(40);
  record.writeInt32BE(end === NEVER ? 0x7fffffff : daysBetween(calendarDate('1970-01-01'), calendarDate(end)) + 1_000_000);
  record.write(company.replaceAll('-', ''), 4, 'hex');
  record.write(person.replaceAll('-', ''), 20, 'hex');
  record.writeUInt16BE(SERVICES.indexOf(service) + 1, 36);
  record.writeUInt16BE(RIGHT_STATUSES.indexOf(status) * 16 + CANS.indexOf(can) * 4 + MAYS.indexOf(may), 38);
  return record;
}

const text = ({ place }: Pick<Row, 'place'>): string => place.join(' ');
const rows = [...new Map(Array.from({ length: 400 }, row).map((each) => [text(each), each])).values()].toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
const listing = new Listing(Buffer.concat(rows.map(recordOf).toSorted(Buffer.compare)), SERVICES);
const shows = ({ statuses, cans, mays }: ViewFilter, each: Row): boolean => (statuses?.includes(each.status) ?? true) && (cans?.includes(each.can) ?? true) && (mays?.includes(each.may) ?? true);
const VIEWS: readonly ViewFilter[] = [{}, { statuses: ['lapsed', 'unknown'] }, { cans: ['yes'], mays: ['no'] }, { statuses: [] }];

describe(`a listing (seed ${SEED})`, () => {
  it.each(VIEWS)('shows what a plain list of its rows shows, from the start, after each row, and after what is not there: %j', (view) => {
    const places: (ListingPlace | null)[] = [null, ...rows.map(({ place }) => place), ...Array.from({ length: 100 }, () => row().place), ['2030-01-01', id(), id(), 'ZZ'], [NEVER, id(), id(), 'zz']];
    for (const after of places) {
      const first = 1 + number(9);
      const expected = rows.filter((each) => shows(view, each) && (after === null || text(each) > after.join(' '))).slice(0, first);
      expect(listing.slice(view, { after, first })).toEqual(expected.map(({ place: [, companyId, personId, serviceKey] }) => ({ companyId, personId, serviceKey })));
    }
  });

  it.each(VIEWS)('counts them: %j', (view) => {
    expect(listing.count(view)).toBe(rows.filter((each) => shows(view, each)).length);
  });

  it('counts each view that has rows, by name, and none of an empty one', () => {
    const counts = listing.viewCounts();
    expect(counts.map(({ view }) => view)).toEqual(['can-may-not', ...RIGHT_STATUSES].toSorted());
    expect(counts.find(({ view }) => view === 'can-may-not')?.count).toBe(rows.filter(({ can, may }) => can === 'yes' && may === 'no').length);
    expect(new Listing(Buffer.alloc(0), []).viewCounts()).toEqual([]);
    expect(new Listing(Buffer.alloc(0), []).slice({}, { after: null, first: 5 })).toEqual([]);
  });
});
