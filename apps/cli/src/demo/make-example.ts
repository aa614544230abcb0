import { recordOwnCompany } from '@ketenregie/companies-server';
import { type Repair, applyImport, findingGroups, repairImport, stageImport } from '@ketenregie/exchange-server';
import { addMember, ensureAccount } from '@ketenregie/identity-server';
import { knownPeople } from '@ketenregie/people-server';
import { type Reader, type Scope, systemScope } from '@ketenregie/platform/db';
import { planProgramme, runReviews } from '@ketenregie/reviews-server';
import { sweepTasks } from '@ketenregie/tasks-server';
import { createTenant } from '@ketenregie/tenants-server';
import { decideRevocations } from './decide-revocations.js';
import { exampleFile } from './example-files.js';
import type { ExampleFile, ExampleMember } from './example-tenants.js';
import type { Making } from './making.js';
import { noteSeen } from './note-seen.js';

async function repairAll({ db }: Making, scope: Scope, { importId, repairs }: { importId: string; repairs: Readonly<Record<string, Repair>> }): Promise<void> {
  for (const { repairKey, value } of await db.read(scope, (reader) => findingGroups(reader, importId))) {
    const repair = value === null ? undefined : repairs[value];
    if (repair !== undefined) await db.write(scope, (writer) => repairImport(writer, { importId, repairKey, repair }));
  }
}

/** Brings a list in by the use cases of an upload: stage, repair, apply. */
async function bring(making: Making, scope: Scope, { name, supplierKey, repairs = {}, isLeftToCheck = false }: ExampleFile): Promise<void> {
  const { db, today, example, signal } = making;
  signal.throwIfAborted();
  const bytes = exampleFile(example.tenant.slug, name, today);
  const { importId } = await stageImport(db, scope, { name, bytes, referenceOn: today, ...(supplierKey !== undefined && { supplierKey }) });
  await repairAll(making, scope, { importId, repairs });
  if (!isLeftToCheck) await db.write(scope, (writer) => applyImport(writer, importId));
}

async function clientIdsOf(reader: Reader, { clients, name }: ExampleMember): Promise<'all' | readonly string[]> {
  if (clients === 'all') return 'all';
  const [condition, value] = clients === 'own' ? ['v.accountable = $1', name] : ['c.kvk_number = any($1::text[])', clients];
  const rows = await reader.query<{ id: string }>(`select distinct c.client_id as id from company c join company_version v on v.company_id = c.id and v.superseded_at is null where ${condition}`, [value]);
  return rows.map(({ id }) => id);
}

/** Adds the members; gives the scope of the one who brings the rights in, by whose name they then stand in the log. */
async function addMembers({ db, example }: Making, product: Scope): Promise<Scope> {
  const people = await db.read(product, knownPeople);
  let acting = product;
  for (const member of example.members) {
    const { email, name, role } = member;
    const accountId = await ensureAccount(db, { login: email, displayName: name, isExample: true });
    const personId = people.find((person) => person.email === email)?.id;
    const memberId = await db.write(product, async (writer) =>
      addMember(writer, { accountId, roles: [role], clients: await clientIdsOf(writer, member), displayName: name, ...(personId !== undefined && { personId }) }),
    );
    if (email === example.actor) acting = { ...product, actor: `member:${memberId}` };
  }
  return acting;
}

/** Plans the quarterly review, and starts its first round. */
async function startReview({ db, today, example }: Making, scope: Scope): Promise<void> {
  const { review: name, tenant } = example;
  if (name === undefined) return;
  const whole = { scope: 'all', clientId: null, supplierKey: null, fallbackMemberId: null } as const;
  await db.write(scope, (writer) => planProgramme(writer, { ...whole, name, every: 'quarter', months: null, startsOn: today, dueDays: 21, state: 'active' }, today));
  await runReviews({ db, tenantSlug: tenant.slug, on: today, scope });
}

/** Makes one example tenant, which nobody finds until it is opened. Returns its id. */
export async function makeExample(making: Making): Promise<string> {
  const { db, today, example } = making;
  const { id } = await createTenant(db, { ...example.tenant, isExample: true }, (writer, company) => recordOwnCompany(writer, company, today));
  const product = systemScope(id);
  for (const file of example.lists) await bring(making, product, file);
  const actor = await addMembers(making, product);
  for (const file of example.rights) await bring(making, actor, file);
  await noteSeen(making, actor);
  await decideRevocations(making, actor);
  await startReview(making, actor);
  await db.write(product, (writer) => sweepTasks(writer, today));
  return id;
}
