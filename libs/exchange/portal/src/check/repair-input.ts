import type { RepairKind } from './repair-kind.js';

/** A repair as it is sent: what stands in place of the old text, or that it stays as it is. */
export type Repair = { readonly ignore: true } | { readonly kind: RepairKind; readonly value: string };

/** A repair by a value. */
export function repairOf(kind: RepairKind, value: string): Repair {
  return { kind, value };
}
