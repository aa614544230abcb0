import { calendarDate, clockStandingAt } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import type { Mail } from '@ketenregie/platform/mail';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { filtered, groupsOf, ViewerTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { digestMembers, runNotices } from './index.js';
import { scopeOfMember } from './members.queries.js';
import { pathOf } from './render-digest.js';
import { plantMember } from './testing/members.js';
import { recordingTransport } from './testing/recording-transport.js';

const ON = calendarDate(BUSY_ON);
const NOON = clockStandingAt(`${BUSY_ON}T11:00:00Z`);

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  office = await aBusyOffice(db);
  const { tenantId } = office.scope;
  await plantMember(db, tenantId, { name: 'Eva Eigenaar', roles: ['owner'] });
  await plantMember(db, tenantId, { name: 'Bea Beheer', roles: ['office-administrator'], personId: office.people.kim });
  await plantMember(db, tenantId, { name: 'Sanne de Vries', roles: ['adviser'], personId: office.people.sanne, clientIds: [office.clients.bakery.clientId] });
});
afterAll(() => database.drop());

const mail: Mail = { transport: recordingTransport(), log: null, from: 'post@office.example', publicUrl: 'https://office.example', leaseMs: 60_000 };

it('gives the same number in the mail, on the page and in the list behind the link, to each of them', async () => {
  const { digests } = await runNotices({ db, tenantSlug: office.slug, on: ON, send: true, mail, clock: NOON, sources: [] });
  const members = await db.read(office.scope, digestMembers);
  const numbers = new Map<string, string[]>();
  for (const member of members) {
    const inMail = (digests.find(({ member: name }) => name === member.displayName)?.digest?.sections ?? []).flatMap(({ groups }) => groups.map((group) => [pathOf(group), group.count] as const));
    const viewer = { memberId: member.memberId, personId: member.personId, scope: scopeOfMember(office.scope.tenantId, member) };
    await db.read(viewer.scope, async (reader) => {
      const { tasks } = await ViewerTasks.open(db, () => reader, { viewer, on: ON });
      const onPage = groupsOf(tasks, ON).filter(({ part }) => part !== 'colleagues');
      const told = onPage.map(({ part, kind, count }) => [`vandaag?taak=${kind}&deel=${part}`, count] as const);
      const behind = onPage.map(({ part, kind }) => [`vandaag?taak=${kind}&deel=${part}`, filtered(tasks, { kinds: [kind], parts: [part] }, ON).length] as const);
      expect([told, behind]).toEqual([inMail, inMail]);
      numbers.set(member.displayName, told.map(([path, count]) => `${path}: ${count}`));
    });
  }
  expect(numbers.get('Eva Eigenaar')).toEqual([]);
  expect(numbers.get('Bea Beheer')).toHaveLength(7);
  expect(numbers.get('Sanne de Vries')).toEqual(['vandaag?taak=can-but-may-not&deel=must: 1', 'vandaag?taak=expiring&deel=must: 1', 'vandaag?taak=log-in-round&deel=must: 1', 'vandaag?taak=expiring&deel=client: 1']);
});
