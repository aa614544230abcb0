import { type Clock, calendarDate, calendarDateIn, clockStandingAt } from '@ketenregie/kernel';
import { systemScope, type TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { sweepTasks } from '@ketenregie/tasks-server';
import { aBusyOffice, BUSY_ON, type BusyOffice } from '@ketenregie/tasks-server/testing';
import { changeDigestSettings, type DigestSettings, digestSettings, type DigestSource, makeDigests, runNotices, type Sending, sendNotices, stopDigests } from './index.js';
import { type PlantedMember, plantMember } from './testing/members.js';
import { recordingTransport } from './testing/recording-transport.js';

const ON = calendarDate(BUSY_ON);
const NIGHT = '2026-11-22T23:30:00Z';
const MORNING = '2026-11-23T06:00:00Z';

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
let transport: ReturnType<typeof recordingTransport>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
beforeEach(async () => {
  office = await aBusyOffice(db);
  transport = recordingTransport();
});
afterAll(() => database.drop());

const tenantOf = ({ scope: { tenantId }, slug }: BusyOffice) => ({ tenantId, slug });
const sending = (clock: Clock = clockStandingAt(MORNING), sources: readonly DigestSource[] = []): Sending => ({ tenantDb: db, clock, transport, log: null, from: 'Ketenregie <k@office.example>', publicUrl: 'https://k.example', sources });
const make = (instant: string, of: BusyOffice = office) => makeDigests({ tenantDb: db, clock: clockStandingAt(instant), sources: [] }, of.scope.tenantId);
const sweep = (of: BusyOffice = office) => db.write(of.scope, (writer) => sweepTasks(writer, ON));
const administrator = (of: BusyOffice = office): Promise<PlantedMember> => plantMember(db, of.scope.tenantId, { name: 'Anna Bos', roles: ['office-administrator'] });
const ledger = (of: BusyOffice = office) => database.asAdmin<{ period: string; state: string }>('select period, state, reply from notice where tenant_id = $1 order by period', [of.scope.tenantId]);

async function delivered(of: BusyOffice = office): Promise<string[]> {
  await sendNotices(sending(), tenantOf(of));
  return transport.messages.map(({ text }) => text);
}

describe('a digest', () => {
  it('is made at his hour, once, however often and from how many sides the job runs', async () => {
    await administrator();
    await sweep();
    expect(await make(NIGHT)).toEqual([]);
    expect(await make('2026-11-23T05:59:00Z')).toEqual([]);
    const made = await Promise.all([make(MORNING), make(MORNING), make('2026-11-23T06:01:00Z')]);
    expect(made.flat()).toHaveLength(1);
    expect(await make('2026-11-23T20:00:00Z')).toEqual([]);
    await Promise.all([sendNotices(sending(), tenantOf(office)), sendNotices(sending(), tenantOf(office))]);
    await sendNotices(sending(), tenantOf(office));
    expect(transport.messages).toHaveLength(1);
    expect(await ledger()).toMatchObject([{ period: BUSY_ON, state: 'sent' }]);
  });

  it('is not made where there is nothing to say, nor later that day when there is', async () => {
    await administrator();
    await make(NIGHT);
    expect(await make(MORNING)).toEqual([]);
    await sweep();
    expect(await make('2026-11-23T09:00:00Z')).toEqual([]);
    expect(await make('2026-11-24T06:00:00Z')).toHaveLength(1);
  });

  it('is made late after an outage, and then the present one alone', async () => {
    await administrator();
    await sweep();
    await make(NIGHT);
    expect((await make('2026-11-27T14:00:00Z')).map(({ period }) => period)).toEqual(['2026-11-27']);
  });

  it.each([['2026-10-20', 2], ['2026-10-20', 7], ['2027-03-23', 2], ['2027-03-23', 7]])('comes once each local day over ten days from %s, at %i o\'clock', async (from, hour) => {
    const { memberId } = await administrator();
    await sweep();
    const start = Date.parse(`${from}T00:00:00Z`) - 7_200_000;
    await make(new Date(start).toISOString());
    await db.write(office.scope, (writer) => writer.query('update digest_setting set hour = $2 where member_id = $1', [memberId, hour]));
    const found: string[] = [];
    for (let passed = 0; passed < 10 * 24; passed += 1) {
      const at = new Date(start + passed * 3_600_000);
      for (const { period } of await make(at.toISOString())) found.push(`${period} ${at.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })}`);
    }
    const days = new Set(found.map((line) => line.slice(0, 10)));
    expect([found.length, days.size]).toEqual([10, 10]);
    // The hour that spring leaves out comes at three.
    const usual = `${String(hour).padStart(2, '0')}:00`;
    expect(found.filter((line) => !line.endsWith(usual))).toEqual(hour === 2 && from === '2027-03-23' ? ['2027-03-28 03:00'] : []);
    expect(found[0]?.slice(0, 10)).toBe(calendarDateIn(new Date(start + 7_200_000)));
  });
});

describe('what it says', () => {
  it('is of his clients alone for who has some, of no other tenant, and his own means are in it', async () => {
    const { clients, people } = office;
    await administrator();
    const sanne = await plantMember(db, office.scope.tenantId, { name: 'Sanne de Vries', roles: ['adviser'], clientIds: [clients.builder.clientId], personId: people.sanne });
    await make(NIGHT);
    await sweep();
    await make(MORNING);
    await delivered();
    const his = transport.messages.find(({ to }) => to === sanne.login)?.text ?? '';
    expect(his).toContain('Aannemer Kok B.V.');
    expect(his).toContain('log in uiterlijk 10 jan 2027');
    expect(his).not.toMatch(/Bakkerij|Piet|Kim|Ruth/);
    const all = transport.messages.find(({ to }) => to !== sanne.login)?.text ?? '';
    for (const name of ['Piet Jansen', 'Kim Smit', 'Ruth Bos', 'Bakkerij Mulder B.V.']) expect(all).toContain(name);
    const other = await aBusyOffice(db);
    await make(NIGHT, other);
    expect(await make(MORNING, other)).toEqual([]);
  });

  it('is decided when it is sent: nothing to who left, whose account is blocked, or when all is done', async () => {
    const gone = await administrator();
    const blocked = await administrator();
    await make(NIGHT);
    await sweep();
    expect(await make(MORNING)).toHaveLength(2);
    await db.write(office.scope, (writer) => writer.query(`update member set state = 'ended' where id = $1`, [gone.memberId]));
    await database.asAdmin('update account set blocked_at = now() where login = $1', [blocked.login]);
    expect(await delivered()).toEqual([]);
    expect((await ledger()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('says nothing of a client that was taken from him between making and sending, nor of tasks to who may not see them any more; to the others all', async () => {
    const { clients } = office;
    const moved = await plantMember(db, office.scope.tenantId, { name: 'Mo Verhuisd', roles: ['adviser'], clientIds: [clients.builder.clientId, clients.bakery.clientId] });
    const demoted = await plantMember(db, office.scope.tenantId, { name: 'Dirk Terug', roles: ['office-administrator'] });
    const stays = await plantMember(db, office.scope.tenantId, { name: 'Bo Blijft', roles: ['office-administrator'] });
    await make(NIGHT);
    await sweep();
    expect(await make(MORNING)).toHaveLength(3);
    await db.write(office.scope, async (writer) => {
      await writer.query('delete from member_client where client_id = $1 and member_id = $2', [clients.bakery.clientId, moved.memberId]);
      await writer.query(`update member set roles = '{employee}' where id = $1`, [demoted.memberId]);
    });
    await delivered();
    const textTo = ({ login }: PlantedMember): string | null => transport.messages.find(({ to }) => to === login)?.text ?? null;
    expect(textTo(stays)).toContain('Bakkerij');
    expect(textTo(moved)).toContain('Aannemer Kok B.V.');
    expect(textTo(moved)).not.toContain('Bakkerij');
    expect(textTo(demoted)).toBeNull();
  });

  it('is in his language, in the order of the parts, with links to exactly the lists, and headers that keep loops out', async () => {
    await plantMember(db, office.scope.tenantId, { name: 'Anna <Bos>', roles: ['office-administrator'], language: 'en' });
    await make(NIGHT);
    await sweep();
    await make(MORNING);
    await delivered();
    const [message] = transport.messages;
    expect(message?.subject).toBe('Kantoor Noord: 9 tasks, 3 new or closer');
    expect(message?.text.indexOf('YOU MUST')).toBeLessThan(message?.text.indexOf('WAITING FOR THE CLIENT') ?? -1);
    expect(message?.text).toContain(`https://k.example/${office.slug}/vandaag?taak=lapsed&deel=client`);
    expect(message?.html).toContain('color-scheme');
    expect(message?.html).not.toMatch(/<img|<script|src=/);
  });

  it('raises each step of the ladder once, and keeps what is open in every digest', async () => {
    await administrator();
    await make(NIGHT);
    await sweep();
    for (const day of ['2026-11-23', '2026-11-24', '2026-12-16']) {
      await make(`${day}T06:00:00Z`);
      await delivered();
    }
    expect(transport.messages.map(({ text }) => (text.match(/\(nog \d+ dagen\)/g) ?? []).length)).toEqual([3, 0, 3]);
    for (const { text } of transport.messages) expect(text).toContain('Bakkerij Mulder B.V.');
  });

  it('takes lines of other features, and is sent for them alone', async () => {
    await administrator();
    const source: DigestSource = () => Promise.resolve([{ section: 'reviews', key: 'q4', title: 'Kwartaal 4: 12 regels wachten op jou', count: 12, names: [], path: 'controles/q4' }]);
    const context = (instant: string) => ({ tenantDb: db, clock: clockStandingAt(instant), sources: [source] });
    await makeDigests(context(NIGHT), office.scope.tenantId);
    await makeDigests(context(MORNING), office.scope.tenantId);
    await sendNotices(sending(clockStandingAt(MORNING), [source]), tenantOf(office));
    const [{ subject, text } = { subject: '', text: '' }] = transport.messages;
    expect(subject).toBe('Kantoor Noord: 1 controle');
    expect(text).toContain('Er staan geen taken open. 12 regels wachten op jou in een lopende controle.');
    expect(text).toMatch(/LOPENDE CONTROLES \(1\)\n\nKwartaal 4: 12 regels wachten op jou\n {2}Alle 12 bekijken: \S+\/controles\/q4/);
  });
});

describe('notices run', () => {
  const run = (send: boolean) => runNotices({ db, tenantSlug: office.slug, on: ON, send, mail: { ...sending(), leaseMs: 1000 }, clock: clockStandingAt(MORNING) });

  it('simulates a day and writes nothing', async () => {
    const { login } = await administrator();
    const { digests, notices } = await run(false);
    expect(digests).toMatchObject([{ member: 'Anna Bos', to: login, period: BUSY_ON, isDue: true, state: null, digest: { count: 9 } }]);
    expect(notices.map(({ kind }) => kind)).toContain('leaver-with-live-means');
    expect(await database.asAdmin('select 1 from task where tenant_id = $1', [office.scope.tenantId])).toEqual([]);
    expect(await ledger()).toEqual([]);
  });

  it('mails for the day with --send, and once only', async () => {
    await administrator();
    expect((await run(true)).digests).toMatchObject([{ state: 'sent' }]);
    expect((await run(true)).digests).toMatchObject([{ state: 'sent' }]);
    expect(transport.messages).toHaveLength(1);
    expect(await db.read(systemScope(office.scope.tenantId), (reader) => reader.query('select 1 from notice'))).toHaveLength(1);
  });
});

describe('his own settings', () => {
  it('count from then on, are refused where they cannot be, and one click ends the digests', async () => {
    const { memberId } = await administrator();
    await make(NIGHT);
    await sweep();
    const change = (settings: Partial<DigestSettings>) =>
      db.write(office.scope, (writer) => changeDigestSettings(writer, { memberId, since: new Date(NIGHT), settings: { hour: 9, timeZone: 'Europe/Amsterdam', frequency: 'daily', weekday: 1, language: 'en', ...settings } }));
    await expect(change({ hour: 24 })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'hour' });
    await expect(change({ timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'timeZone' });
    await change({});
    expect([await make(MORNING), (await make('2026-11-23T08:00:00Z')).length]).toEqual([[], 1]);
    const [{ text, unsubscribeUrl = '' } = { text: '' }] = (await delivered(), transport.messages);
    expect(text).toContain('YOU MUST');
    const token = unsubscribeUrl.split('/').at(-1) ?? '';
    expect([await stopDigests(db, `${token}x`), await stopDigests(db, token), await stopDigests(db, token)]).toEqual([false, true, true]);
    expect(await make('2026-11-24T08:00:00Z')).toEqual([]);
    expect(await db.read(office.scope, (reader) => digestSettings(reader, memberId))).toMatchObject({ frequency: 'never', hour: 9 });
  });
});
