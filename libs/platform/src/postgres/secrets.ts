import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords that the product makes for itself: of the database roles, of the accounts of its examples, and of the operator's page. */
export type SecretName = 'postgres-superuser' | 'database-owner' | 'database-app' | 'database-queue' | 'example-password' | 'operator';

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The secret if it has been made, else null. */
export function findSecret(dataDir: string, name: SecretName): string | null {
  return read(join(dataDir, 'secrets', name));
}

/**
 * The secret of that name in DATA_DIR/secrets, made on first use: 256 random bits unless said, readable by the running user alone.
 * Safe when several processes ask at once: the first one to link its file wins, and no one ever reads half a secret.
 */
export function readOrCreateSecret(dataDir: string, name: SecretName, make: () => string = () => randomBytes(32).toString('base64url')): string {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, name);
  const known = read(path);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const draft = join(folder, `.${name}.${process.pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}
