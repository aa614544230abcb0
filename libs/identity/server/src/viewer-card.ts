import { type CalendarDate, type Clock, NotFoundError } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { membershipsOf } from './memberships.js';

/** Who is signed in, for the portal's first page: holds no rights, each object says itself what the viewer can do with it. */
export interface ViewerCard {
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
  /** What is mailed can be read here, at /mailbox. */
  readonly hasMailbox: boolean;
  readonly tenants: readonly { readonly slug: string; readonly name: string; readonly kind: string; readonly isDemo: boolean; readonly today: CalendarDate }[];
}

/** The card of an account, with the calendar day it is now in each of its tenants. Refuses one that is not there or blocked. */
export async function viewerCard(db: TenantDb, clock: Clock, accountId: string): Promise<Omit<ViewerCard, 'hasMailbox'>> {
  const [account] = await db.identity.open({ accountId }, (reader) =>
    reader.query<Omit<ViewerCard, 'tenants' | 'hasMailbox'>>('select display_name as name, login as email, language from account where id = $1 and blocked_at is null', [accountId]),
  );
  if (account === undefined) throw new NotFoundError('The account');
  const memberships = await membershipsOf(db, accountId);
  return { ...account, tenants: memberships.map(({ slug, name, kind, isExample, timeZone }) => ({ slug, name, kind, isDemo: isExample, today: clock.today(timeZone) })) };
}
