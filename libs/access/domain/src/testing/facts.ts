import type { Change, Right } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { AccessWorld, CompanyFacts, MeansFacts, PersonFacts, ServiceFacts } from '../world.js';

/** A row of the company table. */
export interface CompanyRow {
  readonly id: string;
  readonly clientId: string;
  readonly kvk: string | null;
  readonly rsin: string | null;
  readonly endedOn: CalendarDate | null;
}

/** A row of the authorisation table, its targets with it. */
export interface AuthorisationRow extends Right {
  readonly clientId: string;
}

/** A row of the means table. */
export interface MeansRow extends MeansFacts {
  readonly personId: string;
}

/** A small tenant as flat rows: from them both the tables of a database and the worlds of the domain can be filled. */
export interface Facts {
  readonly seed: number;
  /** The client that stands for the tenant itself; its companies are our own. */
  readonly ownClientId: string;
  readonly clientIds: readonly string[];
  readonly companies: readonly CompanyRow[];
  readonly people: readonly PersonFacts[];
  readonly means: readonly MeansRow[];
  readonly authorisations: readonly AuthorisationRow[];
  readonly changes: readonly Change[];
  readonly services: readonly ServiceFacts[];
}

/** A question over facts; an id or key that they do not hold stands for something unknown. */
export interface Question {
  readonly personId: string;
  readonly companyId: string;
  readonly serviceKey: string;
  readonly on: CalendarDate;
}

function companyOf({ companies, ownClientId }: Facts, companyId: string): CompanyFacts | null {
  const row = companies.find(({ id }) => id === companyId);
  return row === undefined ? null : { id: row.id, endedOn: row.endedOn, isOurs: row.clientId === ownClientId };
}

function rightsFor({ authorisations }: Facts, { companyId, personId }: Question) {
  const rights = authorisations.filter((right) => right.companyId === companyId);
  const his = rights.filter((right) => right.personId === personId);
  return {
    clientHalves: rights.filter(({ kind }) => kind === 'client-half'),
    officeHalves: his.filter(({ kind }) => kind === 'office-half'),
    directRights: his.filter(({ kind }) => kind === 'direct'),
  };
}

/** Picks from the facts of a tenant the world of one question. No lead time and no blocker is known. */
export function worldFor(facts: Facts, question: Question): AccessWorld {
  return {
    on: question.on,
    company: companyOf(facts, question.companyId),
    service: facts.services.find(({ key }) => key === question.serviceKey) ?? null,
    person: facts.people.find(({ id }) => id === question.personId) ?? null,
    ...rightsFor(facts, question),
    means: facts.means.filter(({ personId }) => personId === question.personId),
    changes: facts.changes,
    leadDays: { we: null, client: null, representative: null },
    blockers: [],
  };
}
