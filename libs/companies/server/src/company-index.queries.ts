import type { Searchable } from '@ketenregie/companies-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, queryOne } from '@ketenregie/platform/db';
import { COMPANIES_ON } from './companies.queries.js';

/** What the palette searches: all companies in sight, small. */
export interface CompanyIndexEntry extends Searchable {
  readonly id: string;
}

export interface CompanyIndex {
  /** A hash of the whole content in sight: it changes with the data, and with the scope. */
  readonly version: string;
  readonly totalCount: number;
  readonly entries: readonly CompanyIndexEntry[] | null;
}

/** The most companies that a browser searches by itself: beyond these the server does. */
const MOST_ENTRIES = 20_000;

/** All companies in sight by name; without entries where the caller holds this version already, or where they are too many for a browser. */
export async function companyIndex(reader: Reader, on: CalendarDate, heldVersion: string | null = null): Promise<CompanyIndex> {
  const head = await queryOne<Omit<CompanyIndex, 'entries'>>(
    reader,
    `select count(*)::int as "totalCount", md5(coalesce(string_agg(
       jsonb_build_array(c.id, v.name, v.other_names, c.kvk_number, c.rsin, k.client_number, v.town)::text, ',' order by c.id), '')) as version ${COMPANIES_ON}`,
    [on],
  );
  if (head.version === heldVersion || head.totalCount > MOST_ENTRIES) return { ...head, entries: null };
  const entries = await reader.query<CompanyIndexEntry>(
    `select c.id, v.name, v.other_names as "otherNames", c.kvk_number as "kvkNumber", c.rsin, k.client_number as "clientNumber", v.town ${COMPANIES_ON} order by lower(v.name), c.id`,
    [on],
  );
  return { ...head, entries };
}
