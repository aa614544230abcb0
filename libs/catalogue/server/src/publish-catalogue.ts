import { createHash } from 'node:crypto';
import { type Catalogue, SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import { canonicalJson, inOwnerTransaction } from '@ketenregie/platform/db';

export interface PublishedCatalogue {
  readonly version: number;
  /** False where the newest published version already says exactly this. */
  readonly isNew: boolean;
}

/** What the tables hold of a catalogue, each list in key order: names for matching stay in the code. */
function storedPartOf({ suppliers, providers, services }: Catalogue) {
  const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);
  return {
    suppliers: suppliers.map(({ aliases: _, ...supplier }) => supplier).sort(byKey),
    providers: providers.map(({ aliases: _, ...provider }) => provider).sort(byKey),
    services: services.map(({ aliases: _, ...service }) => service).sort(byKey),
  };
}

const INSERT_SUPPLIERS = `insert into catalogue_supplier (version, key, name)
  select $1, key, name from jsonb_to_recordset($2) as item (key text, name text)`;

const INSERT_PROVIDERS = `insert into catalogue_provider (version, key, name_nl, name_en)
  select $1, key, "nameNl", "nameEn" from jsonb_to_recordset($2) as item (key text, "nameNl" text, "nameEn" text)`;

const INSERT_SERVICES = `insert into catalogue_service
    (version, key, provider_key, name_nl, name_en, required_level, chain_allowed, register_kind, source, verified_on, confidence, note)
  select $1, key, "providerKey", "nameNl", "nameEn", "requiredLevel", "chainAllowed", "registerKind", source, "verifiedOn", confidence, note
  from jsonb_to_recordset($2) as item (key text, "providerKey" text, "nameNl" text, "nameEn" text, "requiredLevel" text, "chainAllowed" text,
    "registerKind" text, source text, "verifiedOn" date, confidence text, note text)`;

/**
 * Publishes a catalogue as the next global version, as the owner role: the app may only read it. Does nothing where the newest version has
 * the same content, so it may run at every start and from two sides at once. What a tenant adopted keeps its version.
 */
export async function publishCatalogue(ownerUrl: string, catalogue: Catalogue = SHIPPED_CATALOGUE): Promise<PublishedCatalogue> {
  const { suppliers, providers, services } = storedPartOf(catalogue);
  const contentHash = createHash('sha256').update(canonicalJson({ suppliers, providers, services })).digest('hex');
  return inOwnerTransaction(ownerUrl, async (reader) => {
    await reader.query(`select pg_advisory_xact_lock(hashtext('ketenregie.catalogue'))`);
    const [newest] = await reader.query<{ version: number; content_hash: string }>('select version, content_hash from catalogue_version order by version desc limit 1');
    if (newest?.content_hash === contentHash) return { version: newest.version, isNew: false };
    const version = (newest?.version ?? 0) + 1;
    await reader.query('insert into catalogue_version (version, content_hash) values ($1, $2)', [version, contentHash]);
    await reader.query(INSERT_SUPPLIERS, [version, JSON.stringify(suppliers)]);
    await reader.query(INSERT_PROVIDERS, [version, JSON.stringify(providers)]);
    await reader.query(INSERT_SERVICES, [version, JSON.stringify(services)]);
    return { version, isNew: true };
  });
}
