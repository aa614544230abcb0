import type { CompanyFact, CompanyHolder, CompanyKnowledge, KnownCompany } from '@ketenregie/companies-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, asOfSql, queryOne } from '@ketenregie/platform/db';

interface KnownRow {
  readonly id: string;
  readonly clientId: string;
  readonly clientNumber: string | null;
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly versionId: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly content: CompanyHolder['content'];
}

const KNOWN = `
  select c.id, c.client_id as "clientId", k.client_number as "clientNumber", c.kvk_number as "kvkNumber", c.rsin,
    v.id as "versionId", v.valid_from as "validFrom", v.valid_until as "validUntil",
    json_build_object('name', v.name, 'otherNames', v.other_names, 'legalForm', v.legal_form, 'town', v.town, 'groupName', v.group_name, 'accountable', v.accountable, 'endedOn', v.ended_on) as content
  from company c
  join client k on k.tenant_id = c.tenant_id and k.id = c.client_id
  left join company_version v on v.tenant_id = c.tenant_id and v.company_id = c.id and v.superseded_at is null and ${asOfSql('v', '$1::date', 'null::timestamptz')}`;

function knownOf({ versionId, validFrom, validUntil, content, ...company }: KnownRow): KnownCompany {
  return { ...company, holder: versionId === null ? null : { id: versionId, validFrom, validUntil, content } };
}

/** Whether a fact names its company by nothing but a name: then every company of the tenant may be meant, in any spelling. */
const isNamedOnly = ({ kvkNumber, rsin }: CompanyFact): boolean => kvkNumber === null && rsin === null;

/**
 * The companies that a list may speak of, in three statements: those with a number of the list or of a client it names, and the whole tenant
 * where a row names its company by name alone.
 */
export async function companyKnowledge(reader: Reader, referenceOn: CalendarDate, facts: readonly CompanyFact[]): Promise<CompanyKnowledge> {
  const numbers = (read: (fact: CompanyFact) => string | null): string[] => [...new Set(facts.flatMap((fact) => read(fact) ?? []))];
  const clientNumbers = numbers(({ clientNumber }) => clientNumber);
  const rows = await reader.query<KnownRow>(
    `${KNOWN} where $5 or c.kvk_number = any($2::text[]) or c.rsin = any($3::text[]) or k.client_number = any($4::text[])`,
    [referenceOn, numbers(({ kvkNumber }) => kvkNumber), numbers(({ rsin }) => rsin), clientNumbers, facts.some(isNamedOnly)],
  );
  const clients = await reader.query<{ number: string; id: string }>('select client_number as number, id from client where client_number = any($1::text[])', [clientNumbers]);
  const { tenantId, isHolding } = await queryOne<{ tenantId: string; isHolding: boolean }>(reader, `select tenant_id as "tenantId", kind = 'holding' as "isHolding" from tenant`);
  return { companies: rows.map(knownOf), clientsByNumber: new Map(clients.map(({ number, id }) => [number, id])), ownClientId: tenantId, isHolding };
}

/** One company with what holds on a day, or null: not there, or not in scope. */
export async function knownCompany(reader: Reader, on: CalendarDate, id: string): Promise<KnownCompany | null> {
  const [row] = await reader.query<KnownRow>(`${KNOWN} where c.id = $2`, [on, id]);
  return row === undefined ? null : knownOf(row);
}

/** Whether another company of the tenant has one of the numbers. */
export async function isNumberTaken(reader: Reader, { id, kvkNumber, rsin }: Pick<KnownCompany, 'id' | 'kvkNumber' | 'rsin'>): Promise<boolean> {
  const others = await reader.query('select 1 from company where id <> $1 and (kvk_number = $2 or rsin = $3)', [id, kvkNumber, rsin]);
  return others.length > 0;
}
