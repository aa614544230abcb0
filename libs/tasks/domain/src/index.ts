export * from './holidays.js';
export * from './repair-dates.js';
export * from './task.js';
export * from './telling.js';
export * from './weeks.js';
export * from './working-days.js';
