import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Source files of the product that hand something to a mail server, the mail part of the platform aside. */
function senders(): string[] {
  const folders = ['libs', 'apps'].flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)));
  const sources = folders.filter((path) => /\/src\/.*\.ts$/.test(path) && !/spec\.ts$|\/testing\/|\/node_modules\/|\/dist\/|^libs\/platform\/src\/mail\//.test(path));
  return sources.filter((path) => /\btransport\b[^;\n]*\.send\(|sendMail\(|from 'nodemailer'/.test(readFileSync(join(ROOT, path), 'utf8')));
}

// What is held is held in the ledger: mail that left by another way would go out after a restore.
it('mail of whatever kind leaves by the ledger alone', () => expect(senders()).toEqual(['libs/notices/server/src/send-notices.ts']));
