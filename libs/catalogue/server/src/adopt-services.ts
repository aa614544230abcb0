import { DomainError, newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';

/** A key that the published catalogue does not have. */
export class UnknownServiceError extends DomainError {
  constructor(key: string) {
    super('UNKNOWN_SERVICE', `The service catalogue has no service ${key}.`, 'service');
  }
}

/**
 * The tenant's own row of each catalogue service, by key; what it does not have yet is adopted at the newest version, in two statements
 * however many keys there are. Adoption decides nothing, so it writes no event: the event of the use case that needs the service names it.
 * Refuses a key that the catalogue does not have with UNKNOWN_SERVICE.
 */
export async function adoptServices(writer: Writer, catalogueKeys: Iterable<string>): Promise<Map<string, string>> {
  // In key order, so that two adopters at once wait for one another instead of in a circle.
  const keys = [...new Set(catalogueKeys)].sort();
  if (keys.length === 0) return new Map();
  await writer.query(
    `insert into service (id, catalogue_key, provider_key, adopted_version)
     select asked.id, c.key, c.provider_key, c.version
     from unnest($1::uuid[], $2::text[]) with ordinality as asked (id, key, place)
     join catalogue_service c on c.key = asked.key and c.version = (select max(version) from catalogue_version)
     where not exists (select 1 from service s where s.catalogue_key = asked.key)
     order by asked.place
     on conflict (tenant_id, catalogue_key) do nothing`,
    [keys.map(() => newId()), keys],
  );
  const rows = await writer.query<{ id: string; key: string }>('select id, catalogue_key as key from service where catalogue_key = any($1::text[])', [keys]);
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  for (const key of keys) if (!ids.has(key)) throw new UnknownServiceError(key);
  return ids;
}
