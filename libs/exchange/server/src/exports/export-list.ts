import type { CalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import type { TypedFilter } from './export-filter.js';

export type ExportRow = readonly (string | null)[];

/** What is exported of which truth: the viewer's snapshot, the filter of the address, the day. */
export interface ExportAsked {
  readonly reader: Reader;
  readonly filter: TypedFilter;
  readonly on: CalendarDate;
}

/** One list that leaves the product. */
export interface ExportList {
  /** The sheet's name, and the file's. */
  readonly title: string;
  /** The action that seeing the list needs, besides `export.make`. */
  readonly needs: string;
  readonly header: readonly string[];
  rows(asked: ExportAsked): AsyncIterable<ExportRow>;
}
