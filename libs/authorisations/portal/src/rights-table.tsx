import { formatDay } from '@ketenregie/messages';
import { LevelMark } from '@ketenregie/people-portal';
import { DataGrid, EmptyState, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo } from 'react';
import type { RightFactsFragment } from './generated/operations.js';
import { evidenceOf, RightChip } from './right-chip.js';
import { holderOf } from './right-holder.js';
import type { RightNames } from './right-names.js';

export interface RightsTableProps {
  readonly rights: readonly RightFactsFragment[];
  readonly names: RightNames;
  readonly label: string;
  readonly today: string;
  readonly onOpen: (right: RightFactsFragment) => void;
}

interface Look {
  readonly names: RightNames;
  readonly today: string;
  readonly language: 'nl' | 'en';
}

function columnsOf(text: TextOf, { names, today, language }: Look): GridColumn<RightFactsFragment>[] {
  const kind = ({ kind: key }: RightFactsFragment) => text(`right.kindShort.${key === 'client-half' || key === 'office-half' ? key : 'direct'}`);
  return [
    { key: 'kind', title: text('right.column.kind'), width: '128px', cell: (right) => <span>{kind(right)}</span>, sortBy: kind, fold: { under: 'holder', below: 812, cell: (right) => <span>{kind(right)}</span> } },
    { key: 'holder', title: text('right.column.holder'), width: 'minmax(150px, 1.2fr)', cell: (right) => <span>{holderOf(right, names)}</span>, sortBy: (right) => holderOf(right, names) },
    { key: 'scope', title: text('right.column.scope'), width: 'minmax(180px, 1.8fr)', cell: (right) => <span title={names.scope(right)}>{names.scope(right)}</span>, sortBy: names.scope },
    { key: 'level', title: text('list.column.level'), width: '166px', cell: (right) => <LevelMark level={right.level} />, sortBy: (right) => right.level, fold: { under: 'scope', below: 978, cell: (right) => <LevelMark level={right.level} /> } },
    { key: 'status', title: text('list.column.status'), width: '238px', cell: (right) => <RightChip right={right} today={today} /> },
    { key: 'seen', title: text('list.column.seen'), width: '150px', cell: (right) => <SeenMark seenOn={right.seenOn} evidenceClass={evidenceOf(right.evidenceClass)} isShort />, sortBy: (right) => right.seenOn, fold: { under: 'status', below: 1128, cell: (right) => <SeenMark seenOn={right.seenOn} evidenceClass={evidenceOf(right.evidenceClass)} /> } },
    { key: 'ends', title: text('list.column.endDate'), width: '112px', cell: (right) => <span {...(right.endsOn === null ? { className: 'r-quiet' } : {})}>{right.endsOn === null ? text('access.noEnd') : formatDay(language, right.endsOn)}</span>, sortBy: (right) => right.endsOn },
  ];
}

/** Both halves and the direct rights of a company, with what was seen of each; a row opens it. */
export function RightsTable({ rights, names, label, today, onOpen }: RightsTableProps) {
  const text = useText();
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(text, { names, today, language }), [text, names, today, language]);
  return <DataGrid label={label} columns={columns} rows={rights} rowKey={(right) => right.id} rowName={(right) => `${holderOf(right, names)}, ${names.scope(right)}`} onOpen={onOpen} empty={<EmptyState title={text('right.empty')}>{text('right.emptyWhy')}</EmptyState>} />;
}
