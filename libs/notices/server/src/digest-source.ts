import type { CalendarDate } from '@ketenregie/kernel';
import type { AddedGroup } from '@ketenregie/notices-domain';
import { formatMessage } from '@ketenregie/messages';
import type { Reader } from '@ketenregie/platform/db';
import type { DigestMember } from './members.queries.js';

/** For whom and when lines are asked. */
export interface SourceAsked {
  readonly member: DigestMember;
  readonly on: CalendarDate;
  readonly language: 'nl' | 'en';
}

/** What another feature adds to a digest: its open review rounds, for instance. Reads in a scope that sees at least what the member sees. */
export type DigestSource = (reader: Reader, asked: SourceAsked) => Promise<readonly AddedGroup[]>;

/** Whose mail bounces, for those who administer (N4). */
export const bouncingMail: DigestSource = async (reader, { member, language }) => {
  if (!member.isOfficeAdministrator && !member.isOwner) return [];
  const rows = await reader.query<{ name: string }>(`select m.display_name as name from digest_setting s join member m on m.id = s.member_id and m.state = 'active' where s.suppressed_at is not null order by lower(m.display_name)`);
  const title = formatMessage(language, 'digest.bounces', { count: rows.length });
  return [{ section: 'information', key: 'bounces', title, count: rows.length, names: rows.map(({ name }) => name), path: 'instellingen/overzicht' }];
};

/** All that the sources add, in their order. */
export async function addedBy(sources: readonly DigestSource[], reader: Reader, asked: SourceAsked): Promise<AddedGroup[]> {
  const added: AddedGroup[] = [];
  for (const source of sources) added.push(...(await source(reader, asked)));
  return added;
}
