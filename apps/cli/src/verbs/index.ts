import type { VerbEntry } from '../verb.js';

/** All verbs, in the order the usage shows them. */
export const verbs: readonly VerbEntry[] = [
  { name: 'up', summary: 'start the product: database, API, worker and mailbox; outside production with example data (DEMO=0: without)', load: async () => (await import('./up.js')).up },
  { name: 'migrate', summary: 'bring the database to this version', load: async () => (await import('./migrate.js')).migrate },
  { name: 'tenants', summary: 'list the offices and holdings, or create one', load: async () => (await import('./tenants.js')).tenants },
  { name: 'members', summary: 'give somebody access to an office or holding, or a new password', load: async () => (await import('./members.js')).members },
  { name: 'examples', summary: 'remove the example offices', load: async () => (await import('./examples.js')).examples },
  { name: 'import', summary: 'read a spreadsheet, and with --apply record what it says', load: async () => (await import('./import.js')).importVerb },
  { name: 'access', summary: 'can and may a person log in for a company at a service', load: async () => (await import('./access.js')).access },
  { name: 'reviews', summary: 'start the review rounds that are due on a day', load: async () => (await import('./reviews.js')).reviews },
  { name: 'notices', summary: 'who would be told what on a day, and with --send tell them', load: async () => (await import('./notices.js')).notices },
  { name: 'queues', summary: 'how the queue, the outbox and the mail are', load: async () => (await import('./queues.js')).queues },
  { name: 'sending', summary: 'whether mail goes out; hold it, release it', load: async () => (await import('./sending.js')).sending },
  { name: 'events', summary: 'verify the log of each office and holding', load: async () => (await import('./events.js')).events },
  { name: 'backup', summary: 'copy all offices and holdings into one file', load: async () => (await import('./backup.js')).backup },
  { name: 'restore', summary: 'bring a backup back into an empty database', load: async () => (await import('./restore.js')).restore },
];
