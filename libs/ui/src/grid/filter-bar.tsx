import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button } from '../controls/button.js';
import { SearchField } from '../controls/search-field.js';
import { useText } from '../text/provider.js';

export interface FilterChoice {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
}

export interface FilterBarProps {
  readonly search?: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };
  /** Quick views, one at a time; the first is usually "all". */
  readonly choices?: readonly FilterChoice[];
  readonly chosen?: string;
  readonly onChoose?: (key: string) => void;
  /** Further filters that are on; each can be taken away. */
  readonly active?: readonly { readonly key: string; readonly label: string; readonly onRemove: () => void }[];
  readonly onClear?: () => void;
  readonly children?: ReactNode;
}

/** The filters of a list, which stand in the address too, so that a view is a link. */
export function FilterBar({ search, choices = [], chosen, onChoose, active = [], onClear, children }: FilterBarProps) {
  const text = useText();
  return (
    <div className="k-filters" role="search" aria-label={text('list.filterLabel')}>
      {choices.length > 0 && (
        <ToggleButtonGroup className="k-views" aria-label={text('list.filter')} selectionMode="single" disallowEmptySelection selectedKeys={chosen === undefined ? [] : [chosen]} onSelectionChange={(keys) => onChoose?.(String([...keys][0]))}>
          {choices.map((choice) => (
            <ToggleButton key={choice.key} id={choice.key} className="k-view">
              {choice.label}
              {choice.count !== undefined && <span className="k-view-count">{choice.count}</span>}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {search !== undefined && <SearchField {...search} />}
      {children}
      {active.map((filter) => (
        <button key={filter.key} type="button" className="k-filter-on" onClick={filter.onRemove}>
          {filter.label}
          <X size={14} aria-hidden />
          <span className="k-hidden">, {text('action.clear')}</span>
        </button>
      ))}
      {active.length > 0 && onClear !== undefined && (
        <Button kind="quiet" onPress={onClear}>
          {text('list.clearFilters')}
        </Button>
      )}
    </div>
  );
}
