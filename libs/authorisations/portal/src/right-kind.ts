import { daysBetween } from '@ketenregie/tenants-portal';
import type { StatusKind } from '@ketenregie/ui';

export interface RightState {
  readonly state: string;
  readonly endsOn: string | null;
  readonly changes: readonly { readonly kind: string; readonly state: string }[];
}

const SOON_DAYS = 90;
const stated: Readonly<Record<string, StatusKind>> = { requested: 'requested', ended: 'ended', unknown: 'unknown' };

/** How far an open revocation is: carried out as somebody says, or only decided; null where none is open. */
function openRevokeOf({ changes }: Pick<RightState, 'changes'>): 'revoke-decided' | 'revoke-unconfirmed' | null {
  const open = changes.filter(({ kind, state }) => kind === 'revoke' && state !== 'confirmed' && state !== 'withdrawn');
  if (open.length === 0) return null;
  return open.some(({ state }) => state === 'carried-out') ? 'revoke-unconfirmed' : 'revoke-decided';
}

/** How a right stands on a day. A decided revocation is no end: until it is confirmed it only says that one was asked for. */
export function kindOfRight(right: RightState, today: string): StatusKind {
  if (right.state === 'ended' && right.changes.some(({ kind, state }) => kind === 'revoke' && state === 'confirmed')) return 'revoked';
  const fixed = stated[right.state];
  if (fixed !== undefined) return fixed;
  const left = right.endsOn === null ? null : daysBetween(today, right.endsOn);
  if (left !== null && left < 0) return 'ended';
  const revoke = openRevokeOf(right);
  if (revoke !== null) return revoke;
  return left !== null && left <= SOON_DAYS ? 'ending' : 'active';
}
