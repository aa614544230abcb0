import { type CalendarDate, parseCalendarDate } from '@ketenregie/kernel';
import { type PlannedProgramme, planProgramme, runReviews, type StartedRound } from '@ketenregie/reviews-server';
import { TENANT_OPTIONS, scopeOf } from '../acting-as.js';
import { rows } from '../rows.js';
import { type OptionValues, UsageError, type Verb, optional, required } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

function dayOf(values: OptionValues, name: string): CalendarDate {
  const day = parseCalendarDate(required(values, name));
  if (day === null) throw new UsageError(`--${name} is a day, YYYY-MM-DD`);
  return day;
}

function everyOf(values: OptionValues): 'quarter' | 'half-year' | 'year' {
  const every = (['quarter', 'half-year', 'year'] as const).find((known) => known === (optional(values, 'every') ?? 'quarter'));
  if (every === undefined) throw new UsageError('--every is quarter, half-year or year');
  return every;
}

function plannedOf(values: OptionValues): PlannedProgramme {
  const dueDays = Number(optional(values, 'due-days') ?? '21');
  const scope = { scope: 'all', clientId: null, supplierKey: null, fallbackMemberId: null } as const;
  return { name: required(values, 'name'), every: everyOf(values), months: null, startsOn: dayOf(values, 'starts-on'), dueDays, state: 'active', ...scope };
}

async function plan({ tenantDb, clock }: OpenDatabase, values: OptionValues, planned: PlannedProgramme): Promise<string> {
  const scope = await scopeOf(tenantDb, values, 'review.plan');
  return tenantDb.write(scope, (writer) => planProgramme(writer, planned, clock.today()));
}

async function run({ tenantDb }: OpenDatabase, values: OptionValues, on: CalendarDate): Promise<readonly StartedRound[]> {
  const scope = await scopeOf(tenantDb, values, 'review.plan');
  return runReviews({ db: tenantDb, tenantSlug: required(values, 'tenant'), on, scope });
}

const lineOf = ({ id, name, periodOn, dueOn, isLate, counts }: StartedRound): string =>
  `${id}  ${name}  ${periodOn}${isLate ? ' (late)' : ''}  due ${dueOn}  ${counts.total} lines, ${counts.exceptions} unusual`;

/** `reviews`: `plan` plans a review of all chains that recurs; `run` starts the rounds that are due on a day, makes them, and prints them with counts. */
export const reviews: Verb = {
  usage: 'run --tenant SLUG --on DATE [--as EMAIL] [--json]\n       reviews plan --tenant SLUG --name N --starts-on DATE [--every quarter|half-year|year] [--due-days N] [--as EMAIL] [--json]',
  options: {
    ...TENANT_OPTIONS, on: { type: 'string' }, name: { type: 'string' }, 'starts-on': { type: 'string' }, every: { type: 'string' }, 'due-days': { type: 'string' }, json: { type: 'boolean' },
  },
  async run({ positionals, values }, io, { withDatabase }) {
    const [action, ...rest] = positionals;
    if (rest.length > 0 || (action !== 'run' && action !== 'plan')) throw new UsageError('reviews takes run, or plan');
    required(values, 'tenant');
    const isJson = values['json'] === true;
    if (action === 'plan') {
      const planned = plannedOf(values);
      const id = await withDatabase(rows, (database) => plan(database, values, planned));
      io.answer(isJson ? JSON.stringify({ id, ...planned }) : `Planned ${planned.name}.`);
      return;
    }
    const on = dayOf(values, 'on');
    const started = await withDatabase(rows, (database) => run(database, values, on));
    if (isJson) io.answer(JSON.stringify({ on, rounds: started }));
    else if (started.length === 0) io.answer(`No round is due on ${on}.`);
    else for (const round of started) io.answer(lineOf(round));
  },
};
