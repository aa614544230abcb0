import type { WallRule } from './finding.js';

/** What stands outside a rule on purpose. An exception that no longer excuses anything is itself a finding. */
export interface WallException {
  readonly object: string;
  readonly rules: readonly WallRule[];
  readonly reason: string;
}

const PUBLISHED = 'Published catalogue: the same for all tenants, holds no tenant\'s data, read-only to the app (decision 0012)';
const PUBLISHED_RULES = ['row-security', 'forced', 'policy-for-command', 'tenant-column'] as const;

const BROUGHT_BY = 'Which import brought it: a note to undo by, read with the tenant\'s own imports; another\'s id finds nothing';
const BROUGHT = ['client', 'company', 'company_version', 'person', 'person_version', 'means', 'means_version', 'authorisation', 'authorisation_version'];

/** The one list. A new entry needs its reason, and is reviewed as a change of the walls. */
export const WALL_EXCEPTIONS: readonly WallException[] = [
  { object: 'tenant_directory', rules: ['tenant-column'], reason: 'Read before a tenant is known; ids and slugs only (decision 0004)' },
  { object: 'tenant_directory.known_before_tenant', rules: ['policy-open'], reason: 'The address must be found, and sweeps must list the tenants (decision 0004)' },
  { object: 'account', rules: ['tenant-column'], reason: 'A person may be a member of several tenants; opened by his own id or login (decision 0006)' },
  { object: 'session', rules: ['tenant-column'], reason: 'A session is of an account and knows no tenant (decision 0006)' },
  { object: 'sign_in_attempt', rules: ['tenant-column'], reason: 'Counted before anybody is known; hashes only (decision 0004)' },
  { object: 'member.own_memberships', rules: ['policy-tenant'], reason: 'An account finds its memberships before a tenant is known; reading alone (decision 0004)' },
  {
    object: 'member_client.own_clients',
    rules: ['policy-tenant', 'policy-client'],
    reason: 'A member finds his own clients before his scope is known; reading alone (decision 0004)',
  },
  { object: 'member_client.wall', rules: ['policy-client'], reason: 'Who is assigned to which client is the business of the tenant\'s own staff' },
  { object: 'client.own_client_readable', rules: ['policy-client'], reason: 'The tenant\'s own client, by id = tenant_id: staff see whom a path runs through (decision 0002)' },
  { object: 'company.own_client_readable', rules: ['policy-client'], reason: 'Companies of the tenant\'s own client: staff see whom a path runs through (decision 0002)' },
  { object: 'company_version.own_client_readable', rules: ['policy-client'], reason: 'As company (decision 0002)' },
  { object: 'audit_event.append_of_no_client', rules: ['policy-client'], reason: 'Everybody may append an event of no client; only staff with all clients can read it' },
  { object: 'catalogue_version', rules: PUBLISHED_RULES, reason: PUBLISHED },
  { object: 'catalogue_supplier', rules: PUBLISHED_RULES, reason: PUBLISHED },
  { object: 'catalogue_provider', rules: PUBLISHED_RULES, reason: PUBLISHED },
  { object: 'catalogue_service', rules: PUBLISHED_RULES, reason: PUBLISHED },
  {
    object: 'schema_migration',
    rules: [...PUBLISHED_RULES, 'table-comment'],
    reason: 'Which migrations ran: made and kept by TypeORM, read by the ready check',
  },
  {
    object: 'authorisation.authorisation_tenant_id_intermediary_client_id_intermediar_fkey',
    rules: ['foreign-key-client'],
    reason: 'The intermediary is a company of the tenant\'s own client; a check holds its client to that one',
  },
  { object: 'catalogue_service.catalogue_service_version_provider_key_fkey', rules: ['foreign-key-index'], reason: 'A version has some hundred rows and none is ever deleted' },
  { object: 'service.service_adopted_version_fkey', rules: ['foreign-key-index'], reason: 'A published catalogue version is never deleted or renumbered' },
  { object: 'service.service_adopted_version_catalogue_key_fkey', rules: ['foreign-key-index'], reason: 'A published catalogue row is never deleted or renamed' },
  ...BROUGHT.map((table): WallException => ({ object: `${table}.import_id`, rules: ['foreign-key-absent'], reason: BROUGHT_BY })),
  { object: 'audit_event.object_id', rules: ['foreign-key-absent'], reason: 'An object of any kind, and the event outlives it' },
  { object: 'operation.subject_id', rules: ['foreign-key-absent'], reason: 'A subject of any kind' },
];
