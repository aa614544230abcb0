import { formatDay } from '@ketenregie/messages';
import { LevelMark } from '@ketenregie/people-portal';
import { RightStatusChip } from '@ketenregie/tenants-portal';
import { SeenMark, mayNotLine } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { BreakWords } from '../break-line.js';
import type { AccessRowFactsFragment } from '../generated/operations.js';

/** A row of the list of answers. */
export type AccessRow = AccessRowFactsFragment;

/** Widths in px below which columns fold. */
const [SMALL, MIDDLE, LARGE, LARGEST] = [880, 1100, 1300, 1480];

interface Words {
  readonly text: TextOf;
  readonly language: 'nl' | 'en';
}

const nameOf = (right: AccessRow, language: 'nl' | 'en') => (language === 'nl' ? right.serviceNameNl : right.serviceNameEn);

/** Who, for whom and where; on a small screen who stands under for whom, and the level under where. */
function namesOf({ text, language }: Words, isOfCompany: boolean): GridColumn<AccessRow>[] {
  const company: GridColumn<AccessRow> = { key: 'company', title: text('list.column.company'), width: 'minmax(150px, 1.35fr)', cell: (right) => <span>{right.companyName}</span> };
  const person = (right: AccessRow) => <span>{right.personName}</span>;
  const level = (right: AccessRow) => <LevelMark level={right.level} needed={right.status === 'level-too-low' ? right.requiredLevel : null} />;
  return [
    ...(isOfCompany ? [] : [company]),
    { key: 'person', title: text('list.column.person'), width: 'minmax(130px, 1fr)', cell: person, ...(isOfCompany ? {} : { fold: { under: 'company', below: SMALL, cell: person } }) },
    { key: 'service', title: text('list.column.portal'), width: 'minmax(170px, 1.2fr)', cell: (right) => <span>{nameOf(right, language)}</span> },
    { key: 'level', title: text('list.column.level'), width: '104px', cell: level, fold: { under: 'service', below: SMALL, cell: level } },
  ];
}

/** How it stands and why, when that was seen, and until when. */
function standingOf({ text, language }: Words): GridColumn<AccessRow>[] {
  const day = (iso: string | null) => (iso === null ? <span className="a-quiet">{text('access.noEnd')}</span> : <span>{formatDay(language, iso)}</span>);
  const broken = (right: AccessRow) => {
    const reasons = right.can === 'no' ? null : mayNotLine(right.mayNot, text);
    if (reasons !== null) return <span className="a-break">{reasons}</span>;
    return right.firstBreak === null ? null : <BreakWords firstBreak={right.firstBreak} status={right.status} />;
  };
  const repairable = ({ repairableUntil }: AccessRow) => (repairableUntil === null ? null : <span>{text('access.repairableBy', { date: formatDay(language, repairableUntil) })}</span>);
  return [
    { key: 'status', title: text('list.column.status'), width: 'minmax(226px, 1fr)', cell: (right) => <RightStatusChip {...right} /> },
    { key: 'break', title: text('answer.path.firstBreak'), width: 'minmax(200px, 1.3fr)', cell: broken, fold: { under: 'status', below: LARGEST, cell: broken } },
    { key: 'seen', title: text('list.column.seen'), width: '122px', cell: (right) => <SeenMark seenOn={right.seenOn} isShort />, fold: { under: 'status', below: MIDDLE, cell: (right) => <SeenMark seenOn={right.seenOn} /> } },
    { key: 'ends', title: text('list.column.endDate'), width: '176px', cell: (right) => day(right.endsOn) },
    { key: 'repairable', title: text('access.repairBy'), width: '116px', cell: (right) => day(right.repairableUntil), fold: { under: 'ends', below: LARGE, cell: repairable } },
  ];
}

/** The columns of the list; of one company without its name. What has no room of its own stands under what it belongs to. */
export function accessColumns(text: TextOf, language: 'nl' | 'en', isOfCompany: boolean): GridColumn<AccessRow>[] {
  return [...namesOf({ text, language }, isOfCompany), ...standingOf({ text, language })];
}
