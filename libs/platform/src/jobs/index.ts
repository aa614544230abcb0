export { migrateQueue } from './migrate-queue.js';
