import { usePreferences } from '@ketenregie/portal-kit';
import { AppShell, Button, ButtonLink, usePaletteKey, useText } from '@ketenregie/ui';
import type { AppShellProps, PaletteCommand, PaletteCompany, PaletteSearch } from '@ketenregie/ui';
import { KeyRound } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { AccountMenu } from './account-menu.js';
import type { OtherTenant } from './account-menu.js';
import { addressAfterSwitch, addressInTenant, addressOf, mayOpen, placeCommands, railOf } from './navigation.js';
import type { AddressSearch, Place, ViewerCan } from './navigation.js';
import { useShellKeys } from './shell-keys.js';

const loadPalette = () => import('./palette-part.js');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.js')).KeysDialog }));

export interface PortalShellProps extends Pick<AppShellProps, 'subject' | 'isDemo'> {
  readonly tenant: string;
  /** The address part of the open company; null over all. */
  readonly company: string | null;
  readonly place: Place;
  /** What stands behind the address; of it stays on a switch what is not about one company. */
  readonly search?: AddressSearch;
  readonly viewerName: string;
  /** What the viewer may do here; null while that is not known. */
  readonly can?: ViewerCan;
  /** The other offices and groups of the viewer. */
  readonly tenants?: readonly OtherTenant[];
  /** Where one came from, if that was another office or group: Ctrl-K Enter goes back there. */
  readonly left?: { readonly slug: string; readonly company: string | null } | null;
  /** Told before it is gone there. */
  readonly onLeave?: (to: { readonly slug: string; readonly company: string | null }) => void;
  readonly counts?: Readonly<Partial<Record<Place, number>>>;
  /** Keys are address parts: the KvK number, or `x-id`. In the order in which `[` and `]` go through them. */
  readonly companies: readonly PaletteCompany[];
  /** Address parts of the companies visited, the last first, without the present one. */
  readonly recentKeys: readonly string[];
  /** Given where the server searches them. */
  readonly companySearch?: PaletteSearch | undefined;
  readonly onGo: (address: string) => void;
  readonly onSignOut: () => void;
  /** There is a mailbox to read. */
  readonly hasMailbox?: boolean;
  readonly children: ReactNode;
}

const nobody: readonly OtherTenant[] = [];
const TENANT = 'tenant ';

/** The frame of every signed-in page: for whom, where to, Ctrl-K, the question, and the viewer. */
export function PortalShell(props: PortalShellProps) {
  const { tenant, company, place, onGo, counts = {}, tenants = nobody, companies, can = null, left = null } = props;
  const text = useText();
  const { hasSingleKeys } = usePreferences();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const isReady = useIdle();
  const openPalette = useCallback(() => setOpen('palette'), []);
  const goToPlace = (to: Place) => onGo(addressOf(to, { tenant, company }));
  const goToCompany = (key: string) => onGo(addressAfterSwitch(place, { tenant, company: key }, props.search));
  const goToTenant = (slug: string) => {
    const to = { slug, company: left?.slug === slug ? left.company : null };
    props.onLeave?.(to);
    onGo(addressInTenant(place, { tenant: slug, company: to.company }));
  };
  const goToNeighbour = (step: -1 | 1) => {
    const key = neighbourOf(companies, company, step);
    if (key !== null) goToCompany(key);
  };
  usePaletteKey(openPalette);
  useShellKeys({ isOn: hasSingleKeys, company, can, onPlace: goToPlace, onStep: goToNeighbour, onHelp: () => setOpen('keys') });
  const rail = useMemo(() => railOf(text, { tenant, company, can }, counts), [text, tenant, company, can, counts]);
  const places = useMemo(() => placeCommands(text, { company, can }), [text, company, can]);
  const commands = useMemo<PaletteCommand[]>(() => {
    const others = tenants.map(({ slug, name }) => ({ key: `${TENANT}${slug}`, label: text('nav.tenant', { tenant: name }), isPrevious: slug === left?.slug }));
    // Behind the first place: of nine rows the last places fall off, and nobody goes to another office by Enter who was not there.
    return [...places.slice(0, 1), ...others, ...places.slice(1)];
  }, [places, tenants, left?.slug, text]);
  const runCommand = (key: string) => (key.startsWith(TENANT) ? goToTenant(key.slice(TENANT.length)) : goToPlace(key as Place));
  const account = { viewerName: props.viewerName, tenants, onTenant: goToTenant, onKeys: () => setOpen('keys'), onSettings: () => goToPlace('settings'), onMailbox: props.hasMailbox === true ? () => onGo('/mailbox') : undefined, onSignOut: props.onSignOut };
  return (
    <AppShell {...rail} current={place} subject={props.subject} isDemo={props.isDemo ?? false} onSwitch={openPalette} actions={<BandActions shell={props} onAsk={() => goToPlace('ask')} account={<AccountMenu {...account} />} />}>
      {props.children}
      {(isReady || open === 'palette') && (
        <Suspense fallback={null}>
          <Palette isOpen={open === 'palette'} onOpenChange={(isOpen) => setOpen(isOpen ? 'palette' : null)} companies={companies} recentKeys={props.recentKeys} commands={commands} onCompany={goToCompany} onCommand={runCommand} {...(props.companySearch === undefined ? {} : { search: props.companySearch })} />
        </Suspense>
      )}
      {open === 'keys' && (
        <Suspense fallback={null}>
          <KeysDialog places={places} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </AppShell>
  );
}

interface BandActionsProps {
  readonly shell: PortalShellProps;
  readonly onAsk: () => void;
  readonly account: ReactNode;
}

function BandActions({ shell: { tenant, company, place, can = null }, onAsk, account }: BandActionsProps) {
  const text = useText();
  return (
    <>
      {company !== null && (
        <ButtonLink kind="quiet" href={addressOf(place, { tenant, company: null })}>
          {text('nav.allCompanies')}
        </ButtonLink>
      )}
      {place !== 'ask' && mayOpen('ask', can) && (
        <Button icon={KeyRound} onPress={onAsk}>
          {text('nav.canLogIn')}
        </Button>
      )}
      {account}
    </>
  );
}

/** The company before or after the open one, around the ends; with none open the first or the last. */
export function neighbourOf(companies: readonly PaletteCompany[], company: string | null, step: -1 | 1): string | null {
  const at = companies.findIndex(({ key }) => key === company);
  const next = at === -1 ? (step === 1 ? 0 : companies.length - 1) : (at + step + companies.length) % companies.length;
  return companies[next]?.key ?? null;
}

/** True once the browser has nothing better to do: then the palette is mounted, closed, so that its first opening is as fast as the next. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const start = () => void loadPalette().then(() => setIdle(true));
    const timer = setTimeout(start, 200);
    return () => clearTimeout(timer);
  }, []);
  return isIdle;
}
