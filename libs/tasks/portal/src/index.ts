export { TodayPage } from './today-page.js';
export type { TodayPageProps } from './today-page.js';
export { readTodaySearch } from './today-search.js';
export type { TodaySearch } from './today-search.js';
