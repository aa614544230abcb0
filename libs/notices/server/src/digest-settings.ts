import { InvalidInputError, isId, NotFoundError } from '@ketenregie/kernel';
import { FREQUENCIES, type Frequency } from '@ketenregie/notices-domain';
import { type Reader, systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';

/** How a member wants his digest. */
export interface DigestSettings {
  readonly hour: number;
  readonly timeZone: string;
  readonly frequency: Frequency;
  readonly weekday: number;
  /** Null: the language of his account. */
  readonly language: 'nl' | 'en' | null;
}

const COLUMNS = `coalesce(s.hour, 7) as hour, coalesce(s.time_zone, (select time_zone from tenant)) as "timeZone", coalesce(s.frequency, 'daily') as frequency, coalesce(s.weekday, 1) as weekday, s.language`;

/** The settings of a member, or what counts without; null for no member. */
export async function digestSettings(reader: Reader, memberId: string): Promise<DigestSettings | null> {
  const [found] = await reader.query<DigestSettings>(`select ${COLUMNS} from member m left join digest_setting s on s.member_id = m.id where m.id = $1`, [memberId]);
  return found ?? null;
}

const isWhole = (value: number, from: number, to: number): boolean => Number.isInteger(value) && value >= from && value <= to;

function assertSettings({ hour, timeZone, frequency, weekday, language }: DigestSettings): void {
  if (!isWhole(hour, 0, 23)) throw new InvalidInputError('An hour is 0 to 23.', 'hour');
  if (!isWhole(weekday, 1, 7)) throw new InvalidInputError('A weekday is 1 (Monday) to 7.', 'weekday');
  if (!FREQUENCIES.includes(frequency)) throw new InvalidInputError(`frequency is one of: ${FREQUENCIES.join(', ')}.`, 'frequency');
  if (language !== null && language !== 'nl' && language !== 'en') throw new InvalidInputError('language is nl or en.', 'language');
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone) && timeZone !== 'UTC') throw new InvalidInputError('This time zone is not known.', 'timeZone');
}

/** Changes how a member gets his digest; `since` is the product's present, from which windows count for who had no setting. Refuses what cannot be (INVALID_INPUT). */
export async function changeDigestSettings(writer: Writer, { memberId, since, settings }: { readonly memberId: string; readonly since: Date; readonly settings: DigestSettings }): Promise<void> {
  assertSettings(settings);
  const before = await digestSettings(writer, memberId);
  if (before === null) throw new NotFoundError('The member');
  const { hour, timeZone, frequency, weekday, language } = settings;
  await writer.query(
    `insert into digest_setting (id, member_id, hour, time_zone, frequency, weekday, language, since_at) values (uuidv7(), $1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, member_id) do update set hour = excluded.hour, time_zone = excluded.time_zone, frequency = excluded.frequency, weekday = excluded.weekday, language = excluded.language`,
    [memberId, hour, timeZone, frequency, weekday, language, since],
  );
  await writer.audit({ action: 'digest.settings-changed', objectKind: 'member', objectId: memberId, payload: { before, after: settings } });
}

/** Lets mail go to a member again whose server had refused: somebody looked at his address. */
export async function clearSuppression(writer: Writer, memberId: string): Promise<void> {
  const cleared = await writer.query('update digest_setting set suppressed_at = null, suppressed_reply = null where member_id = $1 and suppressed_at is not null returning 1', [memberId]);
  if (cleared.length > 0) await writer.audit({ action: 'digest.address-cleared', objectKind: 'member', objectId: memberId });
}

/** How long the link in a mail ends the digests: a mail that is passed on does not for ever. */
export const STOP_DAYS = 60;

/** Whose digests the link of a notice ends. Without its key it is that of a mail from before there were keys, and of no other. */
const MEMBER_OF_LINK = `select member_id as "memberId" from notice where id = $1 and stop_key is not distinct from $2::uuid
  and coalesce(sent_at, handed_at, created_at) > now() - make_interval(days => ${STOP_DAYS})`;

/**
 * Ends the digests of the member to whom a notice went (RFC 8058: one click, without signing in). The token is the tenant, the notice and its key, which only
 * his mail has (decision 0078); false for one that is none or is too old, alike, and nothing is changed. Repeating it changes nothing more.
 */
export async function stopDigests(db: TenantDb, token: string): Promise<boolean> {
  const [tenantId = '', noticeId = '', key = null, ...rest] = token.split('.');
  if (rest.length > 0 || !isId(tenantId) || !isId(noticeId) || (key !== null && !isId(key))) return false;
  return db.write(systemScope(tenantId), async (writer) => {
    const [notice] = await writer.query<{ memberId: string }>(MEMBER_OF_LINK, [noticeId, key]);
    if (notice === undefined) return false;
    // Who got one by hand before the first look has no setting yet.
    const stopped = await writer.query(
      `insert into digest_setting (id, member_id, time_zone, since_at, frequency) select uuidv7(), $1, time_zone, now(), 'never' from tenant
       on conflict (tenant_id, member_id) do update set frequency = 'never' where digest_setting.frequency <> 'never' returning 1`,
      [notice.memberId],
    );
    if (stopped.length > 0) await writer.audit({ action: 'digest.stopped', objectKind: 'member', objectId: notice.memberId });
    return true;
  });
}
