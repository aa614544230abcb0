/** States of a login means as a source last told them. `withdrawn` is final at the supplier, `suspended` is not. */
export const MEANS_STATES = ['requested', 'active', 'suspended', 'withdrawn', 'unknown'] as const;
export type MeansState = (typeof MEANS_STATES)[number];

/** The tax-only variant serves tax services alone and can do no chains. */
export type MeansVariant = 'standard' | 'tax-only';
