import { Args, ArgsType, Field, Int, Resolver } from '@nestjs/graphql';
import { Operation, OperationContext, TenantQuery, pageSize } from '@ketenregie/platform/graphql';
import { companyAddressOf, listFilterOf } from './access-list-input.js';
import { accessPage } from './list/access-page.js';
import { AccessAnswerModel, AccessCompanyInput, AccessConnectionModel, AccessListInput } from './access.model.js';
import { momentOf } from './moment.js';
import { AccessMemory } from './memory/access-memory.js';
import type { Answered } from './world.queries.js';

@ArgsType()
class MomentArgs {
  @Field(() => String, { nullable: true, description: 'The day asked, YYYY-MM-DD; left out: today.' })
  on?: string | null;
  @Field(() => String, { nullable: true, description: 'Only what was recorded up to this instant counts; left out: all of it.' })
  knownAt?: string | null;
}

@ArgsType()
class AccessArgs extends MomentArgs {
  @Field(() => String, { description: 'An e-mail address, an id or a full name.' })
  person!: string;
  @Field(() => AccessCompanyInput)
  company!: AccessCompanyInput;
  @Field(() => String, { description: 'A service key, or a provider key for all of its services.' })
  service!: string;
}

@ArgsType()
class AccessListArgs extends MomentArgs {
  @Field(() => AccessListInput, { nullable: true })
  filter?: AccessListInput | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

function modelOf({ answer, person, company, service, serviceKey, on }: Answered): AccessAnswerModel {
  return {
    ...answer, on, serviceKey,
    serviceNameNl: service?.nameNl ?? null,
    serviceNameEn: service?.nameEn ?? null,
    personId: person?.id ?? null,
    personName: person?.name ?? null,
    companyId: company?.id ?? null,
    companyName: company?.name ?? null,
  };
}

@Resolver()
export class AccessResolver {
  constructor(private readonly memory: AccessMemory) {}

  @TenantQuery(() => [AccessAnswerModel], {
    needs: 'access.ask',
    description: 'Can and may somebody log in? One answer where a service is named, one a service where a provider is.',
  })
  async access(@Args() { person, company, service, ...moment }: AccessArgs, @Operation() operation: OperationContext): Promise<AccessAnswerModel[]> {
    const asked = { person, company: companyAddressOf(company), service };
    const { answers } = await this.memory.answer(operation.reader, asked, momentOf(moment, operation.today));
    return answers.map(modelOf);
  }

  @TenantQuery(() => AccessConnectionModel, {
    needs: 'access.ask',
    description: 'Who can and may act for which company at which service, where any part of a path is there.',
  })
  accessList(@Args() { filter, first, after, ...moment }: AccessListArgs, @Operation() operation: OperationContext): Promise<AccessConnectionModel> {
    return accessPage(operation.reader, listFilterOf(filter), { ...momentOf(moment, operation.today), page: { first: pageSize(first), after } });
  }
}
