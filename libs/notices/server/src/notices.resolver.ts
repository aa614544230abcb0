import { NotFoundError, readId } from '@ketenregie/kernel';
import type { Frequency } from '@ketenregie/notices-domain';
import { Operation, OperationContext, TenantMutation, TenantQuery } from '@ketenregie/platform/graphql';
import { Args, ID, Resolver } from '@nestjs/graphql';
import { changeDigestSettings, clearSuppression, type DigestSettings, digestSettings } from './digest-settings.js';
import { DigestSettingsInput, DigestSettingsModel, TroubledNoticeModel } from './notice.model.js';
import { troubledNotices } from './notices.queries.js';
import { settleByHand, settlementOf } from './settle-by-hand.js';

async function ownSettings(operation: OperationContext): Promise<DigestSettings> {
  const found = await digestSettings(operation.reader, operation.viewer.memberId);
  if (found === null) throw new NotFoundError('The member');
  return found;
}

@Resolver()
export class NoticesResolver {
  @TenantQuery(() => [TroubledNoticeModel], { needs: 'tenant.change-settings', description: 'Mail that a person must look at: refused, or of unknown outcome.' })
  troubledNotices(@Operation() operation: OperationContext): Promise<TroubledNoticeModel[]> {
    return troubledNotices(operation.reader);
  }

  @TenantMutation(() => [TroubledNoticeModel], { needs: 'tenant.change-settings', description: 'Lets mail go to a member again whose mail server had refused: somebody looked at his address.' })
  async allowMailAgain(@Args('memberId', { type: () => ID }) memberId: string, @Operation() operation: OperationContext): Promise<TroubledNoticeModel[]> {
    readId(memberId, 'memberId');
    await operation.write('allow-mail-again', { memberId }, (writer) => clearSuppression(writer, memberId));
    return troubledNotices(operation.reader);
  }

  @TenantMutation(() => [TroubledNoticeModel], { needs: 'tenant.change-settings', description: 'Settles a mail of unknown outcome, once: it arrived, or it goes out again. Somebody asked its reader.' })
  async settleTroubledMail(@Args('id', { type: () => ID }) noticeId: string, @Args('as', { description: 'arrived or again' }) as: string, @Operation() operation: OperationContext): Promise<TroubledNoticeModel[]> {
    const settlement = settlementOf(as);
    await operation.write('settle-troubled-mail', { noticeId, as }, (writer) => settleByHand(writer, { noticeId, as: settlement }));
    return troubledNotices(operation.reader);
  }

  @TenantQuery(() => DigestSettingsModel, { needs: 'task.see', description: 'How the viewer gets his own digest.' })
  digestSettings(@Operation() operation: OperationContext): Promise<DigestSettingsModel> {
    return ownSettings(operation);
  }

  @TenantMutation(() => DigestSettingsModel, { needs: 'task.see', description: 'Changes how the viewer gets his own digest.' })
  async changeDigestSettings(@Args('input') input: DigestSettingsInput, @Operation() operation: OperationContext): Promise<DigestSettingsModel> {
    const settings = { ...input, frequency: input.frequency as Frequency, language: (input.language ?? null) as DigestSettings['language'] };
    const { memberId } = operation.viewer;
    await operation.write('change-digest-settings', input, (writer) => changeDigestSettings(writer, { memberId, since: operation.clock.now(), settings }));
    return ownSettings(operation);
  }
}
