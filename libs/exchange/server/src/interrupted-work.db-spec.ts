import { setTimeout as pause } from 'node:timers/promises';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import { followWork } from './follow-work.js';
import { importById, operationsByImport, previewsByImport } from './imports.queries.js';
import { ROWS, makeOffice, stageFile } from './testing/office.js';

let database: TestDatabase;
let db: TenantDb;
let scope: Scope;
let importId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
  scope = await makeOffice(db, 'kantoor');
  importId = await stageFile(db, scope, ['staff.csv', null]);
}, 30_000);
afterEach(() => database.drop(), 20_000);

const operation = () => db.read(scope, async (reader) => (await operationsByImport(reader, [importId])).get(importId));
const state = () => db.read(scope, async (reader) => (await importById(reader, importId))?.state);

/** Work whose process died so many seconds ago, without a last word. */
async function died(kind: string, secondsAgo: number): Promise<void> {
  const id = await db.progress(scope).start(kind, importId);
  await database.asAdmin(`update operation set changed_at = now() - make_interval(secs => $2) where id = $1`, [id, secondsAgo]);
}

describe('work whose process was killed', () => {
  it('is at work while it may be only slow, and interrupted soon after', async () => {
    await died('import.apply', 10);
    expect(await operation()).toMatchObject({ kind: 'import.apply', state: 'running', failure: null });
    await died('import.apply', 16);
    expect(await operation()).toMatchObject({ kind: 'import.apply', state: 'failed', failure: 'INTERRUPTED' });
    expect(await state()).toBe('staged');
  });

  it('is done where it ended before it could say so', async () => {
    await db.write(scope, (writer) => applyImport(writer, importId));
    await died('import.apply', 60);
    expect(await operation()).toMatchObject({ state: 'done', failure: null });
    await died('import.undo', 60);
    expect(await operation()).toMatchObject({ state: 'failed', failure: 'INTERRUPTED' });
    expect(await state()).toBe('applied');
  });

  it('is a file that was not read where it read one, and it can be brought again', async () => {
    await died('import.stage', 16);
    await database.asAdmin(`update import set state = 'staging', created_at = now() - interval '16 seconds'`);
    await database.asAdmin(`update operation set changed_at = now() - interval '16 seconds'`);
    expect([await state(), (await operation())?.failure]).toEqual(['failed', 'INTERRUPTED']);
    await expect(db.write(scope, (writer) => applyImport(writer, importId))).rejects.toMatchObject({ code: 'IMPORT_STATE' });
    importId = await stageFile(db, scope, ['staff.csv', null]);
    expect(await state()).toBe('staged');
  });

  it('says what became of recording, also after what would change was worked out again', async () => {
    await died('import.apply', 60);
    await followWork(db, { scope, importId, kind: 'import.preview' }, () => Promise.resolve());
    expect(await operation()).toMatchObject({ kind: 'import.apply', failure: 'INTERRUPTED' });
    const previews = await db.read(scope, (reader) => previewsByImport(reader, [importId]));
    expect(previews.get(importId)).toMatchObject({ kind: 'import.preview', state: 'done' });
  });
});

describe('work that has long nothing to say', () => {
  it('says that it is alive, and no more once it has ended', async () => {
    const changedAt = async () => (await database.asAdmin<{ changed: string }>(`select changed_at::text as changed from operation where kind = 'import.apply'`))[0]?.changed;
    let finish = (): void => undefined;
    const work = followWork(db, { scope, importId, kind: 'import.apply' }, () => new Promise<void>((resolve) => (finish = resolve)));
    while ((await operation())?.kind !== 'import.apply') await pause(20);
    await database.asAdmin(`update operation set changed_at = now() - interval '1 hour' where kind = 'import.apply'`);
    while ((await operation())?.state !== 'running') await pause(50);
    finish();
    await work;
    const ended = await changedAt();
    await pause(1_200);
    expect([(await operation())?.state, await changedAt()]).toEqual(['done', ended]);
  }, 15_000);
});
