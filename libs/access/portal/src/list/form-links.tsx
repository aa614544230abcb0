import { RadioGroup, useText } from '@ketenregie/ui';
import { ACCESS_FORMS } from './access-search.js';
import type { AccessForm } from './access-search.js';

/** List or roster of one company. */
export function FormLinks({ form, onForm }: { readonly form: AccessForm; readonly onForm: (form: AccessForm) => void }) {
  const text = useText();
  return <RadioGroup look="segments" label={text('access.form')} options={ACCESS_FORMS.map((key) => ({ key, label: text(`access.form.${key}`) }))} value={form} onChange={(key) => onForm(ACCESS_FORMS.find((each) => each === key) ?? 'lijst')} />;
}
