import { InvalidInputError, NotFoundError, parseCalendarDate } from '@ketenregie/kernel';
import { doubtfulMail, runNotices, settleByHand, type Settlement, settlementOf } from '@ketenregie/notices-server';
import { readConfig } from '@ketenregie/platform/config';
import { type Scope, systemScope } from '@ketenregie/platform/db';
import { openMail } from '@ketenregie/platform/mail';
import { addressForLinks } from '../launcher/public-address.js';
import type { Io } from '../io.js';
import { rows } from '../rows.js';
import { type OptionValues, required, UsageError, type Verb, type VerbContext } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

interface Asked {
  readonly tenantSlug: string;
  readonly values: OptionValues;
  readonly io: Io;
  readonly context: VerbContext;
}

async function runDay({ tenantSlug, values, io, context: { environment, withDatabase } }: Asked): Promise<void> {
  const on = parseCalendarDate(required(values, 'on'));
  if (on === null) throw new InvalidInputError('A day is written as YYYY-MM-DD.', 'on');
  const config = readConfig(environment);
  const mustSend = values['send'] === true;
  const mail = openMail(mustSend ? { ...config, publicUrl: addressForLinks(config, environment) } : config);
  try {
    const run = await withDatabase(rows, ({ tenantDb, clock }) => runNotices({ db: tenantDb, tenantSlug, on, send: mustSend, mail, clock }));
    if (values['json'] === true) io.answer(JSON.stringify(run));
    else for (const { member, period, isDue, digest, state } of run.digests) io.answer(`${member}  ${period}  ${digest?.count ?? 0} tasks, ${digest?.raisedCount ?? 0} raised, ${digest?.reviews.lines ?? 0} lines of ${digest?.reviews.rounds ?? 0} reviews  ${state ?? (isDue ? 'would be sent' : 'nothing to send')}`);
  } finally {
    await mail.transport.close();
  }
}

/** The scope of the operator in a tenant. */
async function scopeOf({ tenantDb }: OpenDatabase, slug: string): Promise<Scope> {
  const tenant = await tenantDb.findTenant(slug);
  if (tenant === null) throw new NotFoundError(`The tenant ${slug}`);
  return systemScope(tenant.id, 'operator');
}

/** Settles one mail where `settling` names it, then tells what is in doubt. */
async function tellDoubt({ tenantSlug, values, io, context: { withDatabase } }: Asked, settling: { readonly noticeId: string; readonly as: Settlement } | null): Promise<void> {
  const left = await withDatabase(rows, async (database) => {
    const scope = await scopeOf(database, tenantSlug);
    if (settling !== null) await database.tenantDb.write(scope, (writer) => settleByHand(writer, settling));
    return database.tenantDb.read(scope, doubtfulMail);
  });
  if (values['json'] === true) io.answer(JSON.stringify(left));
  else for (const { id, member, period, handedAt, reply } of left) io.answer(`${id}  ${member}  ${period}  handed over ${handedAt ?? '-'}  ${reply ?? ''}`);
}

/**
 * `notices run`: who would be told what on a day; with --send the ledger is written and the mails go out, once however often it is typed. `notices doubt`:
 * the mails of which nobody knows whether they arrived; `notices settle --id ID --as arrived|again` settles one of them, once.
 */
export const notices: Verb = {
  usage: 'run --tenant SLUG --on DATE [--send] | doubt --tenant SLUG | settle --tenant SLUG --id ID --as arrived|again [--json]',
  options: { tenant: { type: 'string' }, on: { type: 'string' }, send: { type: 'boolean' }, id: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, context) {
    const [action, ...others] = positionals;
    const asked = { tenantSlug: required(values, 'tenant'), values, io, context };
    if (others.length === 0 && action === 'run') return runDay(asked);
    if (others.length === 0 && action === 'doubt') return tellDoubt(asked, null);
    if (others.length === 0 && action === 'settle') return tellDoubt(asked, { noticeId: required(values, 'id'), as: settlementOf(required(values, 'as')) });
    throw new UsageError('notices takes one of: run, doubt, settle');
  },
};
