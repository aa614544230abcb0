import type { Package } from './open-package.js';
import type { XmlAttributes } from './parse-xml.js';
import { parseXml } from './parse-xml.js';
import { isGreyIndexed, isGreyRgb, isGreyTheme } from './grey-colour.js';

/** What a cell style tells beyond its looks. */
export interface CellStyle {
  readonly isDate: boolean;
  readonly isStruck: boolean;
  readonly isGrey: boolean;
}

export const PLAIN_STYLE: CellStyle = { isDate: false, isStruck: false, isGrey: false };

interface Font {
  isStruck: boolean;
  isGrey: boolean;
}

/** Number formats that Excel ships and that show a day. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format's own code shows a day: d, m with y, or y outside quotes and brackets. */
export function isDateFormat(code: string): boolean {
  const bare = code.split(';')[0]?.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '') ?? '';
  return /[dyj]/i.test(bare) && !/general|standaard/i.test(bare);
}

function isGreyColour({ rgb, theme, tint, indexed }: XmlAttributes): boolean {
  if (rgb !== undefined) return isGreyRgb(rgb);
  if (theme !== undefined) return isGreyTheme(Number(theme), Number(tint ?? 0));
  return indexed !== undefined && isGreyIndexed(Number(indexed));
}

const isOn = ({ val }: XmlAttributes): boolean => val === undefined || !['0', 'false', 'noStrike'].includes(val);

/** Reads the cell styles, by their number in a cell's `s`. */
export async function readXlsxStyles(pack: Package, part: string | null): Promise<readonly CellStyle[]> {
  if (part === null) return [];
  const dates = new Set<number>();
  const fonts: Font[] = [];
  const styles: CellStyle[] = [];
  let within = '';
  await parseXml(pack.read(part), {
    open(element, attributes) {
      if (['fonts', 'cellXfs', 'cellStyleXfs', 'dxfs', 'fills', 'borders'].includes(element)) within = element;
      if (element === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) dates.add(Number(attributes['numFmtId']));
      if (within === 'fonts') readFont(fonts, element, attributes);
      if (within === 'cellXfs' && element === 'xf') styles.push(styleOf(attributes, fonts, dates));
    },
  });
  return styles;
}

function readFont(fonts: Font[], element: string, attributes: XmlAttributes): void {
  if (element === 'font') fonts.push({ isStruck: false, isGrey: false });
  const font = fonts.at(-1);
  if (font && element === 'strike') font.isStruck = isOn(attributes);
  if (font && element === 'color') font.isGrey = isGreyColour(attributes);
}

function styleOf({ numFmtId, fontId }: XmlAttributes, fonts: readonly Font[], dates: ReadonlySet<number>): CellStyle {
  const format = Number(numFmtId ?? 0);
  const font = fonts[Number(fontId ?? 0)];
  return { isDate: dates.has(format) || (isBuiltInDate(format) && !dates.has(format)), isStruck: font?.isStruck ?? false, isGrey: font?.isGrey ?? false };
}
