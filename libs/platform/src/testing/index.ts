export { type TestDatabase, createTestDatabase } from './test-database.js';
export { hearStatements, type StatementsHeard } from './statements.js';
export { lookIntoQueue, type QueueLook, type StoredJob, type StoredSchedule } from './look-into-queue.js';
export { type KillableQueue, openRedisQueue, type QueueBackend, queueBackends, redisProgram, type TestQueue } from './queue-backends.js';
export { type RedisServer, startRedisServer } from './redis-server.js';
export * from './walls/index.js';
