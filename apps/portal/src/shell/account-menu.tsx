import { Button, Menu, useText } from '@ketenregie/ui';
import type { MenuAction } from '@ketenregie/ui';
import { ArrowRightLeft, CircleUserRound, Keyboard, LogOut, Mail, Settings } from 'lucide-react';

export interface OtherTenant {
  readonly slug: string;
  readonly name: string;
}

export interface AccountMenuProps {
  readonly viewerName: string;
  /** The other offices and groups of the viewer. */
  readonly tenants: readonly OtherTenant[];
  readonly onTenant: (slug: string) => void;
  readonly onKeys: () => void;
  readonly onSettings: () => void;
  /** Where what was mailed can be read; absent where there is no such place. */
  readonly onMailbox?: (() => void) | undefined;
  readonly onSignOut: () => void;
}

const TENANT = 'tenant ';

/** The viewer: his other offices and groups, the keys, the settings, and the way out. */
export function AccountMenu({ viewerName, tenants, onTenant, onKeys, onSettings, onMailbox, onSignOut }: AccountMenuProps) {
  const text = useText();
  const actions: MenuAction[] = [
    ...tenants.map(({ slug, name }) => ({ key: `${TENANT}${slug}`, label: text('nav.tenant', { tenant: name }), icon: ArrowRightLeft })),
    { key: 'keys', label: text('keys.open'), icon: Keyboard },
    { key: 'settings', label: text('nav.settings'), icon: Settings },
    ...(onMailbox === undefined ? [] : [{ key: 'mailbox', label: text('mailbox.title'), icon: Mail }]),
    { key: 'sign-out', label: text('nav.signOut'), icon: LogOut },
  ];
  const act = (key: string) => {
    if (key.startsWith(TENANT)) onTenant(key.slice(TENANT.length));
    else if (key === 'keys') onKeys();
    else if (key === 'settings') onSettings();
    else if (key === 'mailbox') onMailbox?.();
    else onSignOut();
  };
  return <Menu trigger={<Button kind="quiet" icon={CircleUserRound}><span className="p-account-name">{viewerName}</span></Button>} label={viewerName} actions={actions} onAction={act} />;
}
