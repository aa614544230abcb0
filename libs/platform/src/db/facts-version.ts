import { prepared } from './prepared.js';
import { queryOne, type Reader } from './reader.js';

const VERSION = prepared(`select coalesce((select string_agg(id::text, ' ' order by id) from facts_change), '') as facts,
  coalesce((select max(version) from catalogue_version), 0)::text as catalogue`);

const known = new WeakMap<Reader, Promise<string | null>>();

async function read(reader: Reader): Promise<string | null> {
  const { facts, catalogue } = await queryOne<{ facts: string; catalogue: string }>(reader, VERSION);
  return facts === '' ? null : `${facts} ${catalogue}`;
}

/**
 * The version of the facts that a snapshot shows of its tenant, the published catalogue included: two snapshots of the same version show the same facts.
 * Null where the tenant has none, or is not there. One statement a snapshot, however often it is asked.
 */
export function factsVersion(snapshot: Reader): Promise<string | null> {
  const asked = known.get(snapshot) ?? read(snapshot);
  known.set(snapshot, asked);
  return asked;
}
