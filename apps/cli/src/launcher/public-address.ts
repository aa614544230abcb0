import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, type Config, ConfigError, type Environment } from '@ketenregie/platform/config';

const fileOf = (dataDir: string): string => join(dataDir, 'public-url');

const given = (environment: Environment): string | null => environment['PUBLIC_URL']?.trim() || null;

/** Where a browser reaches the product that serves on a port: PUBLIC_URL, else that port. */
export const publicAddress = ({ host }: Pick<Config, 'host'>, environment: Environment, port: number): string => given(environment) ?? addressOf(host, port);

/** Remembers where a browser reaches the product of this data folder, for mails that a command writes while it runs or after it stopped. */
export function rememberAddress(dataDir: string, address: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(dataDir), `${address}\n`, { mode: 0o600 });
}

function remembered(dataDir: string): string | null {
  try {
    return readFileSync(fileOf(dataDir), 'utf8').trim() || null;
  } catch {
    return null;
  }
}

/**
 * Where links of a mail lead that a command writes: PUBLIC_URL, else the address of the product of this data folder, else the one that a product started
 * with the same variables would have. Refuses where that is any free port: a link must not lead nowhere.
 */
export function addressForLinks(config: Pick<Config, 'dataDir' | 'port' | 'publicUrl'>, environment: Environment): string {
  if (given(environment) !== null) return config.publicUrl;
  const known = remembered(config.dataDir);
  if (known !== null) return known.replace(/\/+$/, '');
  if (config.port === 0) throw new ConfigError('PUBLIC_URL', 'is not set, and no product has run on this data folder: where links of a mail lead is not known');
  return config.publicUrl;
}
