import 'reflect-metadata';
import { installationHealth } from '@ketenregie/notices-server';
import { ConfigError, productClock } from '@ketenregie/platform/config';
import { LATEST_MIGRATION, openTenantDb } from '@ketenregie/platform/db';
import { assertAppRole, databaseChecks } from '@ketenregie/platform/http';
import { openJobQueue, queueConnectionOf } from '@ketenregie/platform/jobs';
import { runService } from '@ketenregie/platform/process';
import { createApp } from './create-app.js';
import { rows } from './features.js';
import { portalDocuments } from './portal-documents.js';

/** The API process: started by the launcher, with which it ends, or by hand with DATABASE_APP_URL and DATABASE_QUEUE_URL. */
await runService('api', async (config, log) => {
  if (config.databaseAppUrl === null) throw new ConfigError('DATABASE_APP_URL', 'is not set. Start the product with npm start, or set it for an API of its own');
  const connection = queueConnectionOf(config);
  if (connection === null) throw new ConfigError('DATABASE_QUEUE_URL', 'is not set, nor is REDIS_URL: the API cannot tell whether the queue is well');
  const db = await openTenantDb(config.databaseAppUrl, { rows, onIdleError: (error) => log.failure('database.connection', error) });
  await assertAppRole(db);
  const queue = openJobQueue({ connection, definitions: [], log });
  const health = [
    ...databaseChecks({ tenantDb: db, appliedMigrations: () => db.appliedMigrations(), latestMigration: LATEST_MIGRATION }),
    { name: 'queue', check: async (): Promise<void> => void (await queue.ping()) },
  ];
  const app = await createApp({ db, clock: productClock(config), log, isProduction: config.isProduction, publicUrl: config.publicUrl, trustedProxies: config.trustedProxies, documents: portalDocuments(), mailboxFolder: config.isDemo && config.smtpUrl === null ? config.dataDir : null, examplesFolder: config.isDemo ? config.dataDir : null, health, operator: { key: config.operatorKey, health: () => installationHealth({ db, queue }) } });
  await app.listen(config.port, config.host);
  return {
    close: async () => {
      await app.close();
      await queue.close();
      await db.close();
    },
  };
});
