import { ChevronDown } from 'lucide-react';
import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { useText } from '../text/provider.js';
import { FieldLabel } from './field-label.js';
import type { FieldTexts } from './text-field.js';

export interface Option {
  readonly key: string;
  readonly label: string;
  /** Second line or the thing that tells two equal labels apart. */
  readonly note?: string;
}

export interface SelectProps extends FieldTexts {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (key: string) => void;
  readonly name?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

/** One of a short list. For a long list use ComboBox. */
export function Select({ label, help, error, options, value, onChange, isRequired = false, ...rest }: SelectProps) {
  const text = useText();
  return (
    <AriaSelect
      {...rest}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder={text('field.choose')}
      className="k-field"
    >
      <Label>
        <FieldLabel label={label} isRequired={isRequired} />
      </Label>
      {help !== undefined && (
        <Text slot="description" className="k-field-help">
          {help}
        </Text>
      )}
      <Button className="k-input k-select">
        <SelectValue />
        <ChevronDown size={18} aria-hidden />
      </Button>
      <FieldError className="k-field-error">{error}</FieldError>
      <Popover className="k-popover">
        <ListBox className="k-options" items={options.map((option) => ({ ...option, id: option.key }))}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A row of a list of options; the chosen one has a mark beside its ground. */
export function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.key} textValue={option.label} className="k-option">
      <Text slot="label">{option.label}</Text>
      {option.note !== undefined && (
        <Text slot="description" className="k-option-note">
          {option.note}
        </Text>
      )}
    </ListBoxItem>
  );
}
