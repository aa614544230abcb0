export { type TestDatabase, createTestDatabase } from './test-database.js';
export * from './walls/index.js';
