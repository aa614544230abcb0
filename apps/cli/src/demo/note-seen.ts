import { type AuthorisationFact, type RecordedRight, recordAuthorisations, rightsOfCompany, targetsByVersion } from '@ketenregie/authorisations-server';
import { companyByNumber } from '@ketenregie/companies-server';
import { type CalendarDate, addDays } from '@ketenregie/kernel';
import { type MeansRecord, knownPeople, meansByPerson, recordMeans, type MeansFact } from '@ketenregie/people-server';
import type { Scope, Writer } from '@ketenregie/platform/db';
import type { ExampleSight } from './example-tenants.js';
import type { Making } from './making.js';

/** What is believed, said once more with what shows it. */
function factSeen(right: RecordedRight, { daysAgo, by, evidenceClass, linked }: ExampleSight, today: CalendarDate): Omit<AuthorisationFact, 'targets'> {
  const evidence = { evidenceClass, seenOn: addDays(today, -daysAgo), seenBy: by };
  if (right.kind !== 'office-half' || linked === undefined) return { ...right, evidence };
  return { ...right, evidence, level: linked.level, startsOn: addDays(today, linked.from), endsOn: addDays(today, linked.until), untilPrecision: 'day' };
}

async function seeRights(writer: Writer, { today }: Making, sight: ExampleSight): Promise<void> {
  const company = await companyByNumber(writer, { kvk: sight.kvk }, today);
  if (company === null) throw new Error(`The example has no company ${sight.kvk}`);
  const rights = await rightsOfCompany(writer, company.id, { on: today, knownAt: null });
  const targets = await targetsByVersion(writer, rights.map(({ versionId }) => versionId));
  const facts = rights.map((right) => ({ ...factSeen(right, sight, today), targets: targets.get(right.versionId) ?? [] }));
  await recordAuthorisations(writer, facts, { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
}

async function seeMeans(writer: Writer, { today, example }: Making): Promise<void> {
  const people = await knownPeople(writer);
  const known = [...(await meansByPerson(writer, people.map(({ id }) => id), { on: today })).values()].flat();
  const facts = known.flatMap((means, position): MeansFact[] => {
    const daysAgo = example.meansSeen[means.supplierKey];
    const evidence = daysAgo === undefined ? null : { evidenceClass: 'A' as const, seenOn: addDays(today, -daysAgo), seenBy: example.members[0]?.name ?? null };
    return evidence === null ? [] : [{ ...(means as MeansRecord & Pick<MeansFact, 'level' | 'variant' | 'state' | 'method'>), position, evidence }];
  });
  await recordMeans(writer, facts, { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
}

/** Notes of some means and rights that they were seen in the supplier's console; all others stay as believed. */
export async function noteSeen(making: Making, scope: Scope): Promise<void> {
  await making.db.write(scope, async (writer) => {
    await seeMeans(writer, making);
    for (const sight of making.example.seen) await seeRights(writer, making, sight);
  });
}
