import type { TypedDocument } from '@ketenregie/portal-kit';
import type { Page } from '@ketenregie/tenants-portal';

/** What applying changes, counted in facts. */
export interface ChangeCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

/** A piece of work of the server, to be followed. */
export interface RunningOperation {
  readonly kind: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
  readonly failure: string | null;
}

/** One file that was brought in. */
export interface ImportFacts {
  readonly id: string;
  readonly fileName: string;
  readonly kind: string | null;
  readonly supplierKey: string | null;
  readonly state: 'staging' | 'staged' | 'applied' | 'undone' | 'failed' | 'discarded';
  readonly createdAt: string;
  readonly createdBy: string;
  readonly undoableUntil: string | null;
  readonly changes: ChangeCounts | null;
  readonly viewerCan: readonly string[];
}

export interface ReadColumn {
  readonly letter: string;
  readonly header: string;
  readonly meaning: string | null;
  readonly samples: readonly string[];
}

export interface ReadSheet {
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly columns: readonly ReadColumn[];
}

export type Severity = 'blocks' | 'warning' | 'info';

/** Problems that one act repairs: the same category about the same text. */
export interface FindingGroup {
  readonly repairKey: string;
  readonly category: string;
  readonly severity: Severity;
  readonly value: string | null;
  readonly count: number;
  /** The nearest name, an offer; null where there is none. */
  readonly suggestion: string | null;
  /** open, repaired or ignored */
  readonly state: 'open' | 'repaired' | 'ignored';
}

export interface FindingRow {
  readonly id: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly cell: string | null;
  readonly value: string | null;
  readonly message: string;
}

/** One import with all that its pages show. */
export interface ImportDetails extends ImportFacts {
  readonly sheets: readonly ReadSheet[];
  readonly operation: RunningOperation | null;
}

export interface ImportAnswer {
  readonly import: ImportDetails;
}

/** Something of an import that was changed afterwards, which an undo leaves as it is. */
export interface ChangedSince {
  readonly objectId: string;
  readonly kind: 'company' | 'person' | 'means' | 'authorisation';
  readonly name: string;
  readonly changedAt: string;
}

/** What a fresh import tells at once. */
export interface ImportResult {
  /** Rights that end within 90 days. */
  readonly endingSoon: number;
  readonly levelTooLow: number;
  /** People whose work nobody else can do. */
  readonly withoutStandIn: number;
}

export type Repair = { readonly ignore: true } | { readonly kind: string; readonly value: string };

const FACTS = 'id fileName kind supplierKey state createdAt createdBy undoableUntil changes { created updated unchanged skipped } viewerCan';

/** Who may bring a file, and the suppliers to choose from. */
export const ImportStartDocument: TypedDocument<{ readonly tenant: { readonly viewerCan: readonly string[] }; readonly catalogue: { readonly suppliers: readonly { readonly key: string; readonly name: string }[] } }, Record<string, never>> = `query ImportStart {
  tenant { viewerCan }
  catalogue { suppliers { key name } }
}`;

export const ImportsDocument: TypedDocument<{ readonly imports: Page<ImportFacts> }, { readonly first: number; readonly after: string | null }> = `query ImportList($first: Int!, $after: String) {
  imports(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { ${FACTS} } } }
}`;

export const ImportDocument: TypedDocument<ImportAnswer, { readonly id: string }> = `query ImportOne($id: ID!) {
  import(id: $id) { ${FACTS} sheets { sheet headerRow columns { letter header meaning samples } } operation { kind state phase done total failure } }
}`;

export const ImportPreviewDocument: TypedDocument<{ readonly importPreview: ChangeCounts }, { readonly id: string }> = `query ImportPreview($id: ID!) {
  importPreview(id: $id) { created updated unchanged skipped }
}`;

export const ImportFindingsDocument: TypedDocument<{ readonly importFindings: readonly FindingGroup[] }, { readonly id: string }> = `query ImportFindings($id: ID!) {
  importFindings(id: $id) { repairKey category severity value count suggestion state }
}`;

export const FindingRowsDocument: TypedDocument<{ readonly importFindingRows: Page<FindingRow> }, { readonly id: string; readonly repairKey: string; readonly first: number; readonly after: string | null }> = `query ImportFindingRows($id: ID!, $repairKey: String!, $first: Int!, $after: String) {
  importFindingRows(id: $id, repairKey: $repairKey, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { id sheet row cell value message } } }
}`;

export const RepairChoicesDocument: TypedDocument<
  {
    readonly catalogue: {
      readonly services: readonly { readonly key: string; readonly providerKey: string; readonly nameNl: string; readonly nameEn: string }[];
      readonly providers: readonly { readonly key: string; readonly nameNl: string; readonly nameEn: string }[];
      readonly suppliers: readonly { readonly key: string; readonly name: string }[];
    };
    readonly people: { readonly edges: readonly { readonly node: { readonly id: string; readonly fullName: string; readonly email: string | null } }[] };
  },
  { readonly first: number }
> = `query ImportRepairChoices($first: Int!) {
  catalogue { services { key providerKey nameNl nameEn } providers { key nameNl nameEn } suppliers { key name } }
  people(first: $first) { edges { node { id fullName email } } }
}`;

export const RepairImportDocument: TypedDocument<{ readonly repairImport: { readonly id: string } }, { readonly input: { readonly importId: string; readonly repairKey: string } & Repair }> = `mutation ImportRepair($input: RepairImportInput!) {
  repairImport(input: $input) { id }
}`;

export const ApplyImportDocument: TypedDocument<{ readonly applyImport: { readonly id: string } }, { readonly id: string }> = `mutation ImportApply($id: ID!) {
  applyImport(id: $id) { id }
}`;

export const UndoImportDocument: TypedDocument<{ readonly undoImport: { readonly id: string } }, { readonly id: string; readonly keepsChanged: boolean }> = `mutation ImportUndo($id: ID!, $keepsChanged: Boolean!) {
  undoImport(id: $id, keepsChanged: $keepsChanged) { id }
}`;

export const DiscardImportDocument: TypedDocument<{ readonly discardImport: { readonly id: string } }, { readonly id: string }> = `mutation ImportDiscard($id: ID!) {
  discardImport(id: $id) { id }
}`;

export const ChangedSinceDocument: TypedDocument<{ readonly importChangedSince: readonly ChangedSince[] }, { readonly id: string }> = `query ImportChangedSince($id: ID!) {
  importChangedSince(id: $id) { objectId kind name changedAt }
}`;

export const ImportResultDocument: TypedDocument<{ readonly importResult: ImportResult }, { readonly id: string }> = `query ImportResult($id: ID!) {
  importResult(id: $id) { endingSoon levelTooLow withoutStandIn }
}`;
