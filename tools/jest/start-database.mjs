// Before the specs that need a database: one embedded PostgreSQL for the whole run, with a migrated database that each spec file copies.
import { proxyOfTests, redisOfTests } from './find-programs.mjs';
import { built, makeFolder, removeLeftOvers, root } from './test-server.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const TEMPLATE = 'ketenregie_template';
// A test database need not outlive a power cut: without the syncs a run takes about half the time.
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '200' };
const APP_PASSWORD = 'app-of-tests';
const QUEUE_PASSWORD = 'queue-of-tests';

function urlFor(base, changes) {
  const url = new URL(base);
  Object.assign(url, changes);
  return url.toString();
}

async function publishCatalogueInto(ownerUrl) {
  // The platform alone can be tested before the features are built.
  if (!existsSync(join(root, 'libs/catalogue/server/dist/index.js'))) return;
  const { publishCatalogue } = await built('catalogue/server');
  await publishCatalogue?.(ownerUrl);
}

async function makeTemplate(server) {
  const [{ withConnection }, { ensureRoles, migrateUp }, { migrateQueue }] = await Promise.all(
    ['postgres', 'db', 'jobs'].map((part) => built('platform', part)),
  );
  await withConnection(server.superuserUrl, (client) => client.query(`create database ${TEMPLATE} owner ketenregie_owner`));
  const ownerUrl = urlFor(server.ownerUrl, { pathname: `/${TEMPLATE}` });
  const appUrl = urlFor(ownerUrl, { username: 'ketenregie_app', password: APP_PASSWORD });
  const queueUrl = urlFor(ownerUrl, { username: 'ketenregie_queue', password: QUEUE_PASSWORD });
  await ensureRoles(ownerUrl, { appPassword: APP_PASSWORD, queuePassword: QUEUE_PASSWORD });
  await migrateUp(ownerUrl);
  await migrateQueue(queueUrl);
  await publishCatalogueInto(ownerUrl);
  return { ownerUrl, appUrl, queueUrl };
}

export default async function startDatabase() {
  const { startEmbeddedPostgres } = await built('platform', 'postgres');
  await removeLeftOvers();
  const folder = await makeFolder();
  const server = await startEmbeddedPostgres(folder, { settings: SETTINGS });
  globalThis.ketenregieTestFolder = folder;
  const { ownerUrl, appUrl, queueUrl } = await makeTemplate(server);
  Object.assign(process.env, redisOfTests(process.env), proxyOfTests(process.env), {
    TEST_DATABASE_ADMIN_URL: server.superuserUrl,
    TEST_DATABASE_OWNER_URL: ownerUrl,
    TEST_DATABASE_APP_URL: appUrl,
    TEST_DATABASE_QUEUE_URL: queueUrl,
    TEST_DATABASE_TEMPLATE: TEMPLATE,
  });
}
