import { Search, X } from 'lucide-react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components';
import { useText } from '../text/provider.js';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'aria-label'> {
  /** Its name; shown as placeholder too. */
  readonly label: string;
}

/** Filters what is on the page while typing; Escape empties it. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  const text = useText();
  return (
    <AriaSearchField {...rest} aria-label={label} className="k-search">
      <Search size={18} aria-hidden />
      <Input className="k-input" placeholder={label} />
      <Button className="k-search-clear" aria-label={text('action.clear')}>
        <X size={16} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
