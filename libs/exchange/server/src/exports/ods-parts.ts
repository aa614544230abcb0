import { type ExportColumn, widthOf, xmlText } from './table.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';

export const ODS_MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** The names of OpenDocument that our parts use, as attributes. */
export const ODS_NAMESPACES = [
  ...['office', 'style', 'table', 'text'].map((name) => `xmlns:${name}="${NAMES}:${name}:1.0"`),
  `xmlns:config="${NAMES}:config:1.0"`, `xmlns:number="${NAMES}:datastyle:1.0"`, `xmlns:fo="${NAMES}:xsl-fo-compatible:1.0"`,
].join(' ');

const entry = (path: string, type: string): string => `<manifest:file-entry manifest:full-path="${path}" manifest:version="1.2" manifest:media-type="${type}"/>`;
export const ODS_MANIFEST = `${XML}<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.2">${entry('/', ODS_MIMETYPE)}${['content.xml', 'styles.xml', 'settings.xml'].map((part) => entry(part, 'text/xml')).join('')}</manifest:manifest>`;

/** A4 on its side, as wide as the paper, with the list's name and the page under it. */
export const ODS_STYLES = `${XML}<office:document-styles ${ODS_NAMESPACES} office:version="1.2"><office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="Calibri" fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt"/></style:style></office:styles><office:automatic-styles><style:page-layout style:name="paper"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="1.2cm" fo:margin-bottom="1cm" fo:margin-left="1cm" fo:margin-right="1cm" style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.2cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="paper"><style:header style:display="false"/><style:footer><style:region-left><text:p><text:sheet-name/></text:p></style:region-left><style:region-right><text:p><text:page-number/> / <text:page-count/></text:p></style:region-right></style:footer></style:master-page></office:master-styles></office:document-styles>`;

/** The first row stays where it is while the others pass. */
export function odsSettings(title: string): string {
  const item = (name: string, type: string, value: string | number): string => `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const frozen = [item('VerticalSplitMode', 'short', 2), item('VerticalSplitPosition', 'int', 1), item('ActiveSplitRange', 'short', 2), item('PositionTop', 'int', 0), item('PositionBottom', 'int', 1)].join('');
  const view = `<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${xmlText(title)}">${frozen}</config:config-item-map-entry></config:config-item-map-named>${item('ActiveTable', 'string', xmlText(title))}</config:config-item-map-entry></config:config-item-map-indexed>`;
  return `${XML}<office:document-settings ${ODS_NAMESPACES} office:version="1.2"><office:settings><config:config-item-set config:name="ooo:view-settings">${view}</config:config-item-set></office:settings></office:document-settings>`;
}

const PART = { day: '<number:day number:style="long"/>', month: '<number:month number:style="long"/>', year: '<number:year number:style="long"/>', hours: '<number:hours number:style="long"/>', minutes: '<number:minutes number:style="long"/>' };
const between = (text: string): string => `<number:text>${text}</number:text>`;
const DAY = [PART.day, between('-'), PART.month, between('-'), PART.year].join('');
const MOMENT = [DAY, between(' '), PART.hours, between(':'), PART.minutes].join('');

const cellStyle = (name: string, { data, properties = '', text = '', align = '' }: { readonly data: string; readonly properties?: string; readonly text?: string; readonly align?: string }): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="${data}"><style:table-cell-properties style:vertical-align="top" ${properties}/>${align}${text}</style:style>`;

const LEFT = '<style:paragraph-properties fo:text-align="start"/>';
const CELLS = [
  `<number:text-style style:name="as-text"><number:text-content/></number:text-style><number:date-style style:name="as-day">${DAY}</number:date-style><number:date-style style:name="as-moment">${MOMENT}</number:date-style>`,
  cellStyle('text', { data: 'as-text' }), cellStyle('long', { data: 'as-text', properties: 'fo:wrap-option="wrap"' }),
  cellStyle('header', { data: 'as-text', properties: 'fo:wrap-option="wrap" fo:background-color="#eaece4" fo:border-bottom="0.5pt solid #79847b"', text: '<style:text-properties fo:font-weight="bold"/>' }),
  cellStyle('day', { data: 'as-day', align: LEFT }), cellStyle('moment', { data: 'as-moment', align: LEFT }),
].join('');

/** A character of 11 points is about so wide. */
const CM_PER_CHARACTER = 0.2;

/** The looks of columns and cells of one sheet. */
export function odsLooks(columns: readonly ExportColumn[]): string {
  const widths = columns.map((column, index) => `<style:style style:name="co${index}" style:family="table-column"><style:table-column-properties style:column-width="${(widthOf(column) * CM_PER_CHARACTER).toFixed(2)}cm"/></style:style>`).join('');
  return `<office:automatic-styles><style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>${widths}${CELLS}</office:automatic-styles>`;
}
