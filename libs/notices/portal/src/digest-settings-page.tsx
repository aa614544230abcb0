import { Loaded, SettingsFrame, useMay, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { EmptyState, useText } from '@ketenregie/ui';
import { DigestForm } from './digest-form.js';
import { DigestOwnDocument } from './generated/operations.js';
import { TroubledMail } from './troubled-mail.js';

/** When, in which language and whether at all somebody gets his digest; for administrators also whose mail does not arrive. */
export function DigestSettingsPage({ portal }: { readonly portal: Portal }) {
  const text = useText();
  return (
    <SettingsFrame portal={portal} part="digest" lead={text('settings.digestLead')}>
      {useMay('task.see') ? <Settings portal={portal} /> : <NotHis />}
    </SettingsFrame>
  );
}

/** A part of the settings that this role has nothing of, opened by its address. */
function NotHis() {
  const text = useText();
  return (
    <>
      <h2 className="k-hidden">{text('shell.notYours')}</h2>
      <EmptyState title={text('shell.notYours')}>{text('shell.notYoursWhy')}</EmptyState>
    </>
  );
}

function Settings({ portal }: { readonly portal: Portal }) {
  const query = usePortalQuery(portal, { subject: 'settings', document: DigestOwnDocument, variables: {} });
  return (
    <Loaded query={query}>
      {({ digestSettings, tenant }) => (
        <>
          <DigestForm key={JSON.stringify(digestSettings)} portal={portal} settings={digestSettings} tenantName={tenant.name} />
          {tenant.viewerCan.includes('tenant.change-settings') && <TroubledMail portal={portal} />}
        </>
      )}
    </Loaded>
  );
}
