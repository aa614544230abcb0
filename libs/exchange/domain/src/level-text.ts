import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import { isLegacyLevel } from '@ketenregie/catalogue-domain';
import type { Remark } from './findings.js';

export interface LevelReading {
  readonly level: AssuranceLevel | null;
  readonly remarks: readonly Remark[];
}

/** No level is written longer. */
const LONGEST = 60;
const EXTRA = /\([^)]*\)|\b(?:met|with|incl\.?|via)\b.*$|\b(?:sms|app|token|pin)\b/g;
const NUMBERED = /^(?:(?:betrouwbaarheids|zekerheids)?niveau|level|loa|eherkenning|e herkenning|eh|\s|-|:|\.)*([1-4])\s*(\+|plus)?$/;
const EIDAS = /^(?:(?:betrouwbaarheids)?niveau|level|eidas|loa|eherkenning|eh|\s|-|:)*(laag|basis|low|basic|substantieel|substantial|hoog|high)$/;
const EIDAS_LEVEL: Readonly<Record<string, AssuranceLevel>> = {
  laag: 'EH2+', basis: 'EH2+', low: 'EH2+', basic: 'EH2+', substantieel: 'EH3', substantial: 'EH3', hoog: 'EH4', high: 'EH4',
};

function numbered(digit: string, plus: string | undefined): AssuranceLevel | null {
  if (plus !== undefined) return digit === '2' ? 'EH2+' : null;
  return `EH${digit}` as AssuranceLevel;
}

function levelIn(text: string): { level: AssuranceLevel | null; isEidasName: boolean } {
  if (text.length > LONGEST) return { level: null, isEidasName: false };
  const plain = text.toLowerCase().replace(EXTRA, ' ').replace(/\s+/g, ' ').trim();
  const found = NUMBERED.exec(plain);
  if (found) return { level: numbered(found[1] ?? '', found[2]), isEidasName: false };
  const name = EIDAS.exec(plain)?.[1];
  return { level: (name !== undefined ? EIDAS_LEVEL[name] : undefined) ?? null, isEidasName: name !== undefined };
}

/** Reads a level in any spelling: "eH3", "EH 3", "niveau 3", "3", or by its eIDAS name. Rule: reading rules, "Levels". */
export function readLevel(text: string): LevelReading {
  if (text === '' || /^[-–—]$/.test(text)) return { level: null, remarks: [{ category: 'level-missing', value: null }] };
  const { level, isEidasName } = levelIn(text);
  if (level === null) return { level, remarks: [{ category: 'level-unreadable', value: text.slice(0, 60) }] };
  if (isEidasName) return { level, remarks: [{ category: 'level-by-eidas-name', value: level }] };
  return { level, remarks: isLegacyLevel(level) ? [{ category: 'level-legacy', value: level }] : [] };
}
