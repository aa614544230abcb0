import { Loaded, SettingsFrame, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useText } from '@ketenregie/ui';
import { DigestForm } from './digest-form.js';
import { DigestOwnDocument } from './generated/operations.js';
import { TroubledMail } from './troubled-mail.js';

/** When, in which language and whether at all somebody gets his digest; for administrators also whose mail does not arrive. */
export function DigestSettingsPage({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'settings', document: DigestOwnDocument, variables: {} });
  return (
    <SettingsFrame portal={portal} part="digest" lead={text('settings.digestLead')}>
      <Loaded query={query}>
        {({ digestSettings, tenant }) => (
          <>
            <DigestForm key={JSON.stringify(digestSettings)} portal={portal} settings={digestSettings} tenantName={tenant.name} />
            {tenant.viewerCan.includes('tenant.change-settings') && <TroubledMail portal={portal} />}
          </>
        )}
      </Loaded>
    </SettingsFrame>
  );
}
