import { useText } from '../text/provider.js';

export interface FieldLabelProps {
  readonly label: string;
  readonly isRequired: boolean;
}

/** The words of a label; says "required" rather than showing a star. */
export function FieldLabel({ label, isRequired }: FieldLabelProps) {
  const text = useText();
  return (
    <>
      {label}
      {isRequired && <span className="k-field-note"> {text('field.required')}</span>}
    </>
  );
}
