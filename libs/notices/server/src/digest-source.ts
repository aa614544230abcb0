import type { CalendarDate } from '@ketenregie/kernel';
import type { AddedGroup } from '@ketenregie/notices-domain';
import { formatMessage } from '@ketenregie/messages';
import type { Reader } from '@ketenregie/platform/db';
import type { DigestMember } from './members.queries.js';
import { troubledNotices } from './notices.queries.js';

/** For whom and when lines are asked. */
export interface SourceAsked {
  readonly member: DigestMember;
  readonly on: CalendarDate;
  readonly language: 'nl' | 'en';
}

/** What another feature adds to a digest: its open review rounds, for instance. Reads in a scope that sees at least what the member sees. */
export type DigestSource = (reader: Reader, asked: SourceAsked) => Promise<readonly AddedGroup[]>;

/** Mail that did not arrive or may not have, for those who administer (N4): as many as the list behind the link shows. */
export const bouncingMail: DigestSource = async (reader, { member, language }) => {
  if (!member.isOfficeAdministrator && !member.isOwner) return [];
  const troubled = await troubledNotices(reader);
  const title = formatMessage(language, 'digest.trouble', { count: troubled.length });
  return [{ section: 'mail', key: 'trouble', title, count: troubled.length, names: troubled.map(({ memberName }) => memberName), path: 'instellingen/overzicht#post' }];
};

/** All that the sources add, in their order; nothing to who may not see such work any more. */
export async function addedBy(sources: readonly DigestSource[], reader: Reader, asked: SourceAsked): Promise<AddedGroup[]> {
  if (!asked.member.seesTasks) return [];
  const added: AddedGroup[] = [];
  for (const source of sources) added.push(...(await source(reader, asked)));
  return added;
}
