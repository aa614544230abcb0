import { queryOne } from '@ketenregie/platform/db';
import type { Batch } from '@ketenregie/platform/graphql';
import { type RecordedTarget, targetsByVersion } from './authorisations.queries.js';
import { type RecordedChange, type RecordedStep, changesByRight, stepsByChange } from './changes.queries.js';

/** Targets of rights, by version id. */
export const targetsBatch: Batch<string, RecordedTarget[]> = { name: 'authorisation-targets', load: targetsByVersion };

/** Changes decided about rights, by right. */
export const changesBatch: Batch<string, RecordedChange[]> = { name: 'authorisation-changes', load: changesByRight };

/** Steps of changes, by change. */
export const stepsBatch: Batch<string, RecordedStep[]> = { name: 'authorisation-change-steps', load: stepsByChange };

/** Whether the tenant wants four eyes: one statement an operation, whatever the key. */
export const fourEyesBatch: Batch<'tenant', boolean> = {
  name: 'needs-four-eyes',
  async load(reader) {
    const { needed } = await queryOne<{ needed: boolean }>(reader, 'select needs_four_eyes as needed from tenant');
    return new Map([['tenant', needed]]);
  },
};
