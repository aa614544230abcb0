// Fills a data folder by this build's own command line and use cases, and asks it what a later build must answer too.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const FIXTURES = join(root, 'libs/exchange/domain/fixtures');
const built = (path) => import(pathToFileURL(join(root, path)).href);
export const CLOCK = '2026-11-23T09:00:00Z';

/** Runs a verb on the folder; its JSON answer, or its text where it has none. */
function cli(folder, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'apps/cli/bin.mjs'), ...args, '--json'], {
    env: { ...process.env, NODE_ENV: 'development', DATA_DIR: folder, CLOCK }, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
}

const FILES = [['staff.csv'], ['clients.csv'], ['supplier-export-1-means.csv', '--supplier', 'reconi'], ['accountant-chains.xlsx']];

/** What no verb does yet in that landing: a member of one client, a decided revocation, a decided line of a review, a session, a setting. */
async function decide(folder) {
  const [{ clockAtOffset }, { startEmbeddedPostgres }, { openTenantDb, systemScope }, identity, authorisations, reviews, notices] = await Promise.all(
    ['libs/kernel/dist', 'libs/platform/dist/postgres', 'libs/platform/dist/db', 'libs/identity/server/dist', 'libs/authorisations/server/dist', 'libs/reviews/server/dist', 'libs/notices/server/dist'].map((path) => built(`${path}/index.js`)),
  );
  const { knownUrls } = await built('apps/cli/dist/database-roles.js');
  const { rows } = await built('apps/cli/dist/rows.js');
  const server = await startEmbeddedPostgres(folder);
  const { appUrl } = knownUrls({ dataDir: folder, databaseAppUrl: null, databaseQueueUrl: null }, server.ownerUrl);
  const db = await openTenantDb(appUrl, { rows, poolSize: 2 });
  const { id: tenantId } = await db.findTenant('noord');
  const scope = systemScope(tenantId, 'operator');
  const accountId = await identity.ensureAccount(db, { login: 'beperkt@noord.example', displayName: 'Beperkt' });
  await db.write(scope, async (writer) => {
    const [{ client_id: client }] = await writer.query(`select client_id from company where kvk_number = '90004412'`);
    await identity.addMember(writer, { accountId, roles: ['adviser'], clients: [client] });
    const [right] = await writer.query(`select a.id from authorisation a join authorisation_version v on v.authorisation_id = a.id where v.superseded_at is null and v.state = 'active' order by a.match_key limit 1`);
    await authorisations.decideRevocation(writer, { authorisationId: right.id, reason: 'Hij is uit dienst' }, '2026-11-23');
  });
  await decideLines(db, { scope, reviews });
  await notices.makeDigests({ tenantDb: db, clock: clockAtOffset(new Date(CLOCK).getTime() - Date.now()), sources: [] }, tenantId);
  await identity.openSession(db, accountId);
  await db.close();
  await server.stop();
}

async function decideLines(db, { scope, reviews }) {
  await db.write({ ...scope }, async (writer) => {
    const [member] = await writer.query(`select id from member order by created_at limit 1`);
    const lines = await writer.query('select id from review_line order by id limit 2');
    const asMember = Object.create(writer, { scope: { value: { ...scope, actor: `member:${member.id}` } } });
    for (const { id } of lines) await reviews.decideLines(asMember, { lineIds: [id], decision: 'keep', reason: null });
  });
}

/** Two tenants, the sample office's files in one of them, members, a day of notices really sent, a round of reviews with decisions. */
export async function fill(folder) {
  cli(folder, 'tenants', 'create', '--slug', 'noord', '--name', 'Kantoor Noord', '--kind', 'office', '--kvk', '90000001');
  cli(folder, 'tenants', 'create', '--slug', 'groep', '--name', 'De Groep', '--kind', 'holding', '--kvk', '90000003');
  for (const [file, ...more] of FILES) cli(folder, 'import', join(FIXTURES, file), '--tenant', 'noord', '--apply', ...more);
  cli(folder, 'import', join(FIXTURES, 'staff.csv'), '--tenant', 'groep', '--apply');
  for (const slug of ['noord', 'groep']) cli(folder, 'members', 'add', '--tenant', slug, '--email', 'ilse@noord.example', '--name', 'Ilse', '--role', 'owner');
  cli(folder, 'reviews', 'plan', '--tenant', 'noord', '--name', 'Ketens', '--starts-on', '2026-10-01');
  cli(folder, 'reviews', 'run', '--tenant', 'noord', '--on', '2026-11-23');
  cli(folder, 'notices', 'run', '--tenant', 'noord', '--on', '2026-11-23', '--send');
  await decide(folder);
}

const QUESTIONS = [
  ['pieter.devuursteen@waterliniekantoor.example', '68750110', 'bd-lh', '2026-11-23'],
  ['pieter.devuursteen@waterliniekantoor.example', '68750110', 'bd-lh', '2027-01-16'],
  ['sanne.jansen@waterliniekantoor.example', '90004412', 'bd-ob', '2026-11-23'],
  ['sanne.jansen@waterliniekantoor.example', '90004412', 'belastingdienst', '2026-11-23'],
  ['sanne.jansen@waterliniekantoor.example', '90001337', 'bd-ob', '2028-01-01'],
];

/** What the command line answers about the filled folder. */
export function answersOf(folder) {
  const access = QUESTIONS.map(([person, company, service, on]) => ({
    question: { person, company, service, on },
    answer: cli(folder, 'access', '--tenant', 'noord', '--person', person, '--company', company, '--service', service, '--on', on),
  }));
  return { tenants: cli(folder, 'tenants'), access, notices: cli(folder, 'notices', 'run', '--tenant', 'noord', '--on', '2026-11-24') };
}
