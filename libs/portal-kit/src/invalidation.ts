import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What a list or page in the cache is about. */
export const SUBJECTS = ['viewer', 'companies', 'people', 'means', 'authorisations', 'answers', 'catalogue', 'tasks', 'reviews', 'imports', 'logbook', 'settings'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a mutation changed. */
export const CHANGES = ['company', 'person', 'means', 'authorisation', 'change-step', 'catalogue', 'import', 'settings', 'review', 'review-decision', 'review-closed'] as const;
export type Change = (typeof CHANGES)[number];

/** THE map: which answers may be different after a change. The logbook is in all, for every change is recorded there. */
const stale: Readonly<Record<Change, readonly Subject[]>> = {
  company: ['companies', 'authorisations', 'answers', 'tasks', 'logbook'],
  person: ['people', 'means', 'authorisations', 'answers', 'tasks', 'logbook'],
  means: ['means', 'people', 'answers', 'tasks', 'logbook'],
  authorisation: ['authorisations', 'companies', 'people', 'answers', 'tasks', 'logbook'],
  'change-step': ['authorisations', 'answers', 'tasks', 'logbook'],
  catalogue: ['catalogue', 'authorisations', 'answers', 'tasks', 'logbook'],
  import: ['imports', 'companies', 'people', 'means', 'authorisations', 'answers', 'tasks', 'logbook'],
  settings: ['settings', 'viewer', 'tasks', 'logbook'],
  review: ['reviews', 'logbook'],
  // The page of a round puts what came back in its own lines: thousands are not fetched anew for one key.
  'review-decision': ['logbook'],
  'review-closed': ['reviews', 'authorisations', 'companies', 'people', 'answers', 'tasks', 'logbook'],
};

/** The key of an answer: tenant first, so that one tenant's answers are never another's. */
export function queryKey(tenant: string, subject: Subject, ...about: readonly unknown[]): QueryKey {
  return [tenant, subject, ...about];
}

/** Marks all answers of a tenant that a change may have made old. */
export async function invalidateAfter(client: QueryClient, tenant: string, change: Change): Promise<void> {
  await Promise.all(stale[change].map((subject) => client.invalidateQueries({ queryKey: queryKey(tenant, subject) })));
}
