import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { FieldLabel } from './field-label.js';
import type { Option } from './select.js';

export interface PlainSelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** One of a short list in the browser's own box: light, and on a phone its own wheel. Where options need a second line, use Select. */
export function PlainSelect({ label, options, value, onChange }: PlainSelectProps) {
  const id = useId();
  return (
    <div className="k-field">
      <label htmlFor={id}>
        <FieldLabel label={label} isRequired={false} />
      </label>
      <div className="k-plain-select">
        <select id={id} className="k-input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} aria-hidden />
      </div>
    </div>
  );
}
