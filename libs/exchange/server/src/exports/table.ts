/** A list as it leaves the product: texts alone, row by row. Null is an empty cell. */
export interface ExportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly (string | null)[]>;
}

export type TableBytes = AsyncGenerator<string | Buffer>;

/** The most a spreadsheet keeps in one cell. */
const LONGEST = 32_767;

/** What XML 1.0 cannot hold at all: no spreadsheet opens a file with one of these. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within XML. */
export function xmlText(text: string): string {
  return text.slice(0, LONGEST).replace(NOT_XML, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
