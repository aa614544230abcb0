import type { Finding } from '@ketenregie/exchange-domain';
import { newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { storableJson } from './storable.js';

/** Findings that one act repairs: the same category about the same text, or about the same company. */
export function repairKeyOf({ category, value, company }: Pick<Finding, 'category' | 'value' | 'company'>): string {
  const text = value ?? company ?? '';
  return text === '' ? `${category} ` : `${category} ${text.trim().toLowerCase().slice(0, 200)}`;
}

/** How many findings a stretch of a file adds to a group. */
export interface GroupCount {
  readonly number: number;
  readonly repairKey: string;
  readonly category: string;
  readonly severity: string;
  readonly value: string | null;
  readonly suggestion: string | null;
  count: number;
}

/** Numbers the groups of a file as they are met, and counts them a page at a time. */
export class FindingGroups {
  private readonly numbers = new Map<string, number>();
  private counts = new Map<string, GroupCount>();

  note(finding: Finding): void {
    const repairKey = repairKeyOf(finding);
    const counted = this.counts.get(repairKey);
    if (counted !== undefined) counted.count += 1;
    else this.counts.set(repairKey, this.countOf(repairKey, finding));
  }

  /** What was counted since the last cut. */
  cut(): readonly GroupCount[] {
    const counted = [...this.counts.values()];
    this.counts = new Map();
    return counted;
  }

  private countOf(repairKey: string, { category, severity, value, company, suggestion }: Finding): GroupCount {
    const number = this.numbers.get(repairKey) ?? this.numbers.size + 1;
    this.numbers.set(repairKey, number);
    return { number, repairKey, category, severity, value: value ?? company ?? null, suggestion: suggestion ?? null, count: 1 };
  }
}

/** Adds what a page counted to the groups of the import. */
export async function addToGroups(writer: Writer, importId: string, counts: readonly GroupCount[]): Promise<void> {
  if (counts.length === 0) return;
  await writer.query(
    `insert into import_finding_group as known (id, import_id, number, repair_key, category, severity, value, suggestion, finding_count)
     select id, $1, number, "repairKey", category, severity, value, suggestion, count
     from json_to_recordset($2::json) as met (id uuid, number int, "repairKey" text, category text, severity text, value text, suggestion text, count int)
     on conflict (tenant_id, import_id, number) do update set finding_count = known.finding_count + excluded.finding_count`,
    [importId, storableJson(counts.map((count) => ({ ...count, id: newId() })))],
  );
}
