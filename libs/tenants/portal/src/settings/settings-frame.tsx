import { PageHeader, useText } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { PartLinks } from '../part-links.js';
import { addressIn } from '../portal.js';
import type { Portal } from '../portal.js';
import { useMay } from '../viewer-can.js';

export interface SettingsFrameProps {
  readonly portal: Portal;
  readonly part: 'display' | 'digest' | 'office';
  readonly lead: string;
  readonly children: ReactNode;
}

/** The head of every settings page: the title, and those of its parts that the viewer has, as links with addresses of their own. */
export function SettingsFrame({ portal, part, lead, children }: SettingsFrameProps) {
  const text = useText();
  const hasTasks = useMay('task.see');
  const parts = [
    { key: 'display', label: text('settings.display'), href: addressIn(portal, 'instellingen/weergave') },
    ...(hasTasks ? [{ key: 'digest', label: text('settings.digest'), href: addressIn(portal, 'instellingen/overzicht') }] : []),
    { key: 'office', label: text('settings.office'), href: addressIn(portal, 'instellingen/kantoor') },
  ];
  return (
    <>
      <PageHeader title={text('settings.title')} lead={lead} />
      <PartLinks label={text('settings.parts')} parts={parts} current={part} />
      {children}
    </>
  );
}
