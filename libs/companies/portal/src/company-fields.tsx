import { DayField, ErrorSummary, TextField, useHasClients, useText } from '@ketenregie/ui';
import type { FieldProblem } from '@ketenregie/ui';
import { COMPANY_FIELDS } from './company-draft.js';
import type { CompanyDraft } from './company-draft.js';

export interface CompanyFieldsProps {
  readonly draft: CompanyDraft;
  readonly onChange: (draft: CompanyDraft) => void;
  readonly problems: readonly FieldProblem[];
  /** Counts the tries to save: each puts the focus on what is wrong. */
  readonly attempt: number;
  readonly today: string;
  /** A new one gets its client now; a known one keeps it, and may have a group and a last day. */
  readonly isNew: boolean;
}

/** What can be said of a company, with what is not right about it on top. */
export function CompanyFields({ draft, onChange, problems, attempt, today, isNew }: CompanyFieldsProps) {
  const text = useText();
  const hasClients = useHasClients();
  const errorOf = (key: keyof CompanyDraft) => {
    const found = problems.find(({ fieldId }) => fieldId === COMPANY_FIELDS[key]);
    return found === undefined ? {} : { error: found.message };
  };
  const field = (key: keyof CompanyDraft) => ({ id: COMPANY_FIELDS[key], value: draft[key], onChange: (value: string) => onChange({ ...draft, [key]: value }), ...errorOf(key) });
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      <TextField label={text('list.column.company')} help={text('company.form.nameHelp')} width="wide" isRequired {...field('name')} />
      <TextField label={text('companies.column.kvk')} help={text('import.company.kvkHelp')} inputMode="numeric" width="wide" {...field('kvkNumber')} />
      {isNew && hasClients && <TextField label={text('companies.column.clientNumber')} help={text('import.company.clientHelp')} width="wide" {...field('clientNumber')} />}
      <TextField label={text('companies.column.legalForm')} width="wide" {...field('legalForm')} />
      <TextField label={text('company.rsin')} help={text('company.form.rsinHelp')} inputMode="numeric" width="wide" {...field('rsin')} />
      <TextField label={text('companies.column.town')} width="wide" {...field('town')} />
      {!isNew && <TextField label={text('company.group')} width="wide" {...field('groupName')} />}
      <TextField label={text('companies.column.accountable')} width="wide" {...field('accountable')} />
      {!isNew && <DayField label={text('company.ended')} today={today} {...field('endedOn')} />}
    </>
  );
}
