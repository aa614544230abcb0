import type { ReadCompany } from '@ketenregie/exchange-domain';
import { type CompanyFact, recordCompanies } from '@ketenregie/companies-server';
import { type StagedItem, stagedItems } from '../staging/staged-items.js';
import type { ApplyContext } from './apply-context.js';
import type { Outcome } from './changes.js';
import { companyKey } from './company-key.js';
import { gather } from './gather.js';

/** Where the companies of a file ended up. */
export interface AppliedCompany {
  readonly companyId: string;
  readonly clientId: string;
}

export type CompaniesByKey = ReadonlyMap<string, AppliedCompany>;

function factOf({ position, item }: StagedItem<'company'>, isClientList: boolean): CompanyFact {
  return {
    position,
    kvkNumber: item.kvk,
    rsin: item.rsin,
    clientNumber: item.clientNumber ?? null,
    name: item.name,
    otherNames: item.otherNames ?? [],
    legalForm: item.legalForm ?? null,
    town: item.town ?? null,
    groupName: item.group ?? null,
    accountable: item.partner ?? null,
    isAuthoritative: isClientList,
  };
}

interface Entering {
  readonly found: Map<string, AppliedCompany>;
  /** Names that two companies of the file have. */
  readonly twofold: Set<string>;
}

/** A row may know its company by name alone where another row gave the number: a bare name then stands for the company that has it, or for nobody where two do. */
function enter({ found, twofold }: Entering, item: ReadCompany, company: AppliedCompany): void {
  const own = companyKey(item);
  const isNamedOnly = item.companyId === undefined && item.kvk === null && item.rsin === null;
  found.set(own, company);
  for (const name of [item.name, ...(item.otherNames ?? [])]) {
    const byName = companyKey({ kvk: null, rsin: null, name });
    for (const key of isNamedOnly ? [byName] : [own, byName]) {
      const other = found.get(key);
      if (other === undefined) found.set(key, company);
      else if (other.companyId !== company.companyId && key.startsWith('name ')) twofold.add(key);
    }
  }
}

type Staged = StagedItem<'company'>;

/** Companies of the register that a person said are meant: nothing of them is recorded. One that went out of sight since is left out. */
async function meantCompanies({ writer }: ApplyContext, staged: readonly Staged[]): Promise<Map<number, AppliedCompany & { readonly outcome: Outcome }>> {
  const ids = staged.flatMap(({ item }) => item.companyId ?? []);
  const rows = ids.length === 0 ? [] : await writer.query<AppliedCompany>('select id as "companyId", client_id as "clientId" from company where id = any($1::uuid[])', [ids]);
  const byId = new Map(rows.map((row) => [row.companyId, row]));
  const found = staged.map(({ position, item }) => [position, byId.get(item.companyId ?? '')] as const);
  return new Map(found.flatMap(([position, company]) => (company === undefined ? [] : [[position, { ...company, outcome: 'unchanged' as const }]])));
}

/**
 * Records the companies of an import. A client list's own fields win; any other list only adds what was missing, so that a scribbled name
 * in a list of rights never renames a client.
 */
export async function applyCompanies(context: ApplyContext): Promise<CompaniesByKey> {
  const found = new Map<string, AppliedCompany>();
  const twofold = new Set<string>();
  const isClientList = context.run.kind === 'clients';
  const staged = await gather(stagedItems(context.writer, context.run.id, 'company'));
  const usable = staged.filter(({ isBlocked }) => !isBlocked);
  const stated = usable.filter(({ item }) => item.companyId === undefined);
  const outcomes = await recordCompanies(context.writer, stated.map((each) => factOf(each, isClientList)), context.recording);
  const byPosition = new Map<number, AppliedCompany & { readonly outcome: Outcome }>([...outcomes.map((outcome) => [outcome.position, outcome] as const), ...(await meantCompanies(context, usable))]);
  for (const { position, item } of staged) {
    const recorded = byPosition.get(position);
    if (recorded !== undefined) enter({ found, twofold }, item, recorded);
  }
  const bare = new Set(usable.map(({ item }) => companyKey(item)));
  for (const key of twofold) if (!bare.has(key)) found.delete(key);
  await context.finish('companies', staged.map(({ position }) => byPosition.get(position)?.outcome ?? 'skipped'));
  return found;
}
