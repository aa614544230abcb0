import { FILE_LIMITS } from './file-limits.js';
import type { Package } from './open-package.js';
import { parseXml } from './parse-xml.js';

const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** Undoes Excel's way of writing control characters: `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** A shared text, and whether all of its own runs are struck through. */
export interface SharedString {
  readonly text: string;
  readonly isStruck: boolean;
}

/** Gathers one text with its runs; phonetic hints (`rPh`) are no text. */
export function createTextCollector(): { open(element: string, isOff: boolean): void; close(element: string): void; text(text: string): void; take(): SharedString } {
  let text = '';
  let inText = false;
  let phonetic = false;
  let isRunStruck = false;
  let hasRuns = false;
  let allStruck = true;
  return {
    open(element, isOff) {
      if (element === 't') inText = true;
      if (element === 'rPh') phonetic = true;
      if (element === 'r') [hasRuns, isRunStruck] = [true, false];
      if (element === 'strike') isRunStruck = !isOff;
    },
    close(element) {
      if (element === 't') inText = false;
      if (element === 'rPh') phonetic = false;
      if (element === 'r') allStruck &&= isRunStruck;
    },
    text(piece) {
      if (inText && !phonetic && text.length < FILE_LIMITS.cellCharacters) text += piece;
    },
    take() {
      const taken = { text: unescapeText(text), isStruck: hasRuns && allStruck };
      text = '';
      hasRuns = false;
      allStruck = true;
      return taken;
    },
  };
}

/** Reads the workbook's shared texts. */
export async function readSharedStrings(pack: Package, part: string | null): Promise<readonly SharedString[]> {
  if (part === null) return [];
  const strings: SharedString[] = [];
  const collector = createTextCollector();
  await parseXml(pack.read(part), {
    open: (element, attributes) => collector.open(element, attributes['val'] === '0' || attributes['val'] === 'false'),
    text: (text) => collector.text(text),
    close(element) {
      collector.close(element);
      if (element === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
