import { Pool, types } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SteadyClient } from './steady-client.js';
import { TenantDb } from './tenant-db.js';

const DATE_OID = 1082;

export interface TenantDbOptions {
  /** The rows (TypeORM entities) of the features that write through it. */
  readonly rows?: readonly EntityTarget<ObjectLiteral>[];
  /** Connections for writes and, apart from them, for reads. */
  readonly poolSize?: number;
  /** Told of a connection that broke while idle. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens the door as the app role. Dates come back as text (`YYYY-MM-DD`), never as an instant of the machine's zone. */
export async function openTenantDb(appUrl: string, { rows = [], poolSize = 8, onIdleError = () => undefined }: TenantDbOptions = {}): Promise<TenantDb> {
  types.setTypeParser(DATE_OID, (text) => text);
  const dataSource = new DataSource({
    type: 'postgres',
    url: appUrl,
    entities: [...rows] as never[],
    synchronize: false,
    poolSize,
    poolErrorHandler: onIdleError,
    extra: { Client: SteadyClient },
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });
  await dataSource.initialize();
  const pool = new Pool({ connectionString: appUrl, max: poolSize, Client: SteadyClient });
  pool.on('error', onIdleError);
  return new TenantDb(dataSource, pool);
}
