import { FilterBar, useText } from '@ketenregie/ui';
import { lazy, Suspense } from 'react';
import { ACCESS_VIEWS } from './access-search.js';
import type { AccessFiltersProps } from './access-filters-props.js';

const AccessFields = lazy(async () => ({ default: (await import('./access-fields.js')).AccessFields }));

/** The views on one line, portal, person and day under it; all of it stands in the address. The fields come after the list, in room kept for them. */
export function AccessFilters({ portal, search, onSearch }: AccessFiltersProps) {
  const text = useText();
  return (
    <div className="a-filters">
      <FilterBar choices={ACCESS_VIEWS.map((key) => ({ key, label: text(`access.view.${key}`) }))} chosen={search.status ?? 'all'} onChoose={(key) => onSearch({ ...search, status: ACCESS_VIEWS.find((view) => view === key) ?? 'all' })} />
      <div className="a-fields">
        <Suspense fallback={null}>
          <AccessFields portal={portal} search={search} onSearch={onSearch} />
        </Suspense>
      </div>
    </div>
  );
}
