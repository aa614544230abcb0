import { createHash } from 'node:crypto';
import { adoptServices } from '@ketenregie/catalogue-server';
import type { CalendarDate } from '@ketenregie/kernel';
import { type RecordingSource, type Writer, canonicalJson, lockRecording } from '@ketenregie/platform/db';
import type { AuthorisationFact } from './authorisation-fact.js';
import { knownRights } from './known-rights.js';
import { type Outcome, type Plan, planRecording } from './plan-recording.js';
import { writePlan } from './write-plan.js';

export interface BulkRecording extends RecordingSource {
  /** The day the source speaks of: other content holds from this day on. */
  readonly referenceOn: CalendarDate;
}

/** Records facts without an event: the use case that calls it writes its own. */
export async function applyFacts(writer: Writer, facts: readonly AuthorisationFact[], { referenceOn, importId, recordedBy }: BulkRecording): Promise<Plan> {
  const at = await lockRecording(writer, 'authorisations');
  const serviceIds = await adoptServices(writer, facts.flatMap(({ targets }) => targets.flatMap(({ serviceKey }) => serviceKey ?? [])));
  const companyIds = [...new Set(facts.map(({ companyId }) => companyId))];
  const plan = planRecording(facts, await knownRights(writer, referenceOn, companyIds), referenceOn);
  await writePlan(writer, plan, { serviceIds, at, importId, recordedBy });
  return plan;
}

function countsOf(outcomes: readonly Outcome[]): Record<Outcome['outcome'], number> {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return counts;
}

/**
 * Records what a source says of many rights at once: a first statement creates, the same once more changes nothing, other content is a new
 * version from the reference day on. Outcomes come in the order of the facts. The statements are as many for 5,000 facts as for one, and one
 * event covers them all (counts, and a hash over the outcomes). Facts of one company and file belong in one call: there the n-th of several
 * alike is told from the first. Refuses an unknown service with UNKNOWN_SERVICE.
 */
export async function recordAuthorisations(writer: Writer, facts: readonly AuthorisationFact[], recording: BulkRecording): Promise<readonly Outcome[]> {
  if (facts.length === 0) return [];
  const { outcomes } = await applyFacts(writer, facts, recording);
  const counts = countsOf(outcomes);
  if (counts.created + counts.updated === 0) return outcomes;
  const [clientId, ...otherClients] = new Set(facts.map((fact) => fact.clientId));
  const { importId, referenceOn } = recording;
  await writer.audit({
    action: 'authorisations.recorded',
    objectKind: importId === null ? 'authorisation' : 'import',
    ...(importId === null ? {} : { objectId: importId }),
    ...(clientId === undefined || otherClients.length > 0 ? {} : { clientId }),
    payload: { referenceOn, ...counts, outcomesHash: createHash('sha256').update(canonicalJson(outcomes)).digest('hex') },
  });
  return outcomes;
}
