import { foldText } from '@ketenregie/companies-domain';
import { InvalidInputError, isId } from '@ketenregie/kernel';
import { Operation, OperationContext, TenantMutation, TenantQuery, pageSize, placeOf } from '@ketenregie/platform/graphql';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CompanyArgs, CompanyConnectionModel, CompanyIndexEntryModel, CompanyInput, CompanyModel, CompanyPageArgs } from './companies.model.js';
import { COMPANY_SORTS, type CompanyFilter, type CompanySort, companyBatch, companyByNumber, companyIndex, companyPage } from './companies.queries.js';
import { recordCompany } from './record-company.js';
import { foundCompany } from './record-companies.js';

function sortOf(text: string | null | undefined): CompanySort {
  const sort = text ?? 'name';
  if (!Object.hasOwn(COMPANY_SORTS, sort)) throw new InvalidInputError(`sort is one of: ${Object.keys(COMPANY_SORTS).join(', ')}.`, 'sort');
  return sort as CompanySort;
}

function filterOf({ search, clientId }: CompanyPageArgs): CompanyFilter {
  if (clientId != null && !isId(clientId)) throw new InvalidInputError('This is no id.', 'clientId');
  return { words: foldText(search ?? '').split(' ').filter(Boolean), ...(clientId != null && { clientId }) };
}

@Resolver(() => CompanyModel)
export class CompaniesResolver {
  @TenantQuery(() => CompanyModel, { needs: 'company.see', description: 'One company, by id or KvK number.' })
  async company(@Args() { id, kvkNumber }: CompanyArgs, @Operation() operation: OperationContext): Promise<CompanyModel> {
    if ((id == null) === (kvkNumber == null)) throw new InvalidInputError('Give an id or a KvK number, one of the two.', 'id');
    if (id != null && !isId(id)) throw new InvalidInputError('This is no id.', 'id');
    const company = id != null ? await operation.load(companyBatch, id) : await companyByNumber(operation.reader, { kvk: kvkNumber ?? null }, operation.clock.today());
    return foundCompany(company ?? undefined);
  }

  @TenantQuery(() => CompanyConnectionModel, { needs: 'company.see', description: 'Companies in sight, searched and paged, with their exact number.' })
  companies(@Args() args: CompanyPageArgs, @Operation() operation: OperationContext): Promise<CompanyConnectionModel> {
    return companyPage(operation.reader, { filter: filterOf(args), sort: sortOf(args.sort), on: operation.clock.today(), first: pageSize(args.first), after: placeOf(args.after, 2) });
  }

  @TenantQuery(() => [CompanyIndexEntryModel], { needs: 'company.see', description: 'All companies in sight, for the palette.' })
  companyIndex(@Operation() operation: OperationContext): Promise<CompanyIndexEntryModel[]> {
    return companyIndex(operation.reader, operation.clock.today());
  }

  @TenantMutation(() => CompanyModel, { needs: 'company.create', description: 'Records a company typed by hand; only for who sees all clients.' })
  async recordCompany(@Args('input') input: CompanyInput, @Operation() operation: OperationContext): Promise<CompanyModel> {
    const id = await operation.write('record-company', input, (writer) => recordCompany(writer, input, operation.clock.today()));
    return foundCompany(await operation.load(companyBatch, id));
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() _: CompanyModel, @Operation() operation: OperationContext): string[] {
    return ['company.change', 'access.ask', 'authorisation.record'].filter((action) => operation.may(action));
  }
}
