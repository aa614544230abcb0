import { calendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import { aClientHalf, aDirectRight, aMeans, anOfficeHalf, aWorld } from './testing/index.js';

const day = calendarDate;
const over = day('2026-11-22');

const clientHalfOf = (...halves: ReturnType<typeof aClientHalf>[]): string | null | undefined =>
  answer(aWorld({ clientHalves: halves })).path.find(({ link }) => link === 'client-half')?.id;

describe('several client halves that cover the service', () => {
  const yes = aClientHalf({ id: 'yes', ordinal: 9 });

  it('prefers yes to unknown, and unknown to no', () => {
    const unknown = aClientHalf({ id: 'unknown', level: null, ordinal: 5 });
    const no = aClientHalf({ id: 'no', state: 'requested', ordinal: 0 });
    expect(clientHalfOf(no, unknown, yes)).toBe('yes');
    expect(clientHalfOf(no, unknown)).toBe('unknown');
  });

  it('then takes the latest end', () => {
    const sooner = aClientHalf({ id: 'sooner', endsOn: day('2027-01-01') });
    expect(clientHalfOf(sooner, yes)).toBe('yes');
  });

  it('takes a known end before none', () => {
    const means = [aMeans({ endsOn: null, lastUsedOn: null })];
    const officeHalves = [anOfficeHalf({ endsOn: null })];
    const endless = aClientHalf({ id: 'endless', endsOn: null });
    expect(answer(aWorld({ clientHalves: [endless, yes], officeHalves, means })).endsOn).toBe('2028-06-30');
  });

  it('of two that do not work takes the one that breaks latest', () => {
    const requested = aClientHalf({ id: 'requested', state: 'requested' });
    const low = aClientHalf({ id: 'low', level: 'EH2', ordinal: 1 });
    const ended = aClientHalf({ id: 'ended', endsOn: over, ordinal: 2 });
    expect(clientHalfOf(requested, low)).toBe('low');
    expect(clientHalfOf(requested, low, ended)).toBe('ended');
  });

  it('then the first row, then the lower id', () => {
    const first = aClientHalf({ id: 'z', ordinal: 3 });
    const second = aClientHalf({ id: 'a', ordinal: 4 });
    const twin = aClientHalf({ id: 'b', ordinal: 3 });
    expect(clientHalfOf(second, first)).toBe('z');
    expect(clientHalfOf(second, first, twin)).toBe('b');
  });

  it('takes exact duplicates for one', () => {
    expect(answer(aWorld({ clientHalves: [aClientHalf(), aClientHalf()] }))).toEqual(answer(aWorld()));
  });
});

describe('several of the rest', () => {
  it('takes the means that works', () => {
    const means = [aMeans({ id: 'low', level: 'EH2+' }), aMeans({ id: 'gone', state: 'withdrawn' }), aMeans({ id: 'good' })];
    expect(answer(aWorld({ means })).path.find(({ link }) => link === 'means')?.id).toBe('good');
  });

  it('takes the intermediary under which the person is linked', () => {
    const elsewhere = aClientHalf({ id: 'elsewhere', intermediaryCompanyId: 'other', endsOn: day('2029-12-31') });
    expect(answer(aWorld({ clientHalves: [elsewhere, aClientHalf()] })).can).toBe('yes');
    expect(answer(aWorld({ clientHalves: [elsewhere] })).firstBreak?.code).toBe('granted-to-other-intermediary');
  });

  it('takes the office half that works', () => {
    const officeHalves = [anOfficeHalf({ id: 'gone', state: 'ended' }), anOfficeHalf({ id: 'good' })];
    expect(answer(aWorld({ officeHalves })).can).toBe('yes');
  });

  it('goes directly where the chain does not work, and the other way round', () => {
    const directRights = [aDirectRight()];
    expect(answer(aWorld({ directRights, clientHalves: [] }))).toMatchObject({ can: 'yes', endsBy: 'right' });
    expect(answer(aWorld({ directRights: [aDirectRight({ state: 'ended' })] }))).toMatchObject({ can: 'yes', endsBy: 'client-half' });
  });
});
