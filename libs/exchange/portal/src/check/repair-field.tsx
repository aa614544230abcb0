import { ComboBox, DayField, RadioGroup, Select, TextField, useText } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { unreachable } from '@ketenregie/kernel';
import type { RepairKind } from './repair-kind.js';

const LEVELS = ['EH2+', 'EH3', 'EH4'].map((level) => ({ key: level, label: level }));
const STATUSES = ['active', 'requested', 'ended'] as const;

/** What can be chosen from. */
export interface RepairChoices {
  readonly services: readonly Option[];
  readonly people: readonly Option[];
  readonly suppliers: readonly Option[];
}

export interface RepairFieldProps {
  readonly kind: Exclude<RepairKind, 'company'>;
  readonly choices: RepairChoices;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string;
}

/** The one field that a repair of some kind asks. */
export function RepairField({ kind, choices, value, onChange, ...rest }: RepairFieldProps) {
  const text = useText();
  const chosen = { value: value === '' ? null : value, onChange, ...rest };
  const typed = { value, onChange, ...rest };
  switch (kind) {
    case 'service':
      return <ComboBox label={text('import.repair.service')} options={choices.services} {...chosen} />;
    case 'person':
      return <ComboBox label={text('import.repair.person')} options={choices.people} {...chosen} />;
    case 'supplier':
      return <Select label={text('import.meaning.supplier')} options={choices.suppliers} {...chosen} />;
    case 'level':
      return <RadioGroup look="segments" label={text('import.repair.level')} options={LEVELS} {...chosen} />;
    case 'status':
      return <RadioGroup look="segments" label={text('import.repair.status')} options={STATUSES.map((status) => ({ key: status, label: text(`import.repair.status.${status}`) }))} {...chosen} />;
    case 'kvk':
      return <TextField label={text('import.repair.kvk')} help={text('import.repair.kvkHelp')} {...typed} />;
    case 'name':
      return <TextField label={text('import.repair.name')} {...typed} />;
    case 'date':
      return <DayField label={text('import.repair.date')} {...typed} />;
    default:
      return unreachable(kind);
  }
}
