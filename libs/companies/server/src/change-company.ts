import { type CompanyContent, type KnownCompany, assertCompanyNumbers, isSameContent, otherNamesOf, versionsOf } from '@ketenregie/companies-domain';
import { type CalendarDate, ForbiddenError, NotFoundError } from '@ketenregie/kernel';
import { type Scope, type Writer, lockRecording } from '@ketenregie/platform/db';
import { isNumberTaken, knownCompany } from './known-companies.js';
import { nameOf, textOf } from './company-text.js';
import { CompanyKnownError } from './record-company.js';
import { assertAllClients, writeCompanies } from './record-companies.js';

/** What may be typed of a known company. What is left out stays; null takes it away. */
export interface CompanyChange extends Partial<CompanyContent> {
  readonly kvkNumber?: string | null;
  readonly rsin?: string | null;
}

/** Whether a member may write a company of this client; the tenant's own are readable to all its staff, and that is all. */
export function isClientInScope({ hasAllClients, clientIds }: Scope, clientId: string): boolean {
  return hasAllClients || clientIds.includes(clientId);
}

const TEXTS = ['legalForm', 'town', 'groupName', 'accountable'] as const;

function changedContent(before: CompanyContent, change: CompanyChange): CompanyContent {
  const name = change.name === undefined ? before.name : nameOf(change.name);
  const texts = TEXTS.filter((field) => change[field] !== undefined).map((field) => [field, textOf(change[field], field)]);
  return {
    ...before,
    ...Object.fromEntries(texts),
    name,
    // The name it had is one it may still be met under, unless somebody says which those are.
    otherNames: otherNamesOf(name, change.otherNames?.map(nameOf) ?? [...before.otherNames, before.name]),
    endedOn: change.endedOn === undefined ? before.endedOn : change.endedOn,
  };
}

async function changedNumbers(writer: Writer, company: KnownCompany, { change, content }: { readonly change: CompanyChange; readonly content: CompanyContent }): Promise<Pick<KnownCompany, 'kvkNumber' | 'rsin'> | null> {
  const kvkNumber = change.kvkNumber === undefined ? company.kvkNumber : textOf(change.kvkNumber, 'kvkNumber');
  const rsin = change.rsin === undefined ? company.rsin : textOf(change.rsin, 'rsin');
  assertCompanyNumbers({ kvkNumber, rsin, legalForm: content.legalForm });
  if (kvkNumber === company.kvkNumber && rsin === company.rsin) return null;
  assertAllClients(writer);
  if (await isNumberTaken(writer, { id: company.id, kvkNumber, rsin })) throw new CompanyKnownError();
  return { kvkNumber, rsin };
}

/**
 * Changes what is believed of a company from today on, and its numbers. Returns its id; the same once more writes nothing. Refuses a company
 * that is not in sight (NOT_FOUND), one that may only be read and, unless all clients are in sight, other numbers (FORBIDDEN), numbers that
 * are none (INVALID_INPUT) or another company's (COMPANY_KNOWN).
 */
export async function changeCompany(writer: Writer, { id, change }: { readonly id: string; readonly change: CompanyChange }, today: CalendarDate): Promise<string> {
  const at = await lockRecording(writer, 'companies');
  const company = await knownCompany(writer, today, id);
  if (company === null || company.holder === null) throw new NotFoundError('The company');
  if (!isClientInScope(writer.scope, company.clientId)) throw new ForbiddenError('company.change');
  const before = company.holder.content;
  const content = changedContent(before, change);
  const numbers = await changedNumbers(writer, company, { change, content });
  const isContentNew = !isSameContent(before, content);
  if (!isContentNew && numbers === null) return id;
  const { clientId, kvkNumber, rsin, holder } = company;
  const plan = {
    companies: numbers === null ? [] : [{ id, clientId, isNew: false, searchable: null, ...numbers }],
    supersededIds: isContentNew ? [holder.id] : [],
    versions: isContentNew ? versionsOf(company, content, today) : [],
  };
  await writeCompanies(writer, { clients: [], numberedClients: [], ...plan }, { at, importId: null, recordedBy: writer.scope.actor });
  const after = { ...content, ...(numbers ?? { kvkNumber, rsin }) };
  await writer.audit({ action: 'company.changed', objectKind: 'company', objectId: id, clientId, payload: { before: { ...before, kvkNumber, rsin }, after } });
  return id;
}
