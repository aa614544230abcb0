import { Operation, OperationContext, TenantQuery, pageSize } from '@ketenregie/platform/graphql';
import { Args, Resolver } from '@nestjs/graphql';
import { AuditEventArgs, AuditEventConnectionModel, AuditEventModel } from './audit-events.model.js';
import { auditEventPage } from './audit-events.queries.js';
import { auditFilterOf, auditPlaceOf } from './audit-filter.js';

@Resolver(() => AuditEventModel)
export class AuditEventsResolver {
  @TenantQuery(() => AuditEventConnectionModel, { needs: 'log.see', description: 'The log: who did what, when and why; a member of some clients sees theirs alone.' })
  auditEvents(@Args() { filter, first, after }: AuditEventArgs, @Operation() operation: OperationContext): Promise<AuditEventConnectionModel> {
    return auditEventPage(operation.reader, { filter: auditFilterOf(filter ?? {}), first: pageSize(first), after: auditPlaceOf(after) });
  }
}
