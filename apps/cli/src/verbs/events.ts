import { DomainError, NotFoundError } from '@ketenregie/kernel';
import { type ChainVerdict, systemScope, verifyChain } from '@ketenregie/platform/db';
import { UsageError, type Verb, optional } from '../verb.js';

const lineOf = (tenant: string, { events, head, fault }: ChainVerdict): string =>
  fault === null
    ? `${tenant}  whole: ${events} events, the last ${head.sequence} ${head.hash}`
    : `${tenant}  BROKEN at event ${fault.sequence}: ${fault.kind}${fault.action === null ? '' : ` (${fault.action}, ${fault.at ?? ''})`}`;

/** `events verify`: makes the chain of each tenant's log again from its events and says where it first breaks; exit 1 where one does. */
export const events: Verb = {
  usage: 'verify [--tenant SLUG] [--json]',
  options: { tenant: { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, { withDatabase }) {
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new UsageError('events takes verify');
    const slug = optional(values, 'tenant');
    const verdicts = await withDatabase([], async ({ tenantDb }) => {
      const tenants = (await tenantDb.listTenants()).filter((tenant) => slug === null || tenant.slug === slug);
      if (slug !== null && tenants.length === 0) throw new NotFoundError(`The tenant ${slug}`);
      const found: (ChainVerdict & { readonly tenant: string })[] = [];
      for (const tenant of tenants) found.push({ tenant: tenant.slug, ...(await tenantDb.read(systemScope(tenant.id, 'operator'), verifyChain)) });
      return found;
    });
    if (values['json'] === true) io.answer(JSON.stringify(verdicts));
    else for (const verdict of verdicts) io.answer(lineOf(verdict.tenant, verdict));
    const broken = verdicts.filter(({ fault }) => fault !== null).length;
    if (broken > 0) throw new DomainError('CHAIN_BROKEN', `The log of ${broken} of ${verdicts.length} tenants is not what was written. Keep the database as it is, and compare with a backup from before.`);
  },
};
