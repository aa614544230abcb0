import '@ketenregie/tenants-portal/styles.css';
import type { PortalRouterContext } from '@ketenregie/portal-kit';
import { OfficePage } from '@ketenregie/tenants-portal';
import { useRouteContext } from '@tanstack/react-router';
import type { PageOf } from '../page-of.js';

export function Office({ portal }: PageOf) {
  const { session, queryClient } = useRouteContext({ strict: false }) as unknown as PortalRouterContext;
  /** To another office of the viewer where he has one, else to the door, with words on how to go on. */
  const leave = async () => {
    queryClient.clear();
    sessionStorage.clear();
    const viewer = await session.read().catch(() => null);
    const other = viewer?.tenants.find(({ slug }) => slug !== portal.tenant);
    if (other !== undefined) return portal.goTo(`/${other.slug}/vandaag`);
    await session.signOut().catch(() => undefined);
    portal.goTo('/inloggen?reden=removed');
  };
  return <OfficePage portal={portal} onExampleRemoved={() => void leave()} />;
}
