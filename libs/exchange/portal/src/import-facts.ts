import { wordOf } from '@ketenregie/tenants-portal';
import type { ImportChangedSinceQuery, ImportFactsFragment, ImportFindingsQuery, ImportOneQuery, ImportPreviewQuery, ImportResultQuery } from './generated/operations.js';

export const IMPORT_STATES = ['staging', 'staged', 'applied', 'undone', 'failed', 'discarded'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const SEVERITIES = ['blocks', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
const GROUP_STATES = ['open', 'repaired', 'ignored'] as const;
const OBJECT_KINDS = ['company', 'person', 'means', 'authorisation'] as const;

/** What applying changes, counted in facts. */
export type ChangeCounts = ImportPreviewQuery['importPreview'];
export type ImportResult = ImportResultQuery['importResult'];

/** One file that was brought in. */
export type ImportFacts = Omit<ImportFactsFragment, 'state'> & { readonly state: ImportState };
/** One import with all that its pages show. */
export type ImportDetails = Omit<ImportOneQuery['import'], 'state'> & { readonly state: ImportState };
export type ReadSheet = ImportDetails['sheets'][number];
export type ReadColumn = ReadSheet['columns'][number];

/** An import with its state as one of the words that the portal knows; an unknown one counts as failed, so that nothing is offered. */
export function importOf<Raw extends { readonly state: string }>(raw: Raw): Omit<Raw, 'state'> & { readonly state: ImportState } {
  return { ...raw, state: wordOf(IMPORT_STATES, raw.state, 'failed') };
}

type RawGroup = ImportFindingsQuery['importFindings'][number];
/** Problems that one act repairs: the same category about the same text. */
export type FindingGroup = Omit<RawGroup, 'severity' | 'state'> & { readonly severity: Severity; readonly state: (typeof GROUP_STATES)[number] };

/** A group with its severity and state as words that the portal knows. */
export function groupOf(raw: RawGroup): FindingGroup {
  return { ...raw, severity: wordOf(SEVERITIES, raw.severity, 'warning'), state: wordOf(GROUP_STATES, raw.state, 'open') };
}

type RawChange = ImportChangedSinceQuery['importChangedSince'][number];
/** Something of an import that was changed afterwards, which an undo leaves as it is. */
export type ChangedSince = Omit<RawChange, 'kind'> & { readonly kind: (typeof OBJECT_KINDS)[number] };

/** A change with its kind as a word that the portal knows. */
export function changedOf(raw: RawChange): ChangedSince {
  return { ...raw, kind: wordOf(OBJECT_KINDS, raw.kind, 'company') };
}
