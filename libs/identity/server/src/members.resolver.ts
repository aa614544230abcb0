import { TenantDb } from '@ketenregie/platform/db';
import { Operation, OperationContext, TenantQuery } from '@ketenregie/platform/graphql';
import { Field, ID, Int, ObjectType, Resolver } from '@nestjs/graphql';
import { accountCard, activeMembers } from './members.queries.js';

@ObjectType('Member', { description: 'Somebody with an account in this office or holding.' })
export class MemberModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  displayName!: string;
  @Field(() => String, { description: 'The address that he signs in with.' })
  login!: string;
  @Field(() => [String])
  roles!: readonly string[];
  @Field(() => Boolean)
  hasAllClients!: boolean;
  @Field(() => Int, { description: 'How many clients he sees, where it is not all.' })
  clientCount!: number;
}

@Resolver(() => MemberModel)
export class MembersResolver {
  constructor(private readonly db: TenantDb) {}

  @TenantQuery(() => [MemberModel], { needs: 'member.see', description: 'Everybody with an account here: roles, and which clients they see.' })
  async members(@Operation() operation: OperationContext): Promise<MemberModel[]> {
    const members: MemberModel[] = [];
    for (const { accountId, ...member } of await activeMembers(operation.reader)) {
      const card = await accountCard(this.db, accountId);
      members.push({ ...member, displayName: member.displayName || card?.displayName || '', login: card?.login ?? '' });
    }
    return members;
  }
}
