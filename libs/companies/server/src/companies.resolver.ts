import { searchWords } from '@ketenregie/companies-domain';
import { InvalidInputError, NotFoundError, isId, readDay, readId } from '@ketenregie/kernel';
import { Operation, OperationContext, TenantMutation, TenantQuery, pageSize, placeOf } from '@ketenregie/platform/graphql';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type CompanyChange, changeCompany, isClientInScope } from './change-company.js';
import { CompanyArgs, CompanyChangeInput, CompanyConnectionModel, CompanyIndexModel, CompanyInput, CompanyModel, CompanyPageArgs } from './companies.model.js';
import { COMPANY_SORTS, type CompanyFilter, type CompanyRecord, type CompanySort, companyBatch, companyByNumber, companyPage, ownCompaniesOn } from './companies.queries.js';
import { companyIndex } from './company-index.queries.js';
import { recordCompany } from './record-company.js';

function sortOf(text: string | null | undefined): CompanySort {
  const sort = text ?? 'name';
  if (sort !== 'match' && !Object.hasOwn(COMPANY_SORTS, sort)) throw new InvalidInputError(`sort is one of: match, ${Object.keys(COMPANY_SORTS).join(', ')}.`, 'sort');
  return sort as CompanySort;
}

function filterOf({ search, clientId }: CompanyPageArgs): CompanyFilter {
  return { words: searchWords(search ?? ''), ...(clientId != null && { clientId: readId(clientId, 'clientId') }) };
}

/** A cursor of this list: a text and an id. */
function afterOf(cursor: string | null | undefined): ReturnType<typeof placeOf> {
  const place = placeOf(cursor, 2);
  if (place !== null && !isId(place[1] ?? '')) throw new InvalidInputError('This cursor is of no page of this list.', 'after');
  return place;
}

/** What is left out stays; a name cannot be taken away. */
function changeOf({ id: _, name, otherNames, endedOn, ...texts }: CompanyChangeInput): CompanyChange {
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
    ...(name != null && { name }),
    ...(otherNames != null && { otherNames }),
    ...(endedOn !== undefined && { endedOn: endedOn === null ? null : readDay(endedOn, 'endedOn') }),
  };
}

async function companyOf(operation: OperationContext, id: string): Promise<CompanyRecord> {
  const company = await operation.load(companyBatch, id);
  if (company === undefined) throw new NotFoundError('The company');
  return company;
}

@Resolver(() => CompanyModel)
export class CompaniesResolver {
  @TenantQuery(() => CompanyModel, { needs: 'company.see', description: 'One company, by id, KvK number or RSIN.' })
  async company(@Args() { id, kvkNumber, rsin }: CompanyArgs, @Operation() operation: OperationContext): Promise<CompanyModel> {
    if ([id, kvkNumber, rsin].filter((given) => given != null).length !== 1) throw new InvalidInputError('Give an id, a KvK number or an RSIN, one of the three.', 'id');
    if (id != null) return companyOf(operation, readId(id, 'id'));
    const company = await companyByNumber(operation.reader, { kvk: kvkNumber ?? null, rsin: rsin ?? null }, operation.today);
    if (company === null) throw new NotFoundError('The company');
    return company;
  }

  @TenantQuery(() => CompanyConnectionModel, { needs: 'company.see', description: 'Companies in sight, searched and paged, with their exact number.' })
  companies(@Args() args: CompanyPageArgs, @Operation() operation: OperationContext): Promise<CompanyConnectionModel> {
    return companyPage(operation.reader, { filter: filterOf(args), sort: sortOf(args.sort), on: operation.today, first: pageSize(args.first), after: afterOf(args.after) });
  }

  @TenantQuery(() => [CompanyModel], { needs: 'company.see', description: 'The tenant’s own companies, oldest first; all of a holding’s. Never cut.' })
  ownCompanies(@Operation() operation: OperationContext): Promise<CompanyModel[]> {
    return ownCompaniesOn(operation.reader, operation.today);
  }

  @TenantQuery(() => CompanyIndexModel, { needs: 'company.see', description: 'All companies in sight, small, for the palette.' })
  companyIndex(@Args('heldVersion', { type: () => String, nullable: true }) heldVersion: string | null, @Operation() operation: OperationContext): Promise<CompanyIndexModel> {
    return companyIndex(operation.reader, operation.today, heldVersion ?? null);
  }

  @TenantMutation(() => CompanyModel, { needs: 'company.create', description: 'Records a company typed by hand; only for who sees all clients.' })
  async recordCompany(@Args('input') input: CompanyInput, @Operation() operation: OperationContext): Promise<CompanyModel> {
    return companyOf(operation, await operation.write('record-company', input, (writer) => recordCompany(writer, input, operation.today)));
  }

  @TenantMutation(() => CompanyModel, { needs: 'company.change', description: 'Changes what is believed of a company from today on; its numbers only for who sees all clients.' })
  async changeCompany(@Args('input') input: CompanyChangeInput, @Operation() operation: OperationContext): Promise<CompanyModel> {
    const asked = { id: readId(input.id, 'id'), change: changeOf(input) };
    return companyOf(operation, await operation.write('change-company', input, (writer) => changeCompany(writer, asked, operation.today)));
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() { clientId }: CompanyModel, @Operation() operation: OperationContext): string[] {
    const actions = isClientInScope(operation.viewer.scope, clientId) ? ['company.change', 'access.ask', 'authorisation.record'] : ['access.ask'];
    return actions.filter((action) => operation.may(action));
  }
}
