import { Args, Resolver } from '@nestjs/graphql';
import { DomainError } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { AccountMutation, AccountQuery, Operation, OperationContext } from '@ketenregie/platform/graphql';
import { changeLanguage } from './accounts.js';
import { MeModel } from './me.model.js';
import { membershipsOf } from './memberships.js';

@Resolver(() => MeModel)
export class IdentityResolver {
  constructor(private readonly db: TenantDb) {}

  @AccountQuery(() => MeModel, { description: 'The signed-in account and its tenants.' })
  me(@Operation() operation: OperationContext): Promise<MeModel> {
    return this.accountWith(operation.account.accountId);
  }

  @AccountMutation(() => MeModel, { description: 'The language of the viewer’s own pages and mails: nl or en.' })
  async changeMyLanguage(@Args('language', { type: () => String }) language: string, @Operation() operation: OperationContext): Promise<MeModel> {
    const { accountId } = operation.account;
    await changeLanguage(this.db, accountId, language);
    return this.accountWith(accountId);
  }

  private async accountWith(accountId: string): Promise<MeModel> {
    const [account] = await this.db.identity.open({ accountId }, (reader) =>
      reader.query<Omit<MeModel, 'memberships'>>('select id, login, display_name as "displayName", language from account where id = $1 and blocked_at is null', [accountId]),
    );
    if (account === undefined) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    return { ...account, memberships: await membershipsOf(this.db, accountId) };
  }
}
