import { meansByPerson, peopleById, type MeansRecord, type PersonRecord } from '@ketenregie/people-server';
import type { CalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import { type AccessRow, allThat } from './answers.queries.js';

/** What somebody sees of himself. */
export interface OwnAccess {
  readonly person: PersonRecord;
  readonly means: readonly MeansRecord[];
  readonly rights: readonly AccessRow[];
  /** Who administers here, by name. */
  readonly administrators: readonly string[];
}

/** Only where he was linked himself: that a client chose our office says nothing of him. */
const isHis = ({ officeHalfId, rightId }: AccessRow): boolean => officeHalfId !== null || rightId !== null;

const byCompany = (a: AccessRow, b: AccessRow): number => a.companyName.localeCompare(b.companyName, 'nl') || a.serviceKey.localeCompare(b.serviceKey);

/** The means and rights of one person, and whom to turn to. Null where he is no longer known. */
export async function ownAccess(reader: Reader, { personId, today }: { readonly personId: string; readonly today: CalendarDate }): Promise<OwnAccess | null> {
  const person = (await peopleById(reader, [personId], { on: today })).get(personId);
  if (person === undefined) return null;
  const means = (await meansByPerson(reader, [personId], { on: today })).get(personId) ?? [];
  const rights = (await allThat(reader, personId, { on: today, knownAt: null })).filter(isHis).toSorted(byCompany);
  const administrators = await reader.query<{ name: string }>(`select display_name as name from member where 'office-administrator' = any(roles) and state = 'active' and display_name <> '' order by 1 limit 3`);
  return { person, means, rights, administrators: administrators.map(({ name }) => name) };
}
