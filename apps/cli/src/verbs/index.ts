import type { VerbEntry } from '../verb.js';

/** All verbs, in the order the usage shows them. */
export const verbs: readonly VerbEntry[] = [
  { name: 'up', summary: 'start the product: database, API and worker', load: async () => (await import('./up.js')).up },
  { name: 'migrate', summary: 'bring the database to this version', load: async () => (await import('./migrate.js')).migrate },
];
