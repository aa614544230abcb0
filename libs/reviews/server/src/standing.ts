/**
 * What stands of a line, as a lateral join named `standing` with `outcome`: each reviewer's last decision unless he took it back; two who
 * differ are `differs`. Source: `outcomeOf` of reviews/domain. Decisions are ordered by the instant of recording: whoever decides in a round
 * holds its row, so two never share one.
 */
export const standingSql = (line: string): string => `cross join lateral (
    select case count(distinct last.decision) when 0 then 'undecided' when 1 then min(last.decision) else 'differs' end as outcome
    from (select distinct on (d.decided_by) d.decision from review_decision d
      where d.tenant_id = ${line}.tenant_id and d.line_id = ${line}.id order by d.decided_by, d.decided_at desc, d.id desc) last
    where last.decision <> 'undecided') standing`;

/** The decisions that stand of a line, oldest first, as a lateral join named `said`; `limit 1` gives who said it first. */
export const saidSql = (line: string, limit = ''): string => `cross join lateral (
    select last.* from (select distinct on (d.decided_by) d.decision, d.decided_by, d.reason, d.decided_at, d.id from review_decision d
      where d.tenant_id = ${line}.tenant_id and d.line_id = ${line}.id order by d.decided_by, d.decided_at desc, d.id desc) last
    where last.decision <> 'undecided' order by last.decided_at, last.id ${limit}) said`;
