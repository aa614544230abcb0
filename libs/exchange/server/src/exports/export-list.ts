import type { CalendarDate } from '@ketenregie/kernel';
import type { Language } from '@ketenregie/messages';
import type { Reader } from '@ketenregie/platform/db';
import type { LogReader } from '@ketenregie/tenants-server';
import type { TypedFilter } from './export-filter.js';

export type ExportRow = readonly (string | null)[];

/** What is exported of which truth: the viewer's snapshot, the filter of the address, the day, and to whom it is told in which language. */
export interface ExportAsked {
  readonly reader: Reader;
  readonly filter: TypedFilter;
  readonly on: CalendarDate;
  readonly to: LogReader;
}

/** One list that leaves the product. */
export interface ExportList {
  /** The sheet's name, and the file's. */
  title(language: Language): string;
  /** The action that seeing the list needs, besides `export.make`. */
  readonly needs: string;
  /** Lists that an import reads have Dutch headers in every language. */
  header(language: Language): readonly string[];
  rows(asked: ExportAsked): AsyncIterable<ExportRow>;
}
