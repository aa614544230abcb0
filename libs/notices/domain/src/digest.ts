import type { CalendarDate } from '@ketenregie/kernel';
import { SECTIONS, type Section, TASK_KINDS, taskCounts, type TaskKind } from '@ketenregie/tasks-domain';

/** Names under one action, and lines of a whole digest (N2); what is more is behind the link. */
export const MOST_NAMES = 5;
export const MOST_LINES = 25;

/** One open task in somebody's digest. */
export interface DigestItem {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly section: Section;
  readonly isForSomebodyElse: boolean;
  /** What names it: the company, the person, the service; in the reader's language. */
  readonly companyName: string | null;
  readonly personName: string | null;
  readonly serviceName: string | null;
  readonly supplierName: string | null;
  readonly endsOn: CalendarDate | null;
  readonly repairableUntil: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly affectedCount: number;
  /** The break or unknown it comes from. */
  readonly code: string | null;
  /** Days before an end: the step that this digest raises; null where it is only still open. */
  readonly raisedStep: number | null;
}

/** Parts that are no tasks and are never counted as such: open review rounds, mail that does not arrive. */
export const ADDED_SECTIONS = ['reviews', 'mail'] as const;
export type AddedSection = (typeof ADDED_SECTIONS)[number];

/** The parts of a digest in their order: a review is his to do, and comes with it; trouble with the mail comes last. */
const ORDER = ['must', 'reviews', 'client', 'information', 'mail'] as const satisfies readonly (Section | AddedSection)[];

/** Lines that another feature adds, a group already: open review rounds, somebody's mail that bounces. */
export interface AddedGroup {
  readonly section: AddedSection;
  readonly key: string;
  /** Written in the reader's language by whoever adds it. */
  readonly title: string;
  readonly count: number;
  readonly names: readonly string[];
  /** Where its list is, from the tenant's own address on: `vandaag?actie=expiring`. */
  readonly path: string;
}

/** All of one action: its exact number, the first few by name, and how many are not named. */
export interface DigestGroup {
  readonly section: Section;
  readonly kind: TaskKind;
  readonly count: number;
  readonly raisedCount: number;
  readonly items: readonly DigestItem[];
}

export interface DigestSection {
  readonly section: Section | AddedSection;
  /** Its tasks, or the lines of what is added to it. */
  readonly count: number;
  readonly groups: readonly DigestGroup[];
  readonly added: readonly AddedGroup[];
}

export interface Digest {
  readonly sections: readonly DigestSection[];
  /** Open tasks, and nothing else: the number that his page of today says. */
  readonly count: number;
  /** Review rounds in which lines wait for him, and how many lines; both as his page of today shows them. */
  readonly reviews: { readonly rounds: number; readonly lines: number };
  readonly raisedCount: number;
}

const NEVER = '9999';

/** What is raised first, then what must be started first, then by name. */
function order(item: DigestItem): string {
  const raised = item.raisedStep === null ? '9999' : String(item.raisedStep).padStart(4, '0');
  return [item.raisedStep === null ? 1 : 0, item.dueOn ?? item.endsOn ?? NEVER, raised, item.companyName ?? '', item.personName ?? '', item.taskId].join(' ');
}

function groupsOf(section: Section, items: readonly DigestItem[]): DigestGroup[] {
  return TASK_KINDS.flatMap((kind) => {
    const own = items.filter((item) => item.section === section && item.kind === kind).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    if (own.length === 0) return [];
    return [{ section, kind, count: own.length, raisedCount: own.filter(({ raisedStep }) => raisedStep !== null).length, items: own }];
  });
}

interface Share {
  readonly most: number;
  readonly raised: number;
  names: number;
}

/** How many names each group gets: first those that are raised, then one each, then up to five in order, while lines last. */
function share(groups: readonly Omit<Share, 'names'>[]): readonly number[] {
  const shares: Share[] = groups.map((group) => ({ ...group, names: 0 }));
  let left = MOST_LINES - groups.length;
  for (const wanted of [({ raised }: Share) => raised, () => 1, () => MOST_NAMES]) {
    for (const each of shares) {
      const more = Math.max(0, Math.min(wanted(each), MOST_NAMES, each.most) - each.names);
      const given = Math.min(more, Math.max(0, left));
      each.names += given;
      left -= given;
    }
  }
  return shares.map(({ names }) => names);
}

/** Gives each group its names while lines last: a count is never left out, a name may be. */
function shorten(sections: readonly DigestSection[]): DigestSection[] {
  const names = share(sections.flatMap(({ groups, added }) => [...groups.map(({ items, raisedCount }) => ({ most: items.length, raised: raisedCount })), ...added.map((group) => ({ most: group.names.length, raised: 0 }))]));
  let place = 0;
  const next = (): number => names[place++] ?? 0;
  return sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, items: group.items.slice(0, next()) })),
    added: section.added.map((group) => ({ ...group, names: group.names.slice(0, next()) })),
  }));
}

const sumOf = (groups: readonly { readonly count: number }[]): number => groups.reduce((sum, { count }) => sum + count, 0);

function sectionsOf(items: readonly DigestItem[], added: readonly AddedGroup[]): DigestSection[] {
  const isTold = (section: Section | AddedSection): section is Section => (SECTIONS as readonly string[]).includes(section);
  return ORDER.map((section): DigestSection => {
    const groups = isTold(section) ? groupsOf(section, items) : [];
    const others = added.filter((group) => group.section === section);
    return { section, groups, added: others, count: sumOf(groups) + sumOf(others) };
  }).filter(({ count }) => count > 0);
}

/** One person's digest: his parts in order, within each by action with its count; null where there is nothing to say, and then there is no mail. */
export function digestOf(items: readonly DigestItem[], added: readonly AddedGroup[] = []): Digest | null {
  const others = added.filter(({ count }) => count > 0);
  const sections = sectionsOf(items, others);
  if (sections.length === 0) return null;
  const rounds = others.filter(({ section }) => section === 'reviews');
  return {
    sections: shorten(sections),
    count: taskCounts(items.map(({ section }) => ({ part: section }))).own,
    reviews: { rounds: rounds.length, lines: sumOf(rounds) },
    raisedCount: items.filter(({ raisedStep }) => raisedStep !== null).length,
  };
}
