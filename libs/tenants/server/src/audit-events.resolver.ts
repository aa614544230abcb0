import { isLanguage } from '@ketenregie/messages';
import { Operation, OperationContext, TenantQuery, pageSize } from '@ketenregie/platform/graphql';
import { Args, Resolver } from '@nestjs/graphql';
import { AuditEventArgs, AuditEventConnectionModel, AuditEventModel } from './audit-events.model.js';
import { auditEventPage } from './audit-events.queries.js';
import { auditFilterOf, auditPlaceOf } from './audit-filter.js';
import { logReaderOf } from './log/log-reader.js';
import { sayEvents } from './log/say-entries.js';

@Resolver(() => AuditEventModel)
export class AuditEventsResolver {
  @TenantQuery(() => AuditEventConnectionModel, { needs: 'log.see', description: 'The log: who did what, when and why; a member of some clients sees theirs alone.' })
  async auditEvents(@Args() { filter, first, after, language }: AuditEventArgs, @Operation() { reader, viewer }: OperationContext): Promise<AuditEventConnectionModel> {
    const page = await auditEventPage(reader, { filter: auditFilterOf(filter ?? {}), first: pageSize(first), after: auditPlaceOf(after) });
    const said = await sayEvents(reader, page.edges.map(({ node }) => node), logReaderOf(viewer, isLanguage(language) ? language : viewer.language));
    return { ...page, edges: page.edges.map(({ cursor }, at) => ({ cursor, node: said[at] as AuditEventModel })) };
  }
}
