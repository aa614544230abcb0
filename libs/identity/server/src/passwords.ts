import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind), 19 MiB, 2 passes, 1 lane: OWASP's first choice. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let standIn: Promise<string> | undefined;

/** The hash under which a password is stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether a password fits a hash. Without a hash the same work is done against a stand-in, so that time tells nobody who has an account. */
export async function isPasswordOf(stored: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('an account that does not exist');
  const fits = await verify(stored ?? (await standIn), password);
  return stored !== null && fits;
}
