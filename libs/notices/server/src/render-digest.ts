import { formatDay, formatMessage, formatWeekday, type Language, type MessageId, messagesOf, type MessageValues } from '@ketenregie/messages';
import { type CalendarDate, daysBetween, unreachable } from '@ketenregie/kernel';
import type { Digest, DigestGroup, DigestItem, DigestSection } from '@ketenregie/notices-domain';
import { type DigestPage, htmlOf } from './digest-html.js';

export interface RenderAsked {
  readonly digest: Digest;
  readonly language: Language;
  readonly tenantName: string;
  readonly on: CalendarDate;
  /** The address of the tenant in the product: `https://.../{slug}`. */
  readonly baseUrl: string;
  readonly stopUrl: string;
  /** Whether he may open the lists of tasks; who may not has what he is told on his own page. */
  readonly seesTasks: boolean;
}

export interface RenderedDigest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Where the list of a group is: exactly the tasks that it counts. */
export function pathOf({ kind, section }: Pick<DigestGroup, 'kind' | 'section'>): string {
  return `vandaag?taak=${kind}&deel=${section}`;
}

const OWN_PAGE = 'mijn';

type DateText = Extract<MessageId, `digest.line.${string}`>;

/** Which dates a line says: [text, its day], a day that is null left out. */
function datesSaid({ kind, code, endsOn, dueOn }: DigestItem, on: CalendarDate): readonly (readonly [DateText, CalendarDate | null])[] {
  switch (kind) {
    case 'expiring':
      return [['digest.line.endsOn', endsOn], [dueOn !== null && dueOn < on ? 'digest.line.late' : 'digest.line.startBefore', dueOn]];
    case 'log-in-round':
      return [['digest.line.loginBefore', endsOn]];
    case 'lapsed':
      return code === 'lapsed-unused' ? [['digest.line.unused', on]] : [['digest.line.endedOn', endsOn !== null && endsOn < on ? endsOn : null]];
    case 'leaver-with-live-means':
      return [['digest.line.worksUntil', endsOn]];
    case 'term-too-long':
      return [['digest.line.until', endsOn]];
    case 'can-but-may-not':
    case 'level-too-low':
    case 'request-stalled':
    case 'unknown-to-settle':
      return [];
    default:
      return unreachable(kind);
  }
}

function datesOf(item: DigestItem, { language, on }: RenderAsked): string[] {
  return datesSaid(item, on).flatMap(([id, day]) => (day === null ? [] : [formatMessage(language, id, { date: formatDay(language, day) })]));
}

/** What is not known, in words; without the full stop of a sentence that stands alone. */
function unknownOf({ kind, code }: DigestItem, language: Language): string | null {
  const id = `answer.unknown.${code ?? ''}`;
  return kind === 'unknown-to-settle' && id in messagesOf(language) ? formatMessage(language, id as MessageId).replace(/\.$/, '') : null;
}

/** How long it still is, for what this digest raises. */
function markOf({ raisedStep, endsOn }: DigestItem, { language, on }: RenderAsked): string | null {
  return raisedStep === null || endsOn === null ? null : formatMessage(language, 'digest.line.step', { days: Math.max(0, daysBetween(on, endsOn)) });
}

/** One line of a group: whom it is about, then what is to be known of it. */
function lineOf(item: DigestItem, asked: RenderAsked): { readonly name: string; readonly detail: string } {
  const say = (id: Parameters<typeof formatMessage>[1], values?: MessageValues): string => formatMessage(asked.language, id, values);
  const names = [item.companyName, item.personName, item.serviceName, item.companyName === null ? item.supplierName : null].filter((name) => name !== null);
  const details = [
    unknownOf(item, asked.language),
    ...datesOf(item, asked),
    item.affectedCount > 1 ? say('digest.line.affected', { count: item.affectedCount }) : null,
    item.isForSomebodyElse ? say('digest.line.forSomebodyElse', { name: item.personName ?? say('digest.line.nobody') }) : null,
  ].filter((detail) => detail !== null);
  return { name: names.length === 0 ? say('digest.line.nobody') : names.join(', '), detail: details.join('; ') };
}

function sectionOf({ section, count, groups, added }: DigestSection, asked: RenderAsked): DigestPage['sections'][number] {
  const { language, baseUrl, seesTasks } = asked;
  const more = (rest: number): string | null => (rest > 0 ? formatMessage(language, 'digest.more', { count: rest }) : null);
  const show = (total: number): string => formatMessage(language, 'digest.show', { count: total });
  const own = groups.map((group) => ({
    title: formatMessage(language, `digest.group.${group.kind}`, { count: group.count }),
    lines: group.items.map((item) => ({ ...lineOf(item, asked), mark: markOf(item, asked) })),
    more: more(group.count - group.items.length),
    link: seesTasks ? { url: `${baseUrl}/${pathOf(group)}`, text: show(group.count) } : { url: `${baseUrl}/${OWN_PAGE}`, text: show(1) },
  }));
  const others = added.map((group) => ({
    title: group.title,
    lines: group.names.map((name) => ({ name, detail: '', mark: null })),
    // What has no names, lines of a review for one, is not left out either.
    more: group.names.length === 0 ? null : more(group.count - group.names.length),
    link: { url: `${baseUrl}/${group.path}`, text: show(group.count) },
  }));
  return { title: `${formatMessage(language, `digest.section.${section}`)} (${section === 'reviews' ? added.length : count})`, groups: [...own, ...others] };
}

function textOf({ from, title, lead, sections, why, settings, stop }: DigestPage): string {
  const lines = sections.flatMap((section) => [
    '', section.title.toUpperCase(), ...section.groups.flatMap((group) => [
      '', group.title,
      ...group.lines.map(({ name, detail, mark }) => `  - ${[mark === null ? name : `${name} (${mark})`, detail].filter((part) => part !== '').join(': ')}`),
      ...(group.more === null ? [] : [`  ${group.more}`]),
      `  ${group.link.text}: ${group.link.url}`,
    ]),
  ]);
  return [from, title, '', lead, ...lines, '', '--', why, ...(settings === null ? [] : [`${settings.text}: ${settings.url}`]), `${stop.text}: ${stop.url}`, ''].join('\n');
}

/** What is open, each under its own name: tasks are never added up with lines of reviews. */
function countsSaid({ count, reviews, sections }: Digest, language: Language): string {
  const mail = sections.find(({ section }) => section === 'mail')?.count ?? 0;
  const counts = [['digest.count.tasks', count], ['digest.count.reviews', reviews.rounds], ['digest.count.mail', mail]] as const;
  const said = counts.filter(([, number]) => number > 0).map(([id, number]) => formatMessage(language, id, { count: number }));
  return new Intl.ListFormat(language).format(said);
}

function leadOf({ count, raisedCount, reviews }: Digest, language: Language): string {
  return [
    formatMessage(language, 'digest.lead', { count }),
    ...(count > 0 ? [formatMessage(language, 'digest.lead.raised', { raised: raisedCount })] : []),
    ...(reviews.rounds > 0 ? [formatMessage(language, 'digest.lead.reviews', reviews)] : []),
  ].join(' ');
}

/** Writes a digest as a message: subject, text and HTML say the same. */
export function renderDigest(asked: RenderAsked): RenderedDigest {
  const { digest, language, tenantName, on, baseUrl, stopUrl, seesTasks } = asked;
  const page: DigestPage = {
    language,
    from: formatMessage(language, 'digest.from', { tenant: tenantName }),
    title: formatMessage(language, 'digest.title', { date: formatWeekday(language, on) }),
    lead: leadOf(digest, language),
    sections: digest.sections.map((section) => sectionOf(section, asked)),
    why: formatMessage(language, 'digest.why', { tenant: tenantName }),
    settings: seesTasks ? { url: `${baseUrl}/instellingen/overzicht`, text: formatMessage(language, 'digest.settings') } : null,
    stop: { url: stopUrl, text: formatMessage(language, 'digest.stop') },
  };
  const subject = formatMessage(language, 'digest.subject', { tenant: tenantName, counts: countsSaid(digest, language), raised: digest.raisedCount });
  return { subject, text: textOf(page), html: htmlOf(page) };
}
