import { InvalidInputError, parseCalendarDate } from '@ketenregie/kernel';
import { runNotices } from '@ketenregie/notices-server';
import { readConfig } from '@ketenregie/platform/config';
import { openMail } from '@ketenregie/platform/mail';
import { addressForLinks } from '../launcher/public-address.js';
import { rows } from '../rows.js';
import { UsageError, type Verb, required } from '../verb.js';

/** `notices run`: who would be told what on a day; with --send the ledger is written and the mails go out, once however often it is typed. */
export const notices: Verb = {
  usage: 'run --tenant SLUG --on DATE [--send] [--json]',
  options: { tenant: { type: 'string' }, on: { type: 'string' }, send: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, { environment, withDatabase }) {
    if (positionals.length !== 1 || positionals[0] !== 'run') throw new UsageError('notices takes run');
    const tenantSlug = required(values, 'tenant');
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
  },
};
