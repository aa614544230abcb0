import type { CompanyFacts, PersonFacts, ServiceFacts } from '@ketenregie/access-domain';
import { DomainError, InvalidInputError, isId } from '@ketenregie/kernel';
import { asOfSql, queryOne, type Reader } from '@ketenregie/platform/db';
import type { Moment } from './moment.js';
import { FROM_SERVICES, SETTLED_CHAIN, SETTLED_LEVEL } from './sql/service-facts.js';
import { Statement } from './sql/statement.js';

/** The represented company by exactly one of its numbers, or its id. */
export type CompanyAddress = { readonly kvk: string } | { readonly rsin: string } | { readonly id: string };

/** A question as it is asked. `person`: an e-mail address, an id or a full name. `service`: a service key, or a provider key for all of its services. */
export interface Asked {
  readonly person: string;
  readonly company: CompanyAddress;
  readonly service: string;
}

export interface AskedCompany extends CompanyFacts {
  readonly clientId: string;
  readonly name: string;
  readonly kvk: string | null;
}

export interface AskedPerson extends PersonFacts {
  readonly name: string;
}

export interface AskedService extends ServiceFacts {
  readonly nameNl: string;
  readonly nameEn: string;
}

/** Who and what a question is about; null: unknown to the tenant, or not the reader's to see. */
export interface Subjects {
  readonly company: AskedCompany | null;
  readonly person: AskedPerson | null;
  /** One where a service was named, or nothing that is known; else all of the provider's. */
  readonly services: readonly (AskedService | null)[];
  readonly isProvider: boolean;
}

/** More than one person answers to what was typed. */
export class PersonAmbiguousError extends DomainError {
  constructor() {
    super('PERSON_AMBIGUOUS', 'More than one person is called so: give the e-mail address or the id.', 'person');
  }
}

function companySql(statement: Statement, address: CompanyAddress): string {
  const [column, value, type] =
    'kvk' in address ? ['kvk_number', address.kvk.trim(), 'text'] : 'rsin' in address ? ['rsin', address.rsin.trim(), 'text'] : ['id', isId(address.id) ? address.id : null, 'uuid'];
  return `select jsonb_build_object('id', c.id, 'clientId', c.client_id, 'name', v.name, 'kvk', c.kvk_number, 'endedOn', v.ended_on,
      'isOurs', c.client_id = c.tenant_id or (select kind from tenant) = 'holding')
    from company c join company_version v on v.company_id = c.id and v.client_id = c.client_id and ${asOfSql('v', statement.on, statement.knownAt)}
    where c.${column} = ${statement.place(value, type)} order by v.id desc limit 1`;
}

function personSql(statement: Statement, person: string): string {
  const text = person.trim().replace(/\s+/g, ' ').toLowerCase();
  const column = isId(text) ? 'v.person_id' : text.includes('@') ? 'v.email' : 'lower(v.full_name)';
  return `select coalesce(jsonb_agg(jsonb_build_object('id', v.person_id, 'name', v.full_name, 'inServiceFrom', v.in_service_from, 'inServiceUntil', v.in_service_until)), '[]')
    from person_version v where ${column} = ${statement.place(text, isId(text) ? 'uuid' : 'text')} and ${asOfSql('v', statement.on, statement.knownAt)}`;
}

/** Own experience has its reason in the log; a class of evidence is recorded of it nowhere. */
const SETTLED = `case when coalesce(${SETTLED_LEVEL}, ${SETTLED_CHAIN}) is not null then jsonb_build_object(
    'requiredLevel', ${SETTLED_LEVEL}, 'chainAllowed', ${SETTLED_CHAIN}, 'evidenceClass', null, 'seenOn', null, 'seenBy', null) end`;

function serviceSql(statement: Statement, service: string): string {
  const key = statement.place(service.trim(), 'text');
  return `select coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'providerKey', c.provider_key, 'nameNl', c.name_nl, 'nameEn', c.name_en,
      'requiredLevel', c.required_level, 'chainAllowed', c.chain_allowed, 'registerKind', c.register_kind, 'settled', ${SETTLED}) order by c.key collate "C"), '[]')
    from ${FROM_SERVICES} and (c.key = ${key} or c.provider_key = ${key})`;
}

interface Found {
  readonly company: AskedCompany | null;
  readonly people: readonly AskedPerson[];
  readonly services: readonly AskedService[];
}

/** A service goes before a provider of the same key. */
function servicesOf(found: readonly AskedService[], asked: string): Pick<Subjects, 'services' | 'isProvider'> {
  const named = found.find(({ key }) => key === asked.trim());
  if (named !== undefined || found.length === 0) return { services: [named ?? null], isProvider: false };
  return { services: found, isProvider: true };
}

/** Finds who and what a question is about, as known at the moment, in one statement; throws PersonAmbiguousError. */
export async function findSubjects(reader: Reader, asked: Asked, moment: Moment): Promise<Subjects> {
  if ([asked.person, asked.service].some((text) => text.trim() === '')) throw new InvalidInputError('Say who and at which service.');
  const statement = new Statement(moment);
  const sql = `select (${companySql(statement, asked.company)}) as company, (${personSql(statement, asked.person)}) as people, (${serviceSql(statement, asked.service)}) as services`;
  const { company, people, services } = await queryOne<Found>(reader, sql, statement.values);
  if (people.length > 1) throw new PersonAmbiguousError();
  return { company, person: people[0] ?? null, ...servicesOf(services, asked.service) };
}
