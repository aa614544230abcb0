import { CHANGE_STATES, type Change, type RightTarget } from '@ketenregie/authorisations-domain';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import { addDays, addMonths, calendarDate, type CalendarDate } from '@ketenregie/kernel';
import type { PersonFacts, ServiceFacts } from '../world.js';
import type { AuthorisationRow, CompanyRow, Facts, MeansRow, Question } from './facts.js';
import { type RandomSource, randomSource } from './random-source.js';

/** The day around which everything happens: every limit lies within two days of it, or far away. */
export const PIVOT = calendarDate('2026-11-23');

const SERVICES: readonly [key: string, providerKey: string][] = [
  ['bd-lh', 'belastingdienst'],
  ['bd-ob', 'belastingdienst'],
  ['uwv-mgd', 'uwv'],
  ['uwv-verzuim', 'uwv'],
  ['pme-wgp', 'pme'],
];
const SUPPLIERS = ['reconi', 'kpn', null] as const;
const REQUIRED_LEVELS: readonly AssuranceLevel[] = ['EH1', 'EH2+', 'EH3', 'EH3', 'EH4'];
const HELD_LEVELS: readonly AssuranceLevel[] = ['EH2', 'EH2+', 'EH3', 'EH3', 'EH4', 'EH4', 'EH4'];

const OWN_KINDS = ['direct', 'direct', 'client-half'] as const;
const CLIENT_KINDS = ['client-half', 'client-half', 'office-half', 'office-half', 'office-half', 'direct'] as const;

const idOf = (kind: number, index: number): string => `0000000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`;
const idsOf = (kind: number, count: number): readonly string[] => Array.from({ length: count }, (_, index) => idOf(kind, index));

const near = (random: RandomSource, day: CalendarDate): CalendarDate => addDays(day, random.int(5) - 2);
const someday = (random: RandomSource, far: CalendarDate): CalendarDate | null =>
  random.chance(0.2) ? null : random.chance(0.3) ? near(random, PIVOT) : near(random, far);
const earlier = (random: RandomSource): CalendarDate | null => someday(random, addMonths(PIVOT, -6));
const later = (random: RandomSource): CalendarDate | null => someday(random, addMonths(PIVOT, 9 + random.int(3)));
const someLevel = (random: RandomSource): AssuranceLevel | null => (random.chance(0.12) ? null : random.pick(HELD_LEVELS));

function sighting(random: RandomSource) {
  const isSeen = random.chance(0.6);
  return isSeen
    ? { evidenceClass: random.pick(['A', 'B', 'C', 'D'] as const), seenOn: near(random, PIVOT), seenBy: 'Sanne Jansen' }
    : { evidenceClass: null, seenOn: null, seenBy: null };
}

function someService(random: RandomSource, [key, providerKey]: readonly [string, string]): ServiceFacts {
  return {
    key,
    providerKey,
    requiredLevel: random.chance(0.15) ? null : random.pick(REQUIRED_LEVELS),
    chainAllowed: random.pick(['yes', 'yes', 'yes', 'yes', 'unknown', 'no']),
    registerKind: providerKey === 'pme' ? 'portal-own' : 'eherkenning',
    settled: null,
  };
}

function someCompany(random: RandomSource, id: string, place: number): CompanyRow {
  return {
    id,
    clientId: idOf(1, place < 2 ? 0 : 1 + (place % 2)),
    kvk: random.chance(0.9) ? String(90_000_000 + place) : null,
    rsin: null,
    endedOn: random.chance(0.15) ? near(random, PIVOT) : null,
  };
}

function somePerson(random: RandomSource, id: string): PersonFacts {
  const inServiceUntil = random.chance(0.3) ? near(random, PIVOT) : null;
  return { id, inServiceFrom: random.chance(0.3) ? near(random, PIVOT) : null, inServiceUntil };
}

function someMeans(random: RandomSource, id: string, people: readonly PersonFacts[]): MeansRow {
  return {
    id,
    personId: random.pick(people).id,
    supplierKey: random.pick(SUPPLIERS),
    level: someLevel(random),
    variant: random.chance(0.1) ? 'tax-only' : 'standard',
    state: random.chance(0.7) ? 'active' : random.pick(['requested', 'suspended', 'withdrawn', 'unknown']),
    statedOn: near(random, PIVOT),
    issuedOn: earlier(random),
    endsOn: later(random),
    lastUsedOn: random.chance(0.2) ? null : near(random, addMonths(PIVOT, random.pick([-24, -5, -5]))),
    ...sighting(random),
  };
}

function someTargets(random: RandomSource): readonly RightTarget[] {
  return Array.from({ length: 1 + random.int(2) }, (): RightTarget => {
    const [serviceKey, providerKey] = random.pick(SERVICES);
    return random.chance(0.6) ? { serviceKey } : { providerKey, isWholeProvider: random.chance(0.5) };
  });
}

interface Cast {
  readonly companies: readonly CompanyRow[];
  readonly people: readonly PersonFacts[];
}

/** Who is represented, by whom, through which of our companies: our own employees act directly, mostly. */
function someParties(random: RandomSource, { companies, people }: Cast) {
  const company = random.pick(companies);
  const kind = random.pick(company.clientId === companies[0]?.clientId ? OWN_KINDS : CLIENT_KINDS);
  return {
    kind,
    clientId: company.clientId,
    companyId: company.id,
    intermediaryCompanyId: kind === 'direct' ? null : idOf(2, random.chance(0.8) ? 0 : 1),
    personId: kind === 'client-half' ? null : random.pick(people).id,
  };
}

function someAuthorisation(random: RandomSource, id: string, cast: Cast): AuthorisationRow {
  const scope = random.chance(0.4) ? 'all' : 'targets';
  const endsOn = later(random);
  return {
    id,
    ...someParties(random, cast),
    state: random.chance(0.75) ? 'active' : random.pick(['requested', 'ended', 'unknown']),
    statedOn: near(random, PIVOT),
    startsOn: earlier(random),
    endsOn,
    endKind: endsOn === null ? random.pick(['none', 'unknown'] as const) : 'day',
    level: someLevel(random),
    scope,
    targets: scope === 'all' ? [] : someTargets(random),
    supplierKey: random.pick(SUPPLIERS),
    ordinal: random.int(4),
    ...sighting(random),
  };
}

function someChange(random: RandomSource, rights: readonly AuthorisationRow[]): Change {
  const kind = random.chance(0.8) ? 'revoke' : 'grant';
  return { rightId: random.pick(rights).id, kind, state: random.pick(CHANGE_STATES), decidedOn: near(random, PIVOT) };
}

/**
 * A small tenant that comes again for the same seed: two clients and ourselves with two companies, three people, overlapping scopes, every
 * state, missing levels and dates, and limits within two days of PIVOT, so that every boundary is met.
 */
export function randomFacts(seed: number): Facts {
  const random = randomSource(seed);
  const companies = idsOf(2, 5).map((id, place) => someCompany(random, id, place));
  const people = idsOf(3, 3).map((id) => somePerson(random, id));
  const authorisations = idsOf(5, 20 + random.int(17)).map((id) => someAuthorisation(random, id, { companies, people }));
  return {
    seed,
    ownClientId: idOf(1, 0),
    clientIds: idsOf(1, 3),
    companies,
    people,
    means: idsOf(4, 2 + random.int(7)).map((id) => someMeans(random, id, people)),
    authorisations,
    changes: Array.from({ length: random.int(5) }, () => someChange(random, authorisations)),
    services: SERVICES.map((service) => someService(random, service)),
  };
}

/** What may be asked over some facts: the five days around PIVOT, and a person, a company and a service that nobody knows besides those it holds. */
function subjectsOf({ people, companies, services }: Facts) {
  return {
    days: [-2, -1, 0, 1, 2].map((offset) => addDays(PIVOT, offset)),
    personIds: [...people.map(({ id }) => id), idOf(3, 99)],
    companyIds: [...companies.map(({ id }) => id), idOf(2, 99)],
    serviceKeys: [...services.map(({ key }) => key), 'no-such-service'],
  };
}

/** Every question over some facts. */
export function questionsOver(facts: Facts): readonly Question[] {
  const { days, personIds, companyIds, serviceKeys } = subjectsOf(facts);
  return days.flatMap((on) =>
    personIds.flatMap((personId) =>
      companyIds.flatMap((companyId) => serviceKeys.map((serviceKey) => ({ personId, companyId, serviceKey, on }))),
    ),
  );
}

/** One question over some facts, the same for the same seed. */
export function randomQuestion(facts: Facts, seed: number): Question {
  const { pick } = randomSource(seed);
  const { days, personIds, companyIds, serviceKeys } = subjectsOf(facts);
  return { personId: pick(personIds), companyId: pick(companyIds), serviceKey: pick(serviceKeys), on: pick(days) };
}
