import type { MessageId } from '@ketenregie/messages';
import { DataGrid, EmailText, EmptyState, SectionHeader, useText } from '@ketenregie/ui';
import type { GridColumn } from '@ketenregie/ui';
import { useMemo } from 'react';
import { Loaded } from '../loading/loaded.js';
import { usePortalQuery } from '../portal.js';
import type { Portal } from '../portal.js';
import { SettingsMembersDocument } from '../generated/operations.js';
import type { OfficeMember } from './office-facts.js';

/** Everybody with an account here: roles, and which clients they see. */
export function MembersList({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'settings', document: SettingsMembersDocument, variables: {} });
  const columns = useMemo<readonly GridColumn<OfficeMember>[]>(
    () => [
      { key: 'name', title: text('settings.members.name'), width: 'minmax(160px, 1fr)', cell: (member) => <span>{member.displayName}</span>, sortBy: (member) => member.displayName },
      { key: 'login', title: text('settings.members.email'), width: 'minmax(220px, 1.4fr)', cell: (member) => <span><EmailText>{member.login}</EmailText></span>, sortBy: (member) => member.login },
      { key: 'roles', title: text('settings.members.roles'), width: 'minmax(200px, 1.2fr)', cell: (member) => <span>{member.roles.map((role) => text(`settings.role.${role}` as MessageId)).join(', ')}</span> },
      { key: 'clients', title: text('settings.members.clients'), width: '160px', cell: (member) => <span>{member.hasAllClients ? text('settings.members.allClients') : text('settings.members.someClients', { count: member.clientCount })}</span> },
    ],
    [text],
  );
  return (
    <section aria-labelledby="leden">
      <SectionHeader id="leden" title={text('settings.members')} {...(query.data === undefined ? {} : { count: query.data.members.length })} />
      <Loaded query={query}>{({ members }) => <DataGrid label={text('settings.members')} columns={columns} rows={members} rowKey={(member) => member.id} rowName={(member) => member.displayName} empty={<EmptyState title={text('settings.members.empty')}>{text('settings.members.emptyWhy')}</EmptyState>} />}</Loaded>
    </section>
  );
}
