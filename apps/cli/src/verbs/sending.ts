import { clockStandingAt, InvalidInputError, NotFoundError, assertNothingPrivate } from '@ketenregie/kernel';
import { countAsSent, holdSending, releaseSending, type SendingState, sendingState } from '@ketenregie/notices-server';
import { type DirectoryEntry, systemScope } from '@ketenregie/platform/db';
import { rows } from '../rows.js';
import { type OptionValues, UsageError, type Verb, optional } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

const ACTIONS = ['status', 'hold', 'release'] as const;
type Action = (typeof ACTIONS)[number];

function actionOf(positionals: readonly string[]): Action {
  const action = ACTIONS.find((known) => known === (positionals[0] ?? 'status'));
  if (action === undefined || positionals.length > 1) throw new UsageError(`sending takes one of: ${ACTIONS.join(', ')}`);
  return action;
}

interface Line extends SendingState {
  readonly tenant: string;
  /** Digests that were counted as sent at this release. */
  readonly countedAsSent?: number;
}

async function tenantsMeant({ tenantDb }: OpenDatabase, values: OptionValues): Promise<readonly DirectoryEntry[]> {
  const slug = optional(values, 'tenant');
  if (slug === null) return tenantDb.listTenants();
  const tenant = await tenantDb.findTenant(slug);
  if (tenant === null) throw new NotFoundError(`The tenant ${slug}`);
  return [tenant];
}

/** The moment until which mail did go out, or null. */
function sentUntil(values: OptionValues, now: Date): Date | null {
  const text = optional(values, 'sent-until');
  if (text === null) return null;
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(at.getTime())) throw new InvalidInputError('A moment is written with its zone: 2026-11-24T09:00:00Z.', 'sent-until');
  if (at > now) throw new InvalidInputError('That moment is still to come: nothing was sent by then.', 'sent-until');
  return at;
}

const LONGEST_REASON = 200;

function reasonOf(values: OptionValues): string {
  const reason = optional(values, 'reason') ?? 'held by the operator';
  if (reason.length > LONGEST_REASON) throw new UsageError(`--reason has at most ${LONGEST_REASON} characters`);
  assertNothingPrivate(reason, 'reason');
  return reason;
}

/** One tenant at a time, each change in a transaction of its own: a call that is cut short is typed again. */
async function act(database: OpenDatabase, { id, slug }: DirectoryEntry, { action, values }: { readonly action: Action; readonly values: OptionValues }): Promise<Line> {
  const { tenantDb, clock } = database;
  const scope = systemScope(id, 'operator');
  const until = action === 'release' ? sentUntil(values, clock.now()) : null;
  const countedAsSent = until === null ? null : await countAsSent({ tenantDb, clock: clockStandingAt(until.toISOString()) }, id);
  if (action === 'hold') {
    await tenantDb.write(scope, async (writer) => {
      const reason = reasonOf(values);
      await holdSending(writer, reason);
      await writer.audit({ action: 'sending.held', objectKind: 'tenant', payload: { reason } });
    });
  }
  if (action === 'release') await tenantDb.write(scope, (writer) => releaseSending(writer));
  return { tenant: slug, ...(await tenantDb.read(scope, sendingState)), ...(countedAsSent !== null && { countedAsSent }) };
}

function lineOf({ tenant, isHeld, heldAt, reason, waiting, countedAsSent }: Line): string {
  const counted = countedAsSent === undefined ? '' : `, ${countedAsSent} counted as sent`;
  return isHeld ? `${tenant}  held since ${heldAt ?? ''}: ${reason ?? ''}; ${waiting} waiting` : `${tenant}  goes out; ${waiting} waiting${counted}`;
}

/**
 * `sending`: whether mail goes out, tenant by tenant. `hold` stops it, nothing is lost; `release` lets it go again, and with `--sent-until` what was due by
 * that moment counts as sent and is not sent again.
 */
export const sending: Verb = {
  usage: '[status | hold [--reason TEXT] | release [--sent-until INSTANT]] [--tenant SLUG] [--json]',
  options: { tenant: { type: 'string' }, reason: { type: 'string' }, 'sent-until': { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, { withDatabase }) {
    const action = actionOf(positionals);
    if (optional(values, 'sent-until') !== null && action !== 'release') throw new UsageError('--sent-until goes with release');
    const lines = await withDatabase(rows, async (database) => {
      const done: Line[] = [];
      for (const tenant of await tenantsMeant(database, values)) done.push(await act(database, tenant, { action, values }));
      return done;
    });
    if (values['json'] === true) io.answer(JSON.stringify(lines));
    else for (const line of lines) io.answer(lineOf(line));
  },
};
