import { calendarDate } from '@ketenregie/kernel';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import type { AccessMemory } from '../memory/access-memory.js';
import type { Moment } from '../moment.js';
import type { Asked } from '../subjects.queries.js';
import type { AccessAnswers } from '../world.queries.js';

const NOBODY: Asked = { person: 'nobody@example.test', company: { kvk: '00000000' }, service: 'none' };

/** Asks until a tenant is worth being read into memory, and waits until it is there. */
export async function fillMemory(memory: AccessMemory, { db, tenantId }: { readonly db: TenantDb; readonly tenantId: string }): Promise<void> {
  for (const _ of [1, 2, 3]) await db.read(systemScope(tenantId), (reader) => memory.answer(reader, NOBODY, { on: calendarDate('2026-01-01'), knownAt: null }));
  await memory.settled();
}

type Counted = ReturnType<TenantDb['snapshot']>;

/** What the memory answers in a snapshot, or the code of its refusal, and how many statements that took; one is a version that was found in memory. */
export async function fromMemory(memory: AccessMemory, snapshot: Counted, { asked, moment }: { readonly asked: Asked; readonly moment: Moment }): Promise<{ statements: number; found: AccessAnswers | string }> {
  try {
    const found = await memory.answer(snapshot, asked, moment).catch((error: { code: string }) => error.code);
    return { statements: snapshot.statementCount, found };
  } finally {
    await snapshot.close();
  }
}
