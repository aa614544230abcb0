import { type Asked, type CompanyAddress, answerAccess, answerJson, momentOf } from '@ketenregie/access-server';
import { TENANT_OPTIONS, scopeOf } from '../acting-as.js';
import { rows } from '../rows.js';
import { type OptionValues, UsageError, type Verb, optional, required } from '../verb.js';

/** Eight digits are a KvK number, nine an RSIN. */
function companyOf(values: OptionValues): CompanyAddress {
  const text = required(values, 'company');
  if (/^\d{8}$/.test(text)) return { kvk: text };
  if (/^\d{9}$/.test(text)) return { rsin: text };
  throw new UsageError('--company is a KvK number of eight digits or an RSIN of nine');
}

/** `access`: can and may a person log in for a company at a service on a day; any past or future day, as known now or then. */
export const access: Verb = {
  usage: '--tenant SLUG --person P --company KVK|RSIN --service KEY --on DATE [--known-at INSTANT] [--as EMAIL] [--json]',
  options: { ...TENANT_OPTIONS, person: { type: 'string' }, company: { type: 'string' }, service: { type: 'string' }, on: { type: 'string' }, 'known-at': { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, { withDatabase }) {
    if (positionals.length > 0) throw new UsageError('access takes options only');
    const asked: Asked = { person: required(values, 'person'), company: companyOf(values), service: required(values, 'service') };
    const on = required(values, 'on');
    const { isProvider, answers } = await withDatabase(rows, async ({ tenantDb, clock }) => {
      const moment = momentOf({ on, knownAt: optional(values, 'known-at') }, clock.today());
      return tenantDb.read(await scopeOf(tenantDb, values, 'access.ask'), (reader) => answerAccess(reader, asked, moment));
    });
    const texts = answers.map(({ answer }) => answerJson(answer));
    if (values['json'] === true) io.answer(JSON.stringify(isProvider ? texts : texts[0]));
    else for (const { serviceKey, answer } of answers) io.answer(`${serviceKey}: can ${answer.can}, may ${answer.may}, ${answer.certainty}${answer.firstBreak === null ? '' : `; first broken link: ${answer.firstBreak.code}`}${answer.endsOn === null ? '' : `; ends on ${answer.endsOn} by ${answer.endsBy}`}`);
  },
};
