import { useRightNames } from '@ketenregie/authorisations-portal';
import { LEVELS, optionsOfPeople, usePeopleNames } from '@ketenregie/people-portal';
import { useToday } from '@ketenregie/tenants-portal';
import { Button, ComboBox, DayField, PlainSelect, useText } from '@ketenregie/ui';
import type { AccessFiltersProps } from './access-filters-props.js';

/** Portal, person, supplier, level and the days of the end: the filters that are chosen or typed. */
export function AccessFields({ portal, search, onSearch }: AccessFiltersProps) {
  const text = useText();
  const today = useToday();
  const { services, suppliers } = useRightNames(portal);
  const { people } = usePeopleNames(portal);
  const { status, vorm, ...narrowing } = search;
  const { portaal, persoon, leverancier, niveau, vanaf, tot } = narrowing;
  const any = { key: '', label: text('list.all') };
  return (
    <>
      <ComboBox label={text('answer.service')} placeholder={text('list.all')} options={services} value={portaal ?? null} onChange={(key) => onSearch({ ...search, portaal: key })} />
      <ComboBox label={text('answer.person')} placeholder={text('access.anyone')} options={optionsOfPeople(people)} value={persoon ?? null} onChange={(key) => onSearch({ ...search, persoon: key })} />
      <PlainSelect label={text('access.supplier')} options={[any, ...suppliers]} value={leverancier ?? ''} onChange={(key) => onSearch({ ...search, leverancier: key })} />
      <PlainSelect label={text('list.column.level')} options={[any, ...LEVELS.map((level) => ({ key: level, label: level }))]} value={niveau ?? ''} onChange={(key) => onSearch({ ...search, niveau: LEVELS.find((level) => level === key) })} />
      <DayField label={text('access.endsFrom')} today={today} value={vanaf ?? ''} onChange={(day) => onSearch({ ...search, vanaf: day })} />
      <DayField label={text('access.endsBefore')} today={today} value={tot ?? ''} onChange={(day) => onSearch({ ...search, tot: day })} />
      {Object.keys(narrowing).length > 0 && (
        <Button kind="quiet" onPress={() => onSearch({ ...(status && { status }), ...(vorm && { vorm }) })}>
          {text('list.clearFilters')}
        </Button>
      )}
    </>
  );
}
