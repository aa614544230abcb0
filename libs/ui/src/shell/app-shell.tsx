import { Menu as MenuIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CompanyBand } from '../band/company-band.js';
import type { CompanyBandProps } from '../band/company-band.js';
import { IconButton } from '../controls/icon-button.js';
import { Dialog } from '../overlays/dialog.js';
import { useIsNarrow } from '../text/media.js';
import { useText } from '../text/provider.js';
import { Rail } from './rail.js';
import type { RailProps } from './rail.js';

export interface AppShellProps extends Pick<CompanyBandProps, 'subject' | 'isDemo' | 'onSwitch'>, Omit<RailProps, 'onFollow'> {
  /** Right end of the band; below 700 px they stand in the menu. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const CONTENT = 'inhoud';

/** Band, rail and page. Below 700 px (or at 400 % zoom) the rail and the band's actions fold into a menu. */
export function AppShell({ subject, isDemo = false, onSwitch, actions, children, ...rail }: AppShellProps) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <div className="k-shell">
      <a className="k-skip" href={`#${CONTENT}`}>
        {text('nav.skip')}
      </a>
      <CompanyBand subject={subject} isDemo={isDemo} onSwitch={onSwitch}>
        {isNarrow ? <IconButton icon={MenuIcon} label={text('nav.menu')} onPress={() => setMenuOpen(true)} /> : actions}
      </CompanyBand>
      {!isNarrow && <Rail {...rail} />}
      <main id={CONTENT} className="k-main" tabIndex={-1}>
        {children}
      </main>
      {isNarrow && (
        <Dialog title={text('nav.menu')} look="menu" isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
          <Rail {...rail} onFollow={() => setMenuOpen(false)} />
          <div className="k-menu-actions">{actions}</div>
        </Dialog>
      )}
    </div>
  );
}
