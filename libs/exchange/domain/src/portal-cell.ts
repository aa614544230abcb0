import type { CatalogueMatcher, CatalogueService, PortalMatch, ServiceSuggester } from '@ketenregie/catalogue-domain';
import { unreachable } from '@ketenregie/kernel';
import type { Remark } from './findings.js';

/** A portal as typed, with the catalogue keys it stands for; null where they are not known. */
export interface Target {
  readonly text: string;
  readonly provider: string | null;
  readonly service: string | null;
  /** Said of the whole provider ("alle diensten van ..."); absent where it is merely named. */
  readonly isWholeProvider?: true;
}

export interface TargetsReading {
  readonly scope: 'services' | 'all';
  readonly targets: readonly Target[];
  readonly services: readonly CatalogueService[];
  readonly remarks: readonly Remark[];
}

export interface PortalContext {
  readonly matcher: CatalogueMatcher;
  readonly suggest: ServiceSuggester;
}

const SEPARATOR = /\s*[;,+\n]\s*/;

function piecesOf(text: string, matcher: CatalogueMatcher): readonly string[] {
  const whole = text.trim();
  if (whole === '' || matcher.matchPortal(whole).kind !== 'unknown') return whole === '' ? [] : [whole];
  return whole.split(SEPARATOR).map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function targetOf(text: string, match: PortalMatch): Target {
  switch (match.kind) {
    case 'service':
      return { text, provider: match.service.providerKey, service: match.service.key };
    case 'provider':
      return { text, provider: match.provider.key, service: null };
    case 'provider-all':
      return { text, provider: match.provider.key, service: null, isWholeProvider: true };
    case 'all':
    case 'unknown':
      return { text, provider: null, service: null };
    default:
      return unreachable(match);
  }
}

function remarkOf(text: string, match: PortalMatch, suggest: ServiceSuggester): Remark | null {
  if (match.kind === 'service') return null;
  if (match.kind === 'provider') return { category: 'service-not-specific', value: text };
  if (match.kind !== 'unknown') return { category: 'scope-wide', value: text };
  const suggestion = suggest(text);
  return { category: 'service-unknown', value: text, ...(suggestion !== null && { suggestion }) };
}

/**
 * Reads a cell of portals: several are separated by `;` `,` `+` or a line break, but a name that holds such a sign is tried whole first.
 * Rule: reading rules, "Portals".
 */
export function readTargets(text: string, { matcher, suggest }: PortalContext): TargetsReading {
  const read = piecesOf(text, matcher).map((piece) => ({ piece, match: matcher.matchPortal(piece) }));
  const isAll = read.some(({ match }) => match.kind === 'all');
  return {
    scope: isAll ? 'all' : 'services',
    targets: read.filter(({ match }) => match.kind !== 'all').map(({ piece, match }) => targetOf(piece, match)),
    services: read.flatMap(({ match }) => (match.kind === 'service' ? [match.service] : [])),
    remarks: read.map(({ piece, match }) => remarkOf(piece, match, suggest)).filter((remark) => remark !== null),
  };
}

/** Adds the provider where another column names it: a service text that is unknown then still has its provider. */
export function withProvider(reading: TargetsReading, providerText: string, matcher: CatalogueMatcher): TargetsReading {
  const match = providerText === '' ? null : matcher.matchPortal(providerText);
  if (match?.kind !== 'provider') return reading;
  return { ...reading, targets: reading.targets.map((target) => (target.provider === null ? { ...target, provider: match.provider.key } : target)) };
}
