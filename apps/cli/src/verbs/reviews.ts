import { parseCalendarDate } from '@ketenregie/kernel';
import { runReviews } from '@ketenregie/reviews-server';
import { TENANT_OPTIONS, scopeOf } from '../acting-as.js';
import { rows } from '../rows.js';
import { UsageError, type Verb, required } from '../verb.js';

/** `reviews run`: starts the review rounds of an office that are due on a day, makes them, and prints them with their counts. */
export const reviews: Verb = {
  usage: 'run --tenant SLUG --on DATE [--as EMAIL] [--json]',
  options: { ...TENANT_OPTIONS, on: { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, { withDatabase }) {
    if (positionals.length !== 1 || positionals[0] !== 'run') throw new UsageError('reviews takes run');
    const tenantSlug = required(values, 'tenant');
    const on = parseCalendarDate(required(values, 'on'));
    if (on === null) throw new UsageError('--on is a day, YYYY-MM-DD');
    const started = await withDatabase(rows, async ({ tenantDb }) => {
      const scope = await scopeOf(tenantDb, values, 'review.plan');
      return runReviews({ db: tenantDb, tenantSlug, on, scope });
    });
    if (values['json'] === true) io.answer(JSON.stringify({ on, rounds: started }));
    else if (started.length === 0) io.answer(`No round is due on ${on}.`);
    else for (const { id, name, periodOn, dueOn, isLate, counts } of started) io.answer(`${id}  ${name}  ${periodOn}${isLate ? ' (late)' : ''}  due ${dueOn}  ${counts.total} lines, ${counts.exceptions} unusual`);
  },
};
