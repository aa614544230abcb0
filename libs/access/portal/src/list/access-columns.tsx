import { formatDay } from '@ketenregie/messages';
import { RightStatusChip } from '@ketenregie/tenants-portal';
import { SeenMark } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { breakLine } from '../break-words.js';
import type { AccessRowFactsFragment } from '../generated/operations.js';

/** A row of the list of answers. */
export type AccessRow = AccessRowFactsFragment;

/** The columns of the list; of one company without its name. */
export function accessColumns(text: TextOf, language: 'nl' | 'en', isOfCompany: boolean): GridColumn<AccessRow>[] {
  const day = (iso: string | null) => (iso === null ? <span className="a-quiet">{text('access.noEnd')}</span> : <span>{formatDay(language, iso)}</span>);
  const company: GridColumn<AccessRow> = { key: 'company', title: text('list.column.company'), width: 'minmax(160px, 1.5fr)', cell: (right) => <span title={right.companyName}>{right.companyName}</span> };
  return [
    ...(isOfCompany ? [] : [company]),
    { key: 'person', title: text('list.column.person'), width: 'minmax(124px, 1fr)', cell: (right) => <span title={right.personName}>{right.personName}</span> },
    { key: 'service', title: text('list.column.portal'), width: 'minmax(128px, 1.1fr)', cell: (right) => <span>{language === 'nl' ? right.serviceNameNl : right.serviceNameEn}</span> },
    { key: 'status', title: text('list.column.status'), width: '224px', cell: (right) => <RightStatusChip {...right} /> },
    { key: 'seen', title: text('list.column.seen'), width: '118px', cell: (right) => <SeenMark seenOn={right.seenOn} isShort /> },
    { key: 'ends', title: text('list.column.endDate'), width: '108px', cell: (right) => day(right.endsOn) },
    { key: 'repairable', title: text('access.repairBy'), width: '110px', cell: (right) => day(right.repairableUntil) },
    { key: 'break', title: text('answer.path.firstBreak'), width: 'minmax(104px, 1fr)', cell: (right) => (right.firstBreak === null ? <span className="a-quiet">{text('access.noBreak')}</span> : <span title={breakLine(right.firstBreak, text)}>{breakLine(right.firstBreak, text)}</span>) },
  ];
}
