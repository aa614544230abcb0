import type { CalendarDate } from '@ketenregie/kernel';
import type { Language } from '@ketenregie/messages';
import type { Reader } from '@ketenregie/platform/db';
import type { ViewerTasks } from '@ketenregie/tasks-server';
import type { LogReader } from '@ketenregie/tenants-server';
import type { TypedFilter } from './export-filter.js';
import type { ExportColumn } from './table.js';

export type ExportRow = readonly (string | null)[];

/** What is exported of which truth: the viewer's snapshot, the filter of the address, the day, and to whom it is told in which language. */
export interface ExportAsked {
  readonly reader: Reader;
  readonly filter: TypedFilter;
  readonly on: CalendarDate;
  readonly to: LogReader;
  /** The tasks of whoever asks, as his page parts them. */
  tasks(): Promise<ViewerTasks>;
}

/** One list that leaves the product. */
export interface ExportList {
  /** The sheet's name, and the file's. */
  title(language: Language): string;
  /** The action that seeing the list needs, besides `export.make`. */
  readonly needs: string;
  /** Lists that an import reads are Dutch in every language; the others speak that of the reader, in the words of the page. */
  columns(language: Language): readonly ExportColumn[];
  rows(asked: ExportAsked): AsyncIterable<ExportRow>;
}
