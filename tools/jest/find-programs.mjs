// Where the second backend of the queue comes from: a redis-server on the PATH, started anew by each spec file, else the Redis of REDIS_URL.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function programOnPath(environment) {
  for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, 'redis-server');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this one.
    }
  }
  return null;
}

/** What the specs are told, as variables; nothing where there is no Redis. */
export function redisOfTests(environment) {
  const program = programOnPath(environment);
  if (program !== null) return { TEST_REDIS_SERVER: program };
  return environment.REDIS_URL ? { TEST_REDIS_URL: environment.REDIS_URL } : {};
}

/** One line for people: on which backends the queue's specs run, and why on one alone. */
export function backendsLine(environment) {
  const { TEST_REDIS_SERVER: program, TEST_REDIS_URL: url } = redisOfTests(environment);
  if (program !== undefined) return `queue backends: PostgreSQL and Redis (${program})`;
  if (url !== undefined) return 'queue backends: PostgreSQL and Redis (of REDIS_URL)';
  return 'queue backends: PostgreSQL; Redis NOT RUN: no redis-server on the PATH and no REDIS_URL';
}
