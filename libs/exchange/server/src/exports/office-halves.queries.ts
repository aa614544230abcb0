import type { RightScope } from '@ketenregie/authorisations-domain';
import { type RecordedTarget, targetsByVersion } from '@ketenregie/authorisations-server';
import type { CalendarDate } from '@ketenregie/kernel';
import { peopleById } from '@ketenregie/people-server';
import { type Reader, asOfSql } from '@ketenregie/platform/db';

interface Half {
  readonly companyId: string;
  readonly intermediaryCompanyId: string | null;
  readonly scope: RightScope;
}

interface OfficeHalf extends Half {
  readonly versionId: string;
  readonly personId: string;
}

const textOf = ({ serviceKey, providerKey, isWholeProvider }: RecordedTarget): string => (serviceKey === null ? `${isWholeProvider ? 'whole' : 'named'}:${providerKey ?? ''}` : `service:${serviceKey}`);

/** What the halves of one chain have in common: company, intermediary, and what they cover. */
function chainKeyOf({ companyId, intermediaryCompanyId, scope }: Half, targets: readonly RecordedTarget[]): string {
  return [companyId, intermediaryCompanyId ?? '', scope, ...targets.map(textOf).sort()].join(' ');
}

/** Our halves of these companies' chains that are not ended; each looks its version up by index, also right after an import. */
function officeHalves(reader: Reader, companyIds: readonly string[], on: CalendarDate): Promise<OfficeHalf[]> {
  return reader.query(
    `select a.company_id as "companyId", a.intermediary_company_id as "intermediaryCompanyId", v.scope, v.id as "versionId", a.person_id as "personId"
     from unnest($2::uuid[]) as asked (company_id)
     cross join lateral (select * from authorisation c where c.company_id = asked.company_id and c.kind = 'office-half' offset 0) a
     cross join lateral (select * from authorisation_version v where v.authorisation_id = a.id and v.superseded_at is null and ${asOfSql('v', '$1::date', 'null::timestamptz')} offset 0) v
     where v.state <> 'ended' order by a.id`,
    [on, companyIds],
  );
}

/** The names of the employees linked to the chains of some companies, looked up by a client's half; ended halves do not link anybody. */
export async function linkedEmployees(reader: Reader, companyIds: readonly string[], on: CalendarDate): Promise<(half: Half, targets: readonly RecordedTarget[]) => readonly string[]> {
  const halves = await officeHalves(reader, companyIds, on);
  const targets = await targetsByVersion(reader, halves.map(({ versionId }) => versionId));
  const people = await peopleById(reader, [...new Set(halves.map(({ personId }) => personId))], { on });
  const names = new Map<string, Set<string>>();
  for (const half of halves) {
    const key = chainKeyOf(half, targets.get(half.versionId) ?? []);
    const name = people.get(half.personId)?.fullName;
    if (name !== undefined) names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  return (half, covered) => [...(names.get(chainKeyOf(half, covered)) ?? [])].sort();
}
