import { type CalendarDate, InvalidInputError, NotFoundError, isId, readDay, readId } from '@ketenregie/kernel';
import { foldText } from '@ketenregie/companies-domain';
import { Operation, OperationContext, TenantMutation, TenantQuery, pageSize, placeOf } from '@ketenregie/platform/graphql';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type PersonChange, changePerson, recordPerson } from './change-person.js';
import { MeansModel, PeopleArgs, PersonChangeInput, PersonConnectionModel, PersonInput, PersonModel } from './people.model.js';
import { type PersonRecord, meansBatch, peoplePage, personBatch } from './people.queries.js';

function dayOf(text: string | null | undefined, field: string): CalendarDate | null {
  return text === null || text === undefined ? null : readDay(text, field);
}

function serviceOf(text: string | null | undefined): { service?: 'in' | 'left' } {
  if (text === null || text === undefined) return {};
  if (text !== 'in' && text !== 'left') throw new InvalidInputError('service is in or left.', 'service');
  return { service: text };
}

/** A cursor of this list: a name and an id. */
function afterOf(cursor: string | null | undefined): ReturnType<typeof placeOf> {
  const place = placeOf(cursor, 2);
  if (place !== null && !isId(place[1] ?? '')) throw new InvalidInputError('This cursor is of no page of this list.', 'after');
  return place;
}

function changeOf({ id: _, fullName, inServiceFrom, inServiceUntil, ...texts }: PersonChangeInput): PersonChange {
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(fullName != null && { fullName }),
    ...(inServiceFrom !== undefined && { inServiceFrom: dayOf(inServiceFrom, 'inServiceFrom') }),
    ...(inServiceUntil !== undefined && { inServiceUntil: dayOf(inServiceUntil, 'inServiceUntil') }),
  };
}

async function personOf(operation: OperationContext, id: string): Promise<PersonRecord> {
  const person = await operation.load(personBatch, id);
  if (person === undefined) throw new NotFoundError('The person');
  return person;
}

@Resolver(() => PersonModel)
export class PeopleResolver {
  @TenantQuery(() => PersonModel, { needs: 'person.see', description: 'One person, as believed today.' })
  person(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<PersonModel> {
    return personOf(operation, readId(id));
  }

  @TenantQuery(() => PersonConnectionModel, { needs: 'person.see', description: 'People by name, searched and paged, with their exact number.' })
  people(@Args() { search, service, first, after }: PeopleArgs, @Operation() operation: OperationContext): Promise<PersonConnectionModel> {
    const words = foldText(search ?? '').split(' ').filter(Boolean);
    return peoplePage(operation.reader, { filter: { words, ...serviceOf(service) }, on: operation.today, first: pageSize(first), after: afterOf(after) });
  }

  @TenantMutation(() => PersonModel, { needs: 'person.change', description: 'Records a person typed by hand.' })
  async recordPerson(@Args('input') input: PersonInput, @Operation() operation: OperationContext): Promise<PersonModel> {
    const person = {
      fullName: input.fullName,
      initials: input.initials ?? null,
      email: input.email ?? null,
      jobTitle: input.jobTitle ?? null,
      inServiceFrom: dayOf(input.inServiceFrom, 'inServiceFrom'),
      inServiceUntil: dayOf(input.inServiceUntil, 'inServiceUntil'),
    };
    return personOf(operation, await operation.write('record-person', input, (writer) => recordPerson(writer, person, operation.today)));
  }

  @TenantMutation(() => PersonModel, { needs: 'person.change', description: 'Changes what is believed of a person from today on; the last day of service for instance.' })
  async changePerson(@Args('input') input: PersonChangeInput, @Operation() operation: OperationContext): Promise<PersonModel> {
    const id = readId(input.id);
    const change = changeOf(input);
    return personOf(operation, await operation.write('change-person', input, (writer) => changePerson(writer, { id, change }, operation.today)));
  }

  @ResolveField(() => [MeansModel], { description: 'His login means, soonest end first.' })
  async means(@Parent() { id }: PersonModel, @Operation() operation: OperationContext): Promise<MeansModel[]> {
    return operation.may('means.see') ? ((await operation.load(meansBatch, id)) ?? []) : [];
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with him.' })
  viewerCan(@Parent() _: PersonModel, @Operation() operation: OperationContext): string[] {
    return ['person.change'].filter((action) => operation.may(action));
  }
}
