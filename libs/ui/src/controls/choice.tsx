import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, FieldError, Label, Radio, RadioGroup as AriaRadioGroup, Switch as AriaSwitch, Text } from 'react-aria-components';
import type { CheckboxProps as AriaCheckboxProps, SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { FieldLabel } from './field-label.js';
import type { Option } from './select.js';
import type { FieldTexts } from './text-field.js';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className'> {
  /** Words beside the box; without them give `aria-label`. */
  readonly children?: ReactNode;
}

/** A box of 20 px in a hit area of at least 24 px. Its mark is an icon, so it stands in forced colours too. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="k-check">
      {({ isIndeterminate, isSelected }) => (
        <>
          <span className="k-check-box" aria-hidden>
            {isIndeterminate ? <Minus size={16} strokeWidth={3} /> : isSelected && <Check size={16} strokeWidth={3} />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

export interface RadioGroupProps extends FieldTexts {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (key: string) => void;
  readonly isRequired?: boolean;
  readonly orientation?: 'horizontal' | 'vertical';
  /** `segments`: one joined row, for two to four short words. */
  readonly look?: 'list' | 'segments';
}

/** One of a few, all in sight. */
export function RadioGroup({ label, help, error, options, isRequired = false, look = 'list', ...rest }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...rest} isRequired={isRequired} isInvalid={error !== undefined} validationBehavior="aria" className="k-group" data-look={look}>
      <Label>
        <FieldLabel label={label} isRequired={isRequired} />
      </Label>
      {help !== undefined && (
        <Text slot="description" className="k-field-help">
          {help}
        </Text>
      )}
      <div className="k-radios">
        {options.map((option) => (
          <Radio key={option.key} value={option.key} className="k-radio">
            <span className="k-radio-dot" aria-hidden />
            <span>
              {option.label}
              {option.note !== undefined && <span className="k-option-note"> {option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className="k-field-error">{error}</FieldError>
    </AriaRadioGroup>
  );
}

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className'> {
  readonly children: ReactNode;
  readonly help?: string;
}

/** On or off, at once: a switch never waits for a save button. */
export function Switch({ children, help, ...rest }: SwitchProps) {
  return (
    <div className="k-switch-row">
      <AriaSwitch {...rest} className="k-switch">
        <span className="k-switch-track" aria-hidden>
          <span className="k-switch-knob" />
        </span>
        {children}
      </AriaSwitch>
      {help !== undefined && <p className="k-field-help">{help}</p>}
    </div>
  );
}
