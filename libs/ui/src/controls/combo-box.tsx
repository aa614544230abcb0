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

/** One of a long list by typing; folds accents, also finds by the note. At most 50 rows are drawn. */
export function ComboBox({ label, help, error, options, value, onChange, isRequired = false, ...rest }: SelectProps) {
  const text = useText();
  const chosen = options.find((option) => option.key === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
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
      onInputChange={setTyped}
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
      <div className="k-combo">
        <Input className="k-input" />
        <Button className="k-combo-open">
          <ChevronDown size={18} aria-hidden />
        </Button>
      </div>
      <FieldError className="k-field-error">{error}</FieldError>
      <Popover className="k-popover">
        <ListBox className="k-options" renderEmptyState={() => <p className="k-options-empty">{text('field.noOptions')}</p>}>
          {(option: (typeof options)[number]) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
