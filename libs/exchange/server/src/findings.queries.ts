import { type Finding, messageOf } from '@ketenregie/exchange-domain';
import type { Reader } from '@ketenregie/platform/db';
import { type Page, type PagePlace, pageOf } from '@ketenregie/platform/graphql';
import { FINDINGS, restored, type Written } from './staging/alike.js';
import { repairKeyOf } from './staging/finding-groups.js';

/** Findings that one act repairs. */
export interface FindingGroup {
  readonly repairKey: string;
  readonly category: string;
  readonly severity: string;
  readonly value: string | null;
  readonly count: number;
  readonly suggestion: string | null;
  readonly state: string;
}

/** The findings of an import grouped by repair: what blocks first, then the largest group. */
export function findingGroups(reader: Reader, importId: string): Promise<FindingGroup[]> {
  return reader.query(
    `select repair_key as "repairKey", category, severity, value, finding_count::int as count, suggestion, repair_state as state
     from import_finding_group where import_id = $1
     order by array_position(array['blocks', 'warning', 'info'], severity), finding_count desc, repair_key`,
    [importId],
  );
}

export interface FindingRow {
  readonly id: string;
  readonly position: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly cell: string | null;
  readonly value: string | null;
  readonly message: string;
}

export interface FindingRowsRequest {
  readonly importId: string;
  readonly repairKey: string;
  readonly first: number;
  readonly after: PagePlace | null;
}

interface Group {
  readonly number: number;
  readonly count: number;
}

function rowOf(importId: string, finding: Finding, position: number): FindingRow {
  const { sheet = null, row, cell = null, value = null } = finding;
  return { id: `${importId}-${position}`, position: String(position), sheet, row, cell, value, message: messageOf(finding) };
}

interface Asked {
  readonly importId: string;
  readonly repairKey: string;
  readonly group: number;
  readonly after: number;
}

/** The findings of a group behind a place, in the order of the file; only pages that hold one are read. */
async function* rowsOf(reader: Reader, { importId, repairKey, group, after }: Asked): AsyncGenerator<FindingRow> {
  for (let next: number | null = null; ; ) {
    const [page]: { number: number; firstFinding: string; findings: Written<Finding>[] }[] = await reader.query(
      `select number, first_finding as "firstFinding", findings from import_page
       where import_id = $1 and $2 = any(groups) and first_finding + json_array_length(findings) > $3::bigint + 1 and number > coalesce($4::int, -1) order by number limit 1`,
      [importId, group, after, next],
    );
    if (page === undefined) return;
    const places = restored(page.findings, FINDINGS).map((finding, index) => ({ finding, position: Number(page.firstFinding) + index }));
    for (const { finding, position } of places) if (position > after && repairKeyOf(finding) === repairKey) yield rowOf(importId, finding, position);
    next = page.number;
  }
}

/** One page of the findings of a group, in the order of the file. */
export async function findingRows(reader: Reader, { importId, repairKey, first, after }: FindingRowsRequest): Promise<Page<FindingRow> & { readonly totalCount: number }> {
  const [group] = await reader.query<Group>('select number, finding_count::int as count from import_finding_group where import_id = $1 and repair_key = $2', [importId, repairKey]);
  const rows: FindingRow[] = [];
  if (group !== undefined) {
    for await (const row of rowsOf(reader, { importId, repairKey, group: group.number, after: Number(after?.[0] ?? -1) })) {
      rows.push(row);
      if (rows.length > first) break;
    }
  }
  return { ...pageOf(rows, { first, after, place: ({ position }) => [position] }), totalCount: group?.count ?? 0 };
}
