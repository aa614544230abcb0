import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button } from '../controls/button.js';
import { SearchField } from '../controls/search-field.js';
import { PlainSelect } from '../controls/plain-select.js';
import { useIsNarrow } from '../text/media.js';
import { useLanguage, useText } from '../text/provider.js';

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

/** More views than this are one box on a narrow screen, where they would take as many lines. */
const FEW = 4;

const withCount = ({ label, count }: FilterChoice, language: string): string => (count === undefined ? label : `${label} (${count.toLocaleString(language)})`);

/** The filters of a list, which stand in the address too, so that a view is a link. */
export function FilterBar({ search, choices = [], chosen, onChoose, active = [], onClear, children }: FilterBarProps) {
  const text = useText();
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  return (
    <div className="k-filters" role="search" aria-label={text('list.filterLabel')}>
      {choices.length > 0 && isNarrow && choices.length > FEW && <PlainSelect label={text('list.view')} options={choices.map((choice) => ({ key: choice.key, label: withCount(choice, language) }))} value={chosen ?? ''} onChange={(key) => onChoose?.(key)} />}
      {choices.length > 0 && !(isNarrow && choices.length > FEW) && (
        <ToggleButtonGroup className="k-views" aria-label={text('list.filter')} selectionMode="single" disallowEmptySelection selectedKeys={chosen === undefined ? [] : [chosen]} onSelectionChange={(keys) => onChoose?.(String([...keys][0]))}>
          {choices.map((choice) => (
            <ToggleButton key={choice.key} id={choice.key} className="k-view">
              {choice.label}
              {choice.count !== undefined && <span className="k-view-count">{choice.count.toLocaleString(language)}</span>}
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
