import { formatDay } from '@ketenregie/messages';
import { ComboBox, DayField, FilterBar, Select, useLanguage, useText } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { SettingsMembersDocument } from '../generated/operations.js';
import { usePortalQuery } from '../portal.js';
import type { Portal } from '../portal.js';
import { useToday } from '../today.js';
import { LOGBOOK_KINDS, readLogbookSearch } from './logbook-search.js';
import type { LogbookSearch } from './logbook-search.js';

export interface LogbookFiltersProps {
  readonly portal: Portal;
  readonly search: LogbookSearch;
  readonly onSearch: (search: LogbookSearch) => void;
  /** What entries may be about. */
  readonly companies: readonly Option[];
  readonly people: readonly Option[];
}

/** Whoever is no member and still does something. */
const OTHERS = ['operator', 'system'] as const;

/** By kind, by what it is about, by who did it, and by period. */
export function LogbookFilters({ portal, search, onSearch, companies, people }: LogbookFiltersProps) {
  const text = useText();
  const language = useLanguage();
  const today = useToday();
  const { data } = usePortalQuery(portal, { subject: 'settings', document: SettingsMembersDocument, variables: {} });
  const set = (name: keyof LogbookSearch, value: string) => onSearch(readLogbookSearch({ ...search, [name]: value }));
  const members = (data?.members ?? []).map((member) => ({ key: member.id, label: member.displayName }));
  const actors = [{ key: '', label: text('logbook.filter.everybody') }, ...members, ...OTHERS.map((key) => ({ key, label: text(`logbook.actor.${key}`) }))];
  const kinds = [{ key: '', label: text('logbook.filter.everyKind') }, ...LOGBOOK_KINDS.map((key) => ({ key, label: text(`logbook.kind.${key}`) }))];
  const chip = (name: keyof LogbookSearch, label: string) => ({ key: name, label, onRemove: () => set(name, '') });
  const named = (options: readonly Option[], id: string) => options.find(({ key }) => key === id)?.label ?? text('logbook.filter.onOne');
  const active = [
    ...(search.o === undefined ? [] : [chip('o', named(companies, search.o))]),
    ...(search.m === undefined ? [] : [chip('m', named(people, search.m))]),
    ...(search.van === undefined ? [] : [chip('van', text('logbook.filter.onFrom', { date: formatDay(language, search.van) }))]),
    ...(search.tot === undefined ? [] : [chip('tot', text('logbook.filter.onUntil', { date: formatDay(language, search.tot) }))]),
  ];
  return (
    <FilterBar active={active} onClear={() => onSearch({})}>
      <div className="t-filters">
        <Select label={text('logbook.filter.kind')} options={kinds} value={search.soort ?? ''} onChange={(key) => set('soort', key)} />
        <ComboBox label={text('logbook.filter.company')} placeholder={text('logbook.filter.any')} options={companies} value={search.o ?? null} onChange={(key) => set('o', key)} />
        <ComboBox label={text('logbook.filter.person')} placeholder={text('logbook.filter.any')} options={people} value={search.m ?? null} onChange={(key) => set('m', key)} />
        <Select label={text('logbook.filter.who')} options={actors} value={search.wie ?? ''} onChange={(key) => set('wie', key)} />
        <DayField label={text('logbook.filter.from')} today={today} value={search.van ?? ''} onChange={(day) => set('van', day)} />
        <DayField label={text('logbook.filter.until')} today={today} value={search.tot ?? ''} onChange={(day) => set('tot', day)} />
      </div>
    </FilterBar>
  );
}
