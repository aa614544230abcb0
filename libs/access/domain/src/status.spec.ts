import { calendarDate } from '@ketenregie/kernel';
import { judgeAll } from './answer-world.js';
import { chooseBest } from './choose-best.js';
import { type RightStatus, statusOf } from './status.js';
import { aClientHalf, aDirectWorld, aMeans, anOfficeHalf, aWorld, TODAY } from './testing/index.js';
import type { AccessWorld } from './world.js';

const day = calendarDate;
const statusIn = (world: AccessWorld): RightStatus => statusOf(chooseBest(judgeAll(world)), TODAY, 30);

const CASES: readonly [string, AccessWorld, RightStatus][] = [
  ['all links hold', aWorld(), 'complete'],
  ['it ends on the last day of the warning', aWorld({ clientHalves: [aClientHalf({ endsOn: day('2026-12-23') })] }), 'expiring'],
  ['it ends a day later', aWorld({ clientHalves: [aClientHalf({ endsOn: day('2026-12-24') })] }), 'complete'],
  ['something that decides is unknown, whatever its end', aWorld({ clientHalves: [aClientHalf({ level: null, endsOn: TODAY })] }), 'unknown'],
  ['nobody is linked', aWorld({ officeHalves: [] }), 'waiting-for-office'],
  ['no means', aWorld({ means: 'none-exists' }), 'waiting-for-office'],
  ['no right of our own', aDirectWorld({ directRights: [] }), 'waiting-for-office'],
  ['the client has not granted, nor are we ready', aWorld({ clientHalves: [], officeHalves: [] }), 'waiting-for-client'],
  ['the client half has yet to begin', aWorld({ clientHalves: [aClientHalf({ startsOn: day('2026-12-01') })] }), 'waiting-for-client'],
  ['a level too low goes before waiting', aWorld({ clientHalves: [aClientHalf({ level: 'EH2', state: 'requested' })] }), 'level-too-low'],
  ['lapsed goes before all', aWorld({ means: [aMeans({ state: 'withdrawn', level: 'EH2' })], officeHalves: [] }), 'lapsed'],
  ['an office half past its end', aWorld({ officeHalves: [anOfficeHalf({ endsOn: day('2026-11-22') })] }), 'lapsed'],
];

describe('status', () => {
  it.each(CASES)('%s', (_name, world, status) => {
    expect(statusIn(world)).toBe(status);
  });
});
