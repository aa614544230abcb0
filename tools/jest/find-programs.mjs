// What a machine may have for the specs: a redis-server on the PATH, started anew by each spec file, else the Redis of REDIS_URL; and nginx, which stands before
// the product in containers.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function programOnPath(environment, name) {
  // Debian keeps servers where an ordinary user's PATH does not look.
  for (const folder of [...(environment.PATH ?? '').split(delimiter).filter(Boolean), ...(name === 'nginx' ? ['/usr/sbin'] : [])]) {
    const file = join(folder, name);
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
  const program = programOnPath(environment, 'redis-server');
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

/** The program that stands before the product in containers, as a variable; nothing where this machine has none. */
export function proxyOfTests(environment) {
  const program = programOnPath(environment, 'nginx');
  return program === null ? {} : { TEST_NGINX: program };
}

/** One line for people: whether the proxy's configuration was run. */
export function proxyLine(environment) {
  const { TEST_NGINX: program } = proxyOfTests(environment);
  return program === undefined ? 'proxy of the containers: infra/nginx NOT RUN: no nginx on the PATH' : `proxy of the containers: infra/nginx run by ${program}`;
}
