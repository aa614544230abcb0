/**
 * The one fragment that reads versions: which description of a thing holds on a day, as known at an instant.
 * `v` is the alias of the version table; `on` and `knownAt` are SQL expressions, usually parameters. Without `knownAt`
 * (SQL null) all that is recorded counts (decision 0008).
 */
export function asOfSql(v: string, on: string, knownAt: string): string {
  return `(${v}.valid_from is null or ${v}.valid_from <= ${on}) and (${v}.valid_until is null or ${v}.valid_until >= ${on})
    and (case when ${knownAt} is null then ${v}.superseded_at is null
         else ${v}.recorded_at <= ${knownAt} and (${v}.superseded_at is null or ${v}.superseded_at > ${knownAt}) end)`;
}
