import type { RepairKind } from './repair-kind.js';

/** A company that is not in the register yet. */
export interface NewCompany {
  readonly name: string;
  readonly kvkNumber: string | null;
  readonly clientNumber: string | null;
}

/** A repair as it is sent: what stands in place of the old text, a company that is made of it, or that it stays as it is. */
export type Repair = { readonly ignore: true } | { readonly kind: RepairKind; readonly value: string } | { readonly kind: 'new-company'; readonly company: NewCompany };

/** A repair by a value. */
export function repairOf(kind: RepairKind, value: string): Repair {
  return { kind, value };
}
