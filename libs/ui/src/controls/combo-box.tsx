import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, FieldError, Input, Label, ListBox, Popover, Text } from 'react-aria-components';
import { useState } from 'react';
import { fold } from '../palette/fold.js';
import { useText } from '../text/provider.js';
import { FieldLabel } from './field-label.js';
import { OptionItem } from './select.js';
import type { SelectProps } from './select.js';

/** More than this is not read but typed further. */
const SHOWN = 50;

export interface ComboBoxProps extends SelectProps {
  /** What an empty box means. */
  readonly placeholder?: string;
  /** Told what is typed, where the options are a part of more: those that fit are then to be given. */
  readonly onType?: (typed: string) => void;
}

/** One of a long list by typing; folds accents, also finds by the note. At most 50 rows are drawn. Emptied by hand it is chosen no more. */
export function ComboBox({ label, help, error, placeholder, options, value, onChange, onType, isRequired = false, ...rest }: ComboBoxProps) {
  const text = useText();
  const chosen = options.find((option) => option.key === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const type = (next: string) => {
    setTyped(next);
    onType?.(next);
    if (next === '' && !isRequired && value !== null) onChange('');
  };
  const words = fold(typed ?? '').split(' ').filter(Boolean);
  const found = typed === null || typed === chosen ? options : options.filter((option) => words.every((word) => fold(`${option.label} ${option.note ?? ''}`).includes(word)));
  return (
    <AriaComboBox
      {...rest}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      items={found.slice(0, SHOWN).map((option) => ({ ...option, id: option.key }))}
      inputValue={typed ?? chosen}
      onInputChange={type}
      value={value}
      onChange={(key) => {
        setTyped(null);
        if (key !== null) onChange(String(key));
      }}
      onBlur={() => setTyped(null)}
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
      <ComboInput placeholder={placeholder ?? text('field.choose')} />
      <FieldError className="k-field-error">{error}</FieldError>
      <Popover className="k-popover">
        <ListBox className="k-options" renderEmptyState={() => <p className="k-options-empty">{text('field.noOptions')}</p>}>
          {(option: (typeof options)[number]) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function ComboInput({ placeholder }: { readonly placeholder: string }) {
  return (
    <div className="k-combo">
      <Input className="k-input" placeholder={placeholder} />
      <Button className="k-combo-open">
        <ChevronDown size={18} aria-hidden />
      </Button>
    </div>
  );
}
