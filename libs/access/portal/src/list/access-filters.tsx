import { FilterBar, useHasClients, useIsNarrow, useText } from '@ketenregie/ui';
import { lazy, Suspense } from 'react';
import { ACCESS_VIEWS } from './access-search.js';
import type { AccessFiltersProps } from './access-filters-props.js';

const AccessFields = lazy(async () => ({ default: (await import('./access-fields.js')).AccessFields }));

/** The views with their counts on one line, what is chosen and typed under it; all of it stands in the address. The fields come after the list, in room kept for them. */
export function AccessFilters({ portal, search, onSearch, counts }: AccessFiltersProps) {
  const text = useText();
  const hasClients = useHasClients();
  const isNarrow = useIsNarrow();
  const fields = (
    <div className="a-fields">
      <Suspense fallback={null}>
        <AccessFields portal={portal} search={search} onSearch={onSearch} counts={counts} />
      </Suspense>
    </div>
  );
  return (
    <div className="a-filters">
      <FilterBar choices={ACCESS_VIEWS.filter((key) => hasClients || key !== 'waiting-for-client' || search.status === key || (counts?.get(key) ?? 0) > 0).map((key) => ({ key, label: text(`access.view.${key}`), ...(counts === null ? {} : { count: counts.get(key) ?? 0 }) }))} chosen={search.status ?? 'all'} onChoose={(key) => onSearch({ ...search, status: ACCESS_VIEWS.find((view) => view === key) ?? 'all' })} />
      {isNarrow ? (
        <details className="a-more">
          <summary>{text('list.filterLabel')}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </div>
  );
}
