import { LevelGlyph, StatusChip, useIsChecked } from '@ketenregie/ui';
import type { Level, StatusKind } from '@ketenregie/ui';
import { daysBetween } from '@ketenregie/tenants-portal';

/** Every level, the lowest first. */
export const LEVELS: readonly Level[] = ['EH1', 'EH2', 'EH2+', 'EH3', 'EH4'];

/** A level as the API writes it, drawn; one that nobody recorded says so. */
export function LevelMark({ level, needed = null }: { readonly level: string | null; /** What is asked, where that is more. */ readonly needed?: string | null }) {
  const [own, asked] = [level, needed].map((each) => LEVELS.find((known) => known === each) ?? null);
  return <LevelGlyph level={own ?? null} needed={asked ?? null} />;
}

const kinds: Readonly<Record<string, StatusKind>> = { active: 'active', requested: 'requested', withdrawn: 'revoked', unknown: 'unknown' };
const SOON_DAYS = 90;

export interface MeansState {
  readonly state: string;
  readonly endsOn: string | null;
  readonly seenOn: string | null;
}

/** The state of a means on a day: as it was last stated, and ended where its last day has passed. */
export function meansKindOf({ state, endsOn }: Pick<MeansState, 'state' | 'endsOn'>, today: string): StatusKind {
  if (state !== 'active' || endsOn === null) return kinds[state] ?? 'unknown';
  const left = daysBetween(today, endsOn);
  return left < 0 ? 'ended' : left <= SOON_DAYS ? 'ending' : 'active';
}

/** Of somebody who has left, a means that still works is what must end. */
export function MeansChip({ means, today, hasLeft = false }: { readonly means: MeansState; readonly today: string; readonly hasLeft?: boolean }) {
  const isChecked = useIsChecked()(means.seenOn);
  const isLive = ['active', 'ending'].includes(meansKindOf(means, today));
  if (hasLeft && isLive) return <StatusChip kind="can-may-not" isChecked={isChecked} />;
  const days = means.endsOn === null ? undefined : Math.abs(daysBetween(today, means.endsOn));
  return <StatusChip kind={meansKindOf(means, today)} isChecked={isChecked} {...(days === undefined ? {} : { days })} />;
}
