import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { FieldLabel } from './field-label.js';

export interface FieldTexts {
  readonly label: string;
  /** What to fill in, before somebody errs. */
  readonly help?: string;
  /** What is not right and what to do; marks the field as not valid. */
  readonly error?: string;
}

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid' | 'validationBehavior'>, FieldTexts {
  readonly width?: 'short' | 'normal' | 'wide';
  readonly placeholder?: string;
}

/** One line of text. Label above, help under it, the error in its place with an icon. */
export function TextField({ label, help, error, width = 'normal', placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} validationBehavior="aria" className="k-field" data-width={width}>
      <Label>
        <FieldLabel label={label} isRequired={rest.isRequired === true} />
      </Label>
      {help !== undefined && (
        <Text slot="description" className="k-field-help">
          {help}
        </Text>
      )}
      <Input className="k-input" {...(placeholder === undefined ? {} : { placeholder })} />
      <FieldError className="k-field-error">{error}</FieldError>
    </AriaTextField>
  );
}
