const NEWEST = '(select max(version) from catalogue_version)';

/**
 * Every service as it counts for the tenant: at the version it adopted, else at the newest; what it settled counts only where the catalogue
 * knows nothing (docs/answers.md). The catalogue has one time axis: `known_at` does not touch it. Alias `c` the catalogue's, `s` the tenant's row.
 */
export const FROM_SERVICES = `catalogue_service c left join service s on s.catalogue_key = c.key
  where c.version = coalesce(s.adopted_version, ${NEWEST})`;

/** The level that the tenant's own experience adds, where the catalogue has none. */
export const SETTLED_LEVEL = `case when c.required_level is null then s.required_level_override end`;

/** Whether chains are accepted by the tenant's own experience, where the catalogue does not know. */
export const SETTLED_CHAIN = `case when c.chain_allowed = 'unknown' then s.chain_allowed_override end`;
