import { clockOffset, type Config } from '@ketenregie/platform/config';
import { withConnection } from '@ketenregie/platform/postgres';

/** The offset of the product's clock for a start now: what was fixed already, else CLOCK against the database's present. */
export async function currentOffsetMs(config: Pick<Config, 'clock' | 'clockOffsetMs'>, databaseUrl: string): Promise<number> {
  if (config.clockOffsetMs !== null) return config.clockOffsetMs;
  if (config.clock === null) return 0;
  const { rows } = await withConnection(databaseUrl, (client) => client.query<{ now: Date }>('select clock_timestamp() as now'));
  return rows[0] === undefined ? 0 : clockOffset(config.clock, rows[0].now);
}
