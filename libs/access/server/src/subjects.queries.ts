import type { CompanyFacts, PersonFacts, ServiceFacts } from '@ketenregie/access-domain';
import { DomainError, InvalidInputError, isId } from '@ketenregie/kernel';
import { asOfSql, prepared, queryOne, type Reader } from '@ketenregie/platform/db';
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

/** By what a company is looked for, as it is compared; a null finds none. */
export function companyKeyOf(address: CompanyAddress): { readonly by: 'kvk' | 'rsin' | 'id'; readonly value: string | null } {
  if ('kvk' in address) return { by: 'kvk', value: address.kvk.trim() };
  if ('rsin' in address) return { by: 'rsin', value: address.rsin.trim() };
  return { by: 'id', value: isId(address.id) ? address.id : null };
}

/** By what a person is looked for, as it is compared. */
export function personKeyOf(person: string): { readonly by: 'id' | 'email' | 'name'; readonly value: string } {
  const value = person.trim().replace(/\s+/g, ' ').toLowerCase();
  return { by: isId(value) ? 'id' : value.includes('@') ? 'email' : 'name', value };
}

const COMPANY_COLUMNS = { kvk: ['kvk_number', 'text'], rsin: ['rsin', 'text'], id: ['id', 'uuid'] } as const;
const PERSON_COLUMNS = { id: ['v.person_id', 'uuid'], email: ['v.email', 'text'], name: ['lower(v.full_name)', 'text'] } as const;

function companySql(statement: Statement, address: CompanyAddress): string {
  const { by, value } = companyKeyOf(address);
  const [column, type] = COMPANY_COLUMNS[by];
  return `select jsonb_build_object('id', c.id, 'clientId', c.client_id, 'name', v.name, 'kvk', c.kvk_number, 'endedOn', v.ended_on,
      'isOurs', c.client_id = c.tenant_id or (select kind from tenant) = 'holding')
    from company c join company_version v on v.company_id = c.id and v.client_id = c.client_id and ${asOfSql('v', statement.on, statement.knownAt)}
    where c.${column} = ${statement.place(value, type)} order by v.id desc limit 1`;
}

function personSql(statement: Statement, person: string): string {
  const { by, value } = personKeyOf(person);
  const [column, type] = PERSON_COLUMNS[by];
  return `select coalesce(jsonb_agg(jsonb_build_object('id', v.person_id, 'name', v.full_name, 'inServiceFrom', v.in_service_from, 'inServiceUntil', v.in_service_until)), '[]')
    from person_version v where ${column} = ${statement.place(value, type)} and ${asOfSql('v', statement.on, statement.knownAt)}`;
}

/** Own experience has its reason in the log; a class of evidence is recorded of it nowhere. */
const SETTLED = `case when coalesce(${SETTLED_LEVEL}, ${SETTLED_CHAIN}) is not null then jsonb_build_object(
    'requiredLevel', ${SETTLED_LEVEL}, 'chainAllowed', ${SETTLED_CHAIN}, 'evidenceClass', null, 'seenOn', null, 'seenBy', null) end`;

/** A service of `FROM_SERVICES` as a fact. */
const SERVICE_FACT = `jsonb_build_object('key', c.key, 'providerKey', c.provider_key, 'nameNl', c.name_nl, 'nameEn', c.name_en,
      'requiredLevel', c.required_level, 'chainAllowed', c.chain_allowed, 'registerKind', c.register_kind, 'settled', ${SETTLED})`;

/** Every service of the catalogue as it counts for the tenant, in the order of their keys. */
export const EVERY_SERVICE = `select ${SERVICE_FACT} as fact from ${FROM_SERVICES} order by c.key collate "C"`;

function serviceSql(statement: Statement, service: string): string {
  const key = statement.place(service.trim(), 'text');
  return `select coalesce(jsonb_agg(${SERVICE_FACT} order by c.key collate "C"), '[]')
    from ${FROM_SERVICES} and (c.key = ${key} or c.provider_key = ${key})`;
}

/** All that answers to what was asked, before it is known whether it is one. */
export interface Found {
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

/** Refuses a question without somebody or without a service. */
export function assertAsked({ person, service }: Asked): void {
  if ([person, service].some((text) => text.trim() === '')) throw new InvalidInputError('Say who and at which service.');
}

/** Who and what was found; throws PersonAmbiguousError. */
export function subjectsOf({ company, people, services }: Found, asked: Asked): Subjects {
  if (people.length > 1) throw new PersonAmbiguousError();
  return { company, person: people[0] ?? null, ...servicesOf(services, asked.service) };
}

/** Finds who and what a question is about, as known at the moment, in one statement; throws PersonAmbiguousError. */
export async function findSubjects(reader: Reader, asked: Asked, moment: Moment): Promise<Subjects> {
  assertAsked(asked);
  const statement = new Statement(moment);
  const sql = `select (${companySql(statement, asked.company)}) as company, (${personSql(statement, asked.person)}) as people, (${serviceSql(statement, asked.service)}) as services`;
  return subjectsOf(await queryOne<Found>(reader, prepared(sql), statement.values), asked);
}
