import { AppShell, Button, IconButton, Menu, usePaletteKey, useText } from '@ketenregie/ui';
import type { AppShellProps, PaletteCompany } from '@ketenregie/ui';
import { CircleUserRound, KeyRound } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { addressAfterSwitch, addressOf, placeCommands, railOf } from './navigation.js';
import type { Place } from './navigation.js';

const loadPalette = () => import('./palette-part.js');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

export interface PortalShellProps extends Pick<AppShellProps, 'subject' | 'isDemo'> {
  readonly tenant: string;
  /** The address part of the open company; null over all. */
  readonly company: string | null;
  readonly place: Place;
  readonly viewerName: string;
  readonly counts?: Readonly<Partial<Record<Place, number>>>;
  /** Keys are address parts: the KvK number, or `x-id`. */
  readonly companies: readonly PaletteCompany[];
  /** Address parts of the companies visited, the last first, without the present one. */
  readonly recentKeys: readonly string[];
  readonly onGo: (address: string) => void;
  /** Left out where the question has no page. */
  readonly onAsk?: () => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The frame of every signed-in page: for whom, where to, Ctrl-K, the question, and the viewer. */
export function PortalShell(props: PortalShellProps) {
  const { tenant, company, place, onGo, counts = {} } = props;
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const isReady = useIdle();
  const openPalette = useCallback(() => setOpen(true), []);
  usePaletteKey(openPalette);
  const rail = useMemo(() => railOf(text, { tenant, company }, counts), [text, tenant, company, counts]);
  const commands = useMemo(() => placeCommands(text), [text]);
  return (
    <AppShell {...rail} current={place} subject={props.subject} isDemo={props.isDemo ?? false} onSwitch={openPalette} actions={<BandActions {...props} />}>
      {props.children}
      {(isReady || isOpen) && (
        <Suspense fallback={null}>
          <Palette
            isOpen={isOpen}
            onOpenChange={setOpen}
            companies={props.companies}
            recentKeys={props.recentKeys}
            commands={commands}
            onCompany={(key) => onGo(addressAfterSwitch(place, tenant, key))}
            onCommand={(key) => onGo(addressOf(key as Place, { tenant, company }))}
          />
        </Suspense>
      )}
    </AppShell>
  );
}

function BandActions({ viewerName, onAsk, onSignOut }: PortalShellProps) {
  const text = useText();
  return (
    <>
      {onAsk !== undefined && (
        <Button icon={KeyRound} onPress={onAsk}>
          {text('nav.canLogIn')}
        </Button>
      )}
      <Menu trigger={<IconButton icon={CircleUserRound} label={viewerName} />} label={viewerName} actions={[{ key: 'sign-out', label: text('nav.signOut') }]} onAction={onSignOut} />
    </>
  );
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
