import 'reflect-metadata';
import { productClock, readConfig } from '@ketenregie/platform/config';
import { openTenantDb } from '@ketenregie/platform/db';
import { createLog } from '@ketenregie/platform/logging';
import { createApp } from './create-app.js';
import { rows } from './features.js';

/** The API process: started by the launcher (which it follows into the grave) or by hand with DATABASE_APP_URL. */
const config = readConfig(process.env);
const log = createLog({ service: 'api' });
if (config.databaseAppUrl === null) throw new Error('DATABASE_APP_URL is not set: start the product with npm start');
const db = await openTenantDb(config.databaseAppUrl, { rows, onIdleError: (error) => log.failure('database.idle-connection', error) });
const role = await db.roleAttributes();
if (role.isSuperuser || role.bypassesRls || role.ownsTables) throw new Error('The app role owns tables or bypasses row-level security: refusing to start');
const app = await createApp({ db, clock: productClock(config), log, isProduction: config.isProduction });
await app.listen(config.port, config.host);
process.send?.('ready');

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await app.close();
  await db.close();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void stop());
