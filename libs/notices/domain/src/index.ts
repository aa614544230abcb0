export * from './delivery.js';
export * from './digest.js';
export * from './digest-window.js';
export * from './ladder.js';
export * from './recipients.js';
export { dutchWorkingDays, easterSunday, type HolidaySettings, type IsWorkingDay, kingsDay, publicHolidays, SPARE_DAYS, startBefore, USUAL_HOLIDAYS, workingDaysBefore } from '@ketenregie/tasks-domain';
