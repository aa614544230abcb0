export { TodayPage } from './today-page.js';
export type { TodayPageProps } from './today-page.js';
