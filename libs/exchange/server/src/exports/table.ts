/** A column of a list: what stands above it, what its values are, and how wide it is read best. */
export interface ExportColumn {
  readonly title: string;
  /**
   * `day`: a value written YYYY-MM-DD becomes a date of the spreadsheet, `moment`: one written YYYY-MM-DD HH:MM a date with its time; any other value stays a
   * text, as all values of the other columns do. `long`: a text that may take several lines.
   */
  readonly kind?: 'day' | 'moment' | 'long';
  /** In characters. */
  readonly width?: number;
}

/** A list as it leaves the product, row by row. Null is an empty cell. */
export interface ExportTable {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: AsyncIterable<readonly (string | null)[]>;
}

export type TableBytes = AsyncGenerator<string | Buffer>;

const WIDTH = { day: 13, moment: 17, long: 60, text: 20 } as const;

/** How wide a column is, in characters. */
export const widthOf = ({ kind, width, title }: ExportColumn): number => width ?? Math.max(WIDTH[kind ?? 'text'], title.length + 4);

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/;
const DAY_MS = 86_400_000;
/** Day 61 of the count of spreadsheets is 1 March 1900: before it Excel counts a day that never was. */
const FIRST_SAFE = 61;

/** A date of a spreadsheet: the number of its day, with its time as the part behind the comma, and the same as ISO 8601. */
export interface SheetDate {
  readonly serial: number;
  readonly iso: string;
}

/** The value of a cell as a date, or null where it is a text: by its column, and by how it is written. */
export function dateOf(value: string, kind: ExportColumn['kind']): SheetDate | null {
  const parts = kind === 'day' || kind === 'moment' ? MOMENT.exec(value) : null;
  if (parts === null || (parts[4] === undefined) !== (kind === 'day')) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const serial = (Date.UTC(year, month - 1, day, hour, minute) - Date.UTC(1899, 11, 30)) / DAY_MS;
  return serial < FIRST_SAFE ? null : { serial: Number(serial.toFixed(6)), iso: value.replace(' ', 'T') + (kind === 'moment' ? ':00' : '') };
}

/** The most a spreadsheet keeps in one cell. */
const LONGEST = 32_767;

/** What XML 1.0 cannot hold at all: no spreadsheet opens a file with one of these. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within XML. */
export function xmlText(text: string): string {
  return text.slice(0, LONGEST).replace(NOT_XML, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
