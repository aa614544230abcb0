import { decideRevocation, recordChangeStep, type RecordedRight, rightsOfCompany, targetsByVersion } from '@ketenregie/authorisations-server';
import { companyByNumber } from '@ketenregie/companies-server';
import { knownPeople } from '@ketenregie/people-server';
import type { Scope, Writer } from '@ketenregie/platform/db';
import type { ExampleRevocation } from './example-tenants.js';
import type { Making } from './making.js';

async function rightMeant(writer: Writer, { today }: Making, { kvk, serviceKey, kind, person }: ExampleRevocation): Promise<RecordedRight> {
  const company = await companyByNumber(writer, { kvk }, today);
  const personId = (await knownPeople(writer)).find(({ name }) => name === person)?.id ?? null;
  const rights = company === null ? [] : await rightsOfCompany(writer, company.id, { on: today, knownAt: null });
  const targets = await targetsByVersion(writer, rights.map(({ versionId }) => versionId));
  const right = rights.find((each) => each.kind === kind && each.personId === personId && targets.get(each.versionId)?.some((target) => target.serviceKey === serviceKey));
  if (right === undefined) throw new Error(`The example has no ${kind} for ${serviceKey} at ${kvk}`);
  return right;
}

/** Decides of some rights that they end. None is confirmed: what is decided here still works at the supplier. */
export async function decideRevocations(making: Making, scope: Scope): Promise<void> {
  for (const revocation of making.example.revocations) {
    await making.db.write(scope, async (writer) => {
      const { id: authorisationId } = await rightMeant(writer, making, revocation);
      const { reason, askedOf } = revocation;
      const changeId = await decideRevocation(writer, { authorisationId, reason, askedOf }, making.today);
      if (revocation.isAsked) await recordChangeStep(writer, { changeId, state: 'asked' }, making.today);
    });
  }
}
