import type { Statement } from './statement.js';

/** The state of a change (alias `ch`) as it was known: its last step up to then. A change starts as something to do. */
export function changeStateSql({ knownAt }: Statement): string {
  return `case when ${knownAt} is null then ch.state else coalesce((select step.state from authorisation_change_step step
    where step.change_id = ch.id and step.recorded_at <= ${knownAt} order by step.recorded_at desc, step.id desc limit 1), 'to-do') end`;
}

/** Whether a change (alias `ch`) had been recorded at all. */
export function isChangeKnownSql({ knownAt }: Statement): string {
  return `(${knownAt} is null or ch.created_at <= ${knownAt})`;
}

/** The rights whose revoke stands decided on the day, carried out or not; a withdrawn decision never stood. Source: docs/answers.md, `may`. */
export function revokedRightsSql(statement: Statement): string {
  return `select ch.authorisation_id from authorisation_change ch
    where ch.kind = 'revoke' and ch.decided_on <= ${statement.on} and ${isChangeKnownSql(statement)} and ${changeStateSql(statement)} <> 'withdrawn'`;
}
