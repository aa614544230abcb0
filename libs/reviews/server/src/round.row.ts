import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, type Writer, queryOne } from '@ketenregie/platform/db';
import type { LeftOut, RoundState } from '@ketenregie/reviews-domain';
import type { PopulationQuery } from './start-round.js';

/** Where the lines of a population come from. */
export interface PopulationSource {
  /** Supplier in whose register they stand; null = nobody recorded which. */
  readonly supplierKey: string | null;
  /** Brought by a file, or typed. */
  readonly origin: 'import' | 'typed';
  readonly count: number;
}

/** What closing a round led to. */
export interface Closing {
  /** Revokes that became something to do. */
  readonly revokes: number;
  /** Changes that became something to do. */
  readonly changes: number;
  /** Revokes of what had ended, or was being revoked or changed, already. */
  readonly alreadyUnderWay: number;
}

/** A round as it stands. Instants are ISO, in UTC, to the microsecond. */
export interface RecordedRound {
  readonly id: string;
  readonly programmeId: string;
  readonly previousRoundId: string | null;
  readonly name: string;
  readonly periodOn: CalendarDate;
  readonly missedCount: number;
  readonly isLate: boolean;
  readonly state: RoundState;
  readonly populationOn: CalendarDate;
  readonly nextOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly query: PopulationQuery;
  readonly knownAt: string | null;
  readonly reached: string | null;
  readonly lineCount: number;
  readonly leftOut: Partial<Record<LeftOut, number>>;
  readonly populationHash: string | null;
  readonly sources: readonly PopulationSource[];
  readonly startedBy: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly closedOn: CalendarDate | null;
  readonly closedBy: string | null;
  readonly decisionsHash: string | null;
  readonly closing: Closing | null;
}

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of a round `r` in the fields of the code. */
export const ROUND_COLUMNS = `r.id, r.programme_id as "programmeId", r.previous_round_id as "previousRoundId", r.name, r.period_on as "periodOn", r.missed_count as "missedCount",
  r.is_late as "isLate", r.state, r.population_on as "populationOn", r.next_on as "nextOn", r.due_on as "dueOn", r.population_query as query, ${utc('r.known_at')} as "knownAt",
  r.reached, r.line_count as "lineCount", r.left_out as "leftOut", r.population_hash as "populationHash", r.sources, r.started_by as "startedBy",
  ${utc('r.opened_at')} as "openedAt", ${utc('r.closed_at')} as "closedAt", r.closed_on as "closedOn", r.closed_by as "closedBy", r.decisions_hash as "decisionsHash", r.closing`;

/** Rounds in which the reader has a line; all of them for who sees all clients. */
export const IS_VISIBLE = (seesAll: string): string => `(${seesAll}::boolean or exists (select 1 from review_line l where l.tenant_id = r.tenant_id and l.round_id = r.id))`;

/**
 * One round held to the end of the transaction: makers, deciders and closers of one round follow one another. Null where it is not there, and where nothing of
 * it is in sight: neither is looked at any further.
 */
export async function lockRound(writer: Writer, id: string): Promise<RecordedRound | null> {
  const [round] = await writer.query<RecordedRound>(`select ${ROUND_COLUMNS} from review_round r where r.id = $2 and ${IS_VISIBLE('$1')} for no key update`, [writer.scope.hasAllClients, id]);
  return round ?? null;
}

/** SHA-256 over the lines of a round in the order of their rights: right, version, and the hash of the frozen facts, one a line of text. */
export async function populationHash(reader: Reader, roundId: string): Promise<string> {
  const { hash } = await queryOne<{ hash: string }>(
    reader,
    `select encode(sha256(convert_to(coalesce(string_agg(l.authorisation_id || ' ' || l.version_id || ' ' || encode(sha256(convert_to(l.facts::text, 'UTF8')), 'hex'), E'\\n'
       order by l.authorisation_id), ''), 'UTF8')), 'hex') as hash from review_line l where l.round_id = $1`,
    [roundId],
  );
  return hash;
}

/** SHA-256 over all decisions of a round in the order in which they were recorded, taken back ones included. */
export async function decisionsHash(reader: Reader, roundId: string): Promise<string> {
  const { hash } = await queryOne<{ hash: string }>(
    reader,
    `select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', ${utc('d.decided_at')}, d.id, l.authorisation_id, d.decision, d.decided_by, d.reason), E'\\n'
       order by d.decided_at, d.id), ''), 'UTF8')), 'hex') as hash
     from review_line l join review_decision d on d.tenant_id = l.tenant_id and d.line_id = l.id where l.round_id = $1`,
    [roundId],
  );
  return hash;
}
