import { DomainError } from '@ketenregie/kernel';
import { type Config, ConfigError } from '@ketenregie/platform/config';
import { ensureRoles, migrateUp } from '@ketenregie/platform/db';
import { migrateQueue } from '@ketenregie/platform/jobs';
import { findSecret, readOrCreateSecret } from '@ketenregie/platform/postgres';

/** The addresses of the three roles on one database. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly queueUrl: string;
}

type RoleConfig = Pick<Config, 'dataDir' | 'databaseAppUrl' | 'databaseQueueUrl'>;

function urlFor(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}

/** The command line works as the owner too (migrations), so addresses of the restricted roles alone are not enough for it. */
export function assertOwnerKnown({ databaseUrl, databaseAppUrl }: Pick<Config, 'databaseUrl' | 'databaseAppUrl'>): void {
  if (databaseAppUrl !== null && databaseUrl === null) throw new ConfigError('DATABASE_URL', "must be given too: DATABASE_APP_URL is on a server of your own, and migrations need its owner's address");
}

/** The addresses of the restricted roles: given, or made of the owner's and the secrets in DATA_DIR. */
export function knownUrls(config: RoleConfig, ownerUrl: string): DatabaseUrls {
  if (config.databaseAppUrl !== null && config.databaseQueueUrl !== null) return { ownerUrl, appUrl: config.databaseAppUrl, queueUrl: config.databaseQueueUrl };
  const appPassword = findSecret(config.dataDir, 'database-app');
  const queuePassword = findSecret(config.dataDir, 'database-queue');
  if (appPassword === null || queuePassword === null) throw new DomainError('NOT_MIGRATED', 'The database has not been prepared yet. Run: npm run --silent cli -- migrate');
  return { ownerUrl, appUrl: urlFor(ownerUrl, 'ketenregie_app', appPassword), queueUrl: urlFor(ownerUrl, 'ketenregie_queue', queuePassword) };
}

/** Makes the two restricted roles, and their passwords where those are ours. */
export async function makeRoles(config: RoleConfig, ownerUrl: string): Promise<void> {
  if (config.databaseAppUrl !== null) {
    // Roles with addresses of their own are looked after elsewhere; only what is missing is made.
    await ensureRoles(ownerUrl, {});
    return;
  }
  const appPassword = readOrCreateSecret(config.dataDir, 'database-app');
  const queuePassword = readOrCreateSecret(config.dataDir, 'database-queue');
  await ensureRoles(ownerUrl, { appPassword, queuePassword });
}

/**
 * Brings a database to this build: roles and their secrets, our schema, the queue's tables, the catalogue. Changes nothing where
 * all is there; safe from two sides at once.
 */
export async function prepareDatabase(config: RoleConfig, ownerUrl: string): Promise<DatabaseUrls & { readonly applied: readonly string[] }> {
  await makeRoles(config, ownerUrl);
  const urls = knownUrls(config, ownerUrl);
  const { applied } = await migrateUp(ownerUrl);
  await migrateQueue(urls.queueUrl);
  // Loaded here and not above: with a database that is ready nobody waits for it.
  const { publishCatalogue } = await import('@ketenregie/catalogue-server');
  await publishCatalogue(ownerUrl);
  return { ...urls, applied };
}
