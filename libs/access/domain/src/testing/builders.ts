import type { Right } from '@ketenregie/authorisations-domain';
import { calendarDate } from '@ketenregie/kernel';
import type { AccessWorld, MeansFacts, ServiceFacts, SettledFacts } from '../world.js';

/** The day on which the builders' world is asked, and on which every source in it was read. */
export const TODAY = calendarDate('2026-11-23');

const NEVER_SEEN = { evidenceClass: null, seenOn: null, seenBy: null } as const;

/** A client half in force from 2026 until mid 2028, EH3, for `bd-lh` alone, granted to our company `office`. */
export function aClientHalf(facts: Partial<Right> = {}): Right {
  return {
    id: 'client-half-1',
    kind: 'client-half',
    companyId: 'bakkerij',
    intermediaryCompanyId: 'office',
    personId: null,
    state: 'active',
    statedOn: TODAY,
    startsOn: calendarDate('2026-01-01'),
    endsOn: calendarDate('2028-06-30'),
    endKind: 'day',
    level: 'EH3',
    scope: 'targets',
    targets: [{ serviceKey: 'bd-lh' }],
    supplierKey: 'reconi',
    ordinal: 0,
    ...NEVER_SEEN,
    ...facts,
  };
}

/** The office half of Sanne that continues the client half, in force until the end of 2029. */
export function anOfficeHalf(facts: Partial<Right> = {}): Right {
  const own = { id: 'office-half-1', kind: 'office-half', personId: 'sanne', endsOn: calendarDate('2029-12-31') } as const;
  return aClientHalf({ ...own, ...facts });
}

/** Sanne's direct right at a company, in force until mid 2028. */
export function aDirectRight(facts: Partial<Right> = {}): Right {
  return aClientHalf({ id: 'right-1', kind: 'direct', personId: 'sanne', intermediaryCompanyId: null, ...facts });
}

/** A means at EH3 until mid 2029, last used on 1 November 2026. */
export function aMeans(facts: Partial<MeansFacts> = {}): MeansFacts {
  return {
    id: 'means-1',
    supplierKey: 'reconi',
    level: 'EH3',
    variant: 'standard',
    state: 'active',
    statedOn: TODAY,
    issuedOn: calendarDate('2026-01-01'),
    endsOn: calendarDate('2029-06-30'),
    lastUsedOn: calendarDate('2026-11-01'),
    ...NEVER_SEEN,
    ...facts,
  };
}

/** The service `bd-lh` of the tax office: EH3, chains accepted. */
export function aService(facts: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    key: 'bd-lh',
    providerKey: 'belastingdienst',
    requiredLevel: 'EH3',
    chainAllowed: 'yes',
    registerKind: 'eherkenning',
    settled: null,
    ...facts,
  };
}

/** Sanne, the bakery, `bd-lh`, today: a chain that works, of which everything is known. */
export function aWorld(facts: Partial<AccessWorld> = {}): AccessWorld {
  return {
    on: TODAY,
    company: { id: 'bakkerij', endedOn: null, isOurs: false },
    service: aService(),
    person: { id: 'sanne', inServiceFrom: null, inServiceUntil: null },
    clientHalves: [aClientHalf()],
    officeHalves: [anOfficeHalf()],
    directRights: [],
    means: [aMeans()],
    changes: [],
    leadDays: { we: 1, client: 10, representative: null },
    blockers: [],
    ...facts,
  };
}

/** The same question for our own company `office`, where Sanne acts directly. */
export function aDirectWorld(facts: Partial<AccessWorld> = {}): AccessWorld {
  const company = { id: 'office', endedOn: null, isOurs: true };
  return aWorld({ company, clientHalves: [], officeHalves: [], directRights: [aDirectRight()], ...facts });
}

/** A tenant that settled nothing about a service. */
export const NOTHING_SETTLED: SettledFacts = { ...NEVER_SEEN, requiredLevel: null, chainAllowed: null };
