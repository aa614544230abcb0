export * from './delivery.js';
export * from './digest.js';
export * from './digest-window.js';
export * from './ladder.js';
export { SECTIONS, type Section, type TaskToTell, type Telling, tellingRule, type ToldMember } from '@ketenregie/tasks-domain';
export { dutchWorkingDays, easterSunday, type HolidaySettings, type IsWorkingDay, kingsDay, publicHolidays, SPARE_DAYS, startBefore, USUAL_HOLIDAYS, workingDaysBefore } from '@ketenregie/tasks-domain';
