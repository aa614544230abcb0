// Writes .env beside docker-compose.yml, with passwords of its own, readable by its maker alone. One that is there is left as it is.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '.env');
const password = () => randomBytes(24).toString('base64url');
const text = `# Passwords of the database roles. They were set when the postgres volume was made: a change here alone locks everybody out (docs/operations.md, Secrets).
POSTGRES_PASSWORD=${password()}
OWNER_PASSWORD=${password()}
APP_PASSWORD=${password()}
QUEUE_PASSWORD=${password()}

# Opens /operator, the page of queue and health.
OPERATOR_KEY=${password()}

# Where a browser reaches the portal. Anything but localhost must be https.
PUBLIC_URL=http://localhost:8080

# A server with TLS before port 8080, which says where requests come from (X-Forwarded-For): take away the sign before this line.
# PORTAL_FRONT=behind-tls

# Outgoing mail; without it the mail catcher takes all.
# SMTP_URL=smtps://user:password@mail.example:465
# MAIL_FROM=Ketenregie <ketenregie@office.example>
`;
try {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  console.error(`Wrote ${file}. Keep it apart from backups of the database.`);
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  console.error(`${file} is there already; nothing was changed.`);
  process.exitCode = 1;
}
