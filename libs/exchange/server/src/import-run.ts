import { type CalendarDate, DomainError, NotFoundError } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import type { FileKind } from '@ketenregie/exchange-domain';

/** States of an import: `staging` -> `staged` -> `applied` -> `undone`; `failed` where staging was refused, `discarded` where nobody wants it applied. */
export type ImportState = 'staging' | 'staged' | 'applied' | 'undone' | 'failed' | 'discarded';

/** One file brought in, as its row tells it. */
export interface ImportRun {
  readonly id: string;
  readonly kind: FileKind;
  readonly fileName: string;
  readonly supplierKey: string | null;
  readonly referenceOn: CalendarDate;
  readonly state: ImportState;
}

const COLUMNS = `id, kind, file_name as "fileName", supplier_key as "supplierKey", reference_on as "referenceOn", state`;

/** Locks an import for the rest of the transaction and refuses one that is not in the state asked (IMPORT_STATE). */
export async function lockImport(reader: Reader, importId: string, expected: ImportState): Promise<ImportRun> {
  const [run] = await reader.query<ImportRun>(`select ${COLUMNS} from import where id = $1 for update`, [importId]);
  if (run === undefined) throw new NotFoundError('The import');
  if (run.state !== expected) throw new DomainError('IMPORT_STATE', `This import is ${run.state}; that is possible only while it is ${expected}.`);
  return run;
}
