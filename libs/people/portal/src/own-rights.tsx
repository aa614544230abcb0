import { formatDay } from '@ketenregie/messages';
import { RightStatusChip } from '@ketenregie/tenants-portal';
import { DataGrid, EmptyState, SectionHeader, mayNotLine, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo } from 'react';
import type { MineQuery } from './generated/operations.js';
import { LevelMark } from './means-level.js';

type Right = NonNullable<MineQuery['mine']>['rights'][number];

/** What he can do about it himself is nothing: it says who is at it. */
function nextOf({ can, may, mayNot, firstBreak }: Right, text: TextOf): string {
  if (can === 'yes') return may === 'yes' ? text('own.rights.yes') : `${text('own.rights.mayNot')} ${mayNotLine(mayNot, text) ?? ''}`.trim();
  const hands = (['we', 'client', 'representative', 'nobody'] as const).find((each) => each === firstBreak?.inWhoseHands);
  return hands === undefined ? text('own.rights.unknown') : text('own.rights.waits', { hands: text(`answer.hands.${hands}`) });
}

function columnsOf(text: TextOf, language: 'nl' | 'en'): GridColumn<Right>[] {
  const level = (row: Right) => <LevelMark level={row.level} needed={row.status === 'level-too-low' ? row.requiredLevel : null} />;
  return [
    { key: 'company', title: text('list.column.company'), width: 'minmax(160px, 1.6fr)', cell: (row) => <span>{row.companyName}</span> },
    { key: 'service', title: text('list.column.portal'), width: 'minmax(160px, 1.4fr)', cell: (row) => <span>{language === 'nl' ? row.serviceNameNl : row.serviceNameEn}</span> },
    { key: 'level', title: text('list.column.level'), width: '120px', cell: level, fold: { under: 'service', below: 984, cell: level } },
    { key: 'status', title: text('list.column.status'), width: '240px', cell: (row) => <RightStatusChip {...row} /> },
    { key: 'next', title: text('own.rights.next'), width: 'minmax(176px, 1.2fr)', cell: (row) => <span>{nextOf(row, text)}</span>, fold: { under: 'status', below: 864, cell: (row) => <span>{nextOf(row, text)}</span> } },
    { key: 'ends', title: text('list.column.endDate'), width: '124px', cell: (row) => <span {...(row.endsOn === null ? { className: 'm-quiet' } : {})}>{row.endsOn === null ? text('access.noEnd') : formatDay(language, row.endsOn)}</span> },
  ];
}

/** Where the viewer himself was linked, and whether he can log in there today. */
export function OwnRights({ rights }: { readonly rights: readonly Right[] }) {
  const text = useText();
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(text, language), [text, language]);
  return (
    <section aria-labelledby="rechten">
      <SectionHeader id="rechten" title={text('own.rights')} count={rights.length} />
      <DataGrid
        label={text('own.rights')}
        columns={columns}
        rows={rights}
        total={rights.length}
        rowKey={(row) => `${row.companyId} ${row.serviceKey}`}
        rowName={(row) => row.companyName}
        onSortChange={() => undefined}
        empty={<EmptyState title={text('people.rightsEmpty')}>{text('own.rightsEmptyWhy')}</EmptyState>}
      />
    </section>
  );
}
