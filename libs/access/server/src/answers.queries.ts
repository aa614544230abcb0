import { type Answer, type FirstBreak, repairableUntil, type RightStatus, type UnknownCode } from '@ketenregie/access-domain';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import type { Moment } from './moment.js';
import { ANSWER_COLUMNS, ANSWER_JOINS, answersWithSql } from './sql/answers.js';
import { Statement } from './sql/statement.js';
import { aboutOf, type AnswersFilter } from './sql/triples.js';

/** How many days before its end a path is called expiring: the first step of the notices' ladder. */
export const WARN_DAYS = 90;

/** The answer to one of many questions, with the names a list shows. The path is told by its facts' ids; in words it is asked one by one. */
export interface AccessRow extends Pick<Answer, 'can' | 'may' | 'mayNot' | 'certainty' | 'endsOn' | 'endsBy' | 'repairableUntil' | 'firstBreak' | 'unknowns'> {
  readonly personId: string;
  readonly personName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly companyKvk: string | null;
  readonly clientId: string;
  readonly serviceKey: string;
  readonly providerKey: string;
  readonly serviceNameNl: string;
  readonly serviceNameEn: string;
  readonly status: RightStatus;
  /** The lowest of the path's levels that are known: no more than this is reached; null where none is known. */
  readonly level: AssuranceLevel | null;
  /** What the service asks; null where that is not known. */
  readonly requiredLevel: AssuranceLevel | null;
  /** The day the oldest fact of the path was seen at the supplier; null where one of them never was. */
  readonly seenOn: CalendarDate | null;
  readonly clientHalfId: string | null;
  readonly officeHalfId: string | null;
  readonly rightId: string | null;
  readonly meansId: string | null;
}

/** A row as the statement gives it. */
export interface StoredAnswer extends Omit<AccessRow, 'firstBreak' | 'repairableUntil'> {
  readonly breakCode: FirstBreak['code'] | null;
  readonly breakHalf: FirstBreak['half'];
  readonly breakHands: FirstBreak['inWhoseHands'] | null;
}

/** The last day for a repair. No lead time and no blocker is recorded anywhere yet, so each counts as not known. Source: `repairOf`. */
function repairableUntilOf({ endsOn, endsBy }: Pick<Answer, 'endsOn' | 'endsBy'>): CalendarDate | null {
  if (endsBy === 'company') return null;
  return repairableUntil(endsOn, endsBy === 'unused-24-months' ? 0 : null, []).repairableUntil;
}

/** A row as it is shown. */
export function accessRowOf({ breakCode, breakHalf, breakHands, ...row }: StoredAnswer): AccessRow {
  const firstBreak = breakCode === null || breakHands === null ? null : { code: breakCode, half: breakHalf, inWhoseHands: breakHands, leadDays: null };
  return { ...row, unknowns: row.unknowns as readonly UnknownCode[], firstBreak, repairableUntil: repairableUntilOf(row) };
}

/** The statement of many answers and its values, in no particular order. */
export function answersStatement(filter: AnswersFilter, moment: Moment): { readonly sql: string; readonly values: readonly unknown[] } {
  const statement = new Statement(moment, aboutOf(filter));
  const sql = `${answersWithSql(statement, filter, WARN_DAYS)} select ${ANSWER_COLUMNS} from best b ${ANSWER_JOINS}`;
  return { sql, values: statement.values };
}

/** The answers to many questions in one statement: the same as `answer` gives one by one. What the reader may not see is not there. */
export async function answersFor(reader: Reader, filter: AnswersFilter, moment: Moment): Promise<AccessRow[]> {
  const { sql, values } = answersStatement(filter, moment);
  return (await reader.query<StoredAnswer>(sql, values)).map(accessRowOf);
}

const CANS_IN_ORDER = ['yes', 'unknown', 'no'];

/** Those who can first, then those of whom it is not known, then those who cannot. */
const byCan = (a: AccessRow, b: AccessRow): number => CANS_IN_ORDER.indexOf(a.can) - CANS_IN_ORDER.indexOf(b.can) || (a.personName < b.personName ? -1 : 1);

/** Who can, and who may, act for a company at a service; everybody linked to the company whose path is anywhere in play, the breaks included. */
export async function whoCan(reader: Reader, { companyId, serviceKey }: { readonly companyId: string; readonly serviceKey: string }, moment: Moment): Promise<AccessRow[]> {
  return (await answersFor(reader, { companyIds: [companyId], serviceKeys: [serviceKey] }, moment)).toSorted(byCan);
}

/** All that a person can do, and what he cannot though part of the path is there, over all companies and the services the tenant uses. */
export async function allThat(reader: Reader, personId: string, moment: Moment): Promise<AccessRow[]> {
  return (await answersFor(reader, { personIds: [personId] }, moment)).toSorted(byCan);
}
