import type { CalendarDate } from '@ketenregie/kernel';
import type { Scope } from '@ketenregie/platform/db';
import { type Asked, type AskedCompany, type AskedPerson, assertAsked, type CompanyAddress, companyKeyOf, personKeyOf, type Subjects, subjectsOf } from '../subjects.queries.js';
import type { Facts } from '../world.queries.js';
import type { Held, MeansVersion, PersonVersion, RightVersion, TenantRows } from './read-tenant.js';

/** Who asks, and about which day. */
export interface Look {
  readonly scope: Scope;
  readonly on: CalendarDate;
}

/** Whether a version holds on a day. Source: `asOfSql`. */
const holdsOn = (on: CalendarDate) => ({ validFrom, validUntil }: Held): boolean => (validFrom === null || validFrom <= on) && (validUntil === null || validUntil >= on);

/** The wall `client`: the clients in scope. */
const sees = ({ hasAllClients, clientIds }: Scope, clientId: string): boolean => hasAllClients || clientIds.includes(clientId);

/** The wall `client-or-own`: the staff also read the tenant's own client. */
const seesCompanyOf = (scope: Scope, clientId: string): boolean => sees(scope, clientId) || (scope.isInternal && clientId === scope.tenantId);

type Index<Row> = ReadonlyMap<string, readonly Row[]>;

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const rowsOf = <Row>(index: Index<Row>, key: string | null): readonly Row[] => (key === null ? [] : (index.get(key) ?? []));

/** What the client granted stands under the company alone, the rest under company and person; a right of nobody on the staff list is in no path. */
function placeOfRight({ fact: { kind, companyId, personId } }: RightVersion): string | null {
  if (kind === 'client-half') return companyId;
  return personId === null ? null : `${companyId} ${personId}`;
}

// What a row takes in memory with its strings and its places in the indexes, measured on made tenants and rounded up.
const BYTES = { services: 1000, companies: 700, people: 700, means: 900, rights: 850, changes: 450 } as const;

/** About how many bytes the facts of a tenant take. */
export const bytesOf = (rows: TenantRows): number => Object.entries(BYTES).reduce((sum, [kind, bytes]) => sum + bytes * rows[kind as keyof typeof BYTES].length, 0);

/**
 * The facts of one tenant at one version, found by what questions name. All of it is here, whoever asks; each question is answered with what its asker
 * may see, by the conditions of the walls (decision 0002), to which the differential test holds them.
 */
export class TenantFacts {
  private readonly companies: Readonly<Record<'id' | 'kvk' | 'rsin', Index<TenantRows['companies'][number]>>>;
  private readonly people: Readonly<Record<'id' | 'email' | 'name', Index<PersonVersion>>>;
  private readonly rights: Index<RightVersion>;
  private readonly means: Index<MeansVersion>;
  private readonly changes: Index<TenantRows['changes'][number]>;

  constructor(private readonly rows: TenantRows) {
    const { companies, people, rights, means, changes } = rows;
    this.companies = { id: grouped(companies, ({ id }) => id), kvk: grouped(companies, ({ kvk }) => kvk), rsin: grouped(companies, ({ rsin }) => rsin) };
    this.people = { id: grouped(people, ({ id }) => id), email: grouped(people, ({ email }) => email), name: grouped(people, ({ foldedName }) => foldedName) };
    this.rights = grouped(rights, placeOfRight);
    this.means = grouped(means, ({ personId }) => personId);
    this.changes = grouped(changes, ({ fact }) => fact.rightId);
  }

  get version(): string {
    return this.rows.version;
  }

  /** Who and what a question is about, as `findSubjects` finds them. */
  subjects(asked: Asked, look: Look): Subjects {
    assertAsked(asked);
    const key = asked.service.trim();
    const services = this.rows.services.filter((service) => service.key === key || service.providerKey === key);
    return subjectsOf({ company: this.company(asked.company, look), people: this.peopleCalled(asked.person, look), services }, asked);
  }

  /** All facts between a company and a person. */
  facts({ company, person }: Pick<Subjects, 'company' | 'person'>, { scope, on }: Look): Facts {
    const holds = holdsOn(on);
    const known = (place: string | null): readonly RightVersion[] => rowsOf(this.rights, place).filter((row) => sees(scope, row.clientId) && holds(row));
    const rights = [...known(company && company.id), ...known(company && person && `${company.id} ${person.id}`)].map(({ fact }) => fact);
    const means = scope.isInternal ? rowsOf(this.means, person && person.id).filter(holds).map(({ fact }) => fact) : [];
    const changes = rights.flatMap(({ id }) => rowsOf(this.changes, id)).filter(({ clientId }) => sees(scope, clientId)).map(({ fact }) => fact);
    return { rights, means, changes };
  }

  private company(address: CompanyAddress, { scope, on }: Look): AskedCompany | null {
    const { by, value } = companyKeyOf(address);
    const held = rowsOf(this.companies[by], value).filter(holdsOn(on)).filter(({ clientId }) => seesCompanyOf(scope, clientId));
    const [last] = held.toSorted((a, b) => (a.versionId > b.versionId ? -1 : 1));
    if (last === undefined) return null;
    const { id, clientId, name, kvk, endedOn } = last;
    return { id, clientId, name, kvk, endedOn, isOurs: clientId === this.rows.tenantId || this.rows.isHolding };
  }

  /** People and their means are for the staff alone. */
  private peopleCalled(person: string, { scope, on }: Look): readonly AskedPerson[] {
    if (!scope.isInternal) return [];
    const { by, value } = personKeyOf(person);
    return rowsOf(this.people[by], value).filter(holdsOn(on)).map(({ id, name, inServiceFrom, inServiceUntil }) => ({ id, name, inServiceFrom, inServiceUntil }));
  }
}
