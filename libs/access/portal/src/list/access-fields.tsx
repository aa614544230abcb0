import { useRightNames } from '@ketenregie/authorisations-portal';
import { optionsOfPeople, usePeopleNames } from '@ketenregie/people-portal';
import { useToday } from '@ketenregie/tenants-portal';
import { Button, ComboBox, DayField, useText } from '@ketenregie/ui';
import type { AccessFiltersProps } from './access-filters-props.js';

/** Portal, person and day: the filters that are typed. */
export function AccessFields({ portal, search, onSearch }: AccessFiltersProps) {
  const text = useText();
  const today = useToday();
  const { services } = useRightNames(portal);
  const { people } = usePeopleNames(portal);
  const { status, vorm, portaal, persoon, tot } = search;
  const hasMore = portaal !== undefined || persoon !== undefined || tot !== undefined;
  return (
    <>
      <ComboBox label={text('answer.service')} options={services} value={portaal ?? null} onChange={(key) => onSearch({ ...search, portaal: key })} />
      <ComboBox label={text('answer.person')} options={optionsOfPeople(people)} value={persoon ?? null} onChange={(key) => onSearch({ ...search, persoon: key })} />
      <DayField label={text('access.endsBefore')} today={today} value={tot ?? ''} onChange={(day) => onSearch({ ...search, tot: day })} />
      {hasMore && (
        <Button kind="quiet" onPress={() => onSearch({ ...(status && { status }), ...(vorm && { vorm }) })}>
          {text('list.clearFilters')}
        </Button>
      )}
    </>
  );
}
