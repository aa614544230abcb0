import { usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ComboBox, DayField, RadioGroup, Select, TextField, useText } from '@ketenregie/ui';
import type { FieldProblem } from '@ketenregie/ui';
import { ReviewChoicesDocument } from '../generated/operations.js';
import type { ReviewChoicesQuery } from '../generated/operations.js';
import { EVERY, PROGRAMME_FIELDS, SCOPES, STATES } from './programme-draft.js';
import type { ProgrammeDraft } from './programme-draft.js';

export interface ProgrammeFieldsProps {
  readonly portal: Portal;
  readonly draft: ProgrammeDraft;
  readonly onDraft: (draft: ProgrammeDraft) => void;
  readonly problems: readonly FieldProblem[];
  /** The client that the programme is about already. */
  readonly clientName: string | null;
  readonly hasClients: boolean;
  readonly isNew: boolean;
}

/** Roles that decide in a review, as the table of roles and actions has it. */
const REVIEWING = ['owner', 'office-administrator', 'adviser'];

/** The fields of a programme: whose chains, how often, who reviews where nobody is named, how long a round is given. */
export function ProgrammeFields({ portal, draft, onDraft, problems, clientName, hasClients, isNew }: ProgrammeFieldsProps) {
  const text = useText();
  const today = useToday();
  const { data } = usePortalQuery(portal, { subject: 'settings', document: ReviewChoicesDocument, variables: {} });
  const set = (change: Partial<ProgrammeDraft>) => onDraft({ ...draft, ...change });
  const field = (key: keyof typeof PROGRAMME_FIELDS) => {
    const error = problems.find(({ fieldId }) => fieldId === PROGRAMME_FIELDS[key])?.message;
    return { id: PROGRAMME_FIELDS[key], value: draft[key], onChange: (value: string) => set({ [key]: value }), ...(error === undefined ? {} : { error }) };
  };
  const scopes = SCOPES.filter((scope) => hasClients || scope !== 'client').map((key) => ({ key, label: text(`reviews.scope.${key}`) }));
  return (
    <>
      <TextField label={text('reviews.form.name')} width="wide" isRequired {...field('name')} />
      <RadioGroup label={text('reviews.form.scope')} options={scopes} value={draft.scope} onChange={(key) => set({ scope: SCOPES.find((each) => each === key) ?? 'all' })} />
      <ScopeChoice draft={draft} choices={data} clientName={clientName} field={field} />
      <RadioGroup label={text('reviews.form.every')} options={EVERY.map((key) => ({ key, label: text(`reviews.every.${key}`) }))} value={draft.every} onChange={(key) => set({ every: EVERY.find((each) => each === key) ?? 'quarter' })} />
      {draft.every === 'months' && <TextField label={text('reviews.form.months')} width="short" inputMode="numeric" isRequired {...field('months')} />}
      <DayField label={text('reviews.form.startsOn')} help={text('reviews.form.startsOnHelp')} today={today} isRequired {...field('startsOn')} />
      <TextField label={text('reviews.form.dueDays')} help={text('reviews.form.dueDaysHelp')} width="short" inputMode="numeric" isRequired {...field('dueDays')} />
      <FallbackChoice value={draft.fallbackMemberId} choices={data} onChange={(fallbackMemberId) => set({ fallbackMemberId })} />
      {!isNew && <RadioGroup label={text('reviews.form.state')} options={STATES.map((key) => ({ key, label: text(`reviews.state.${key}`) }))} value={draft.state} onChange={(key) => set({ state: STATES.find((each) => each === key) ?? 'active' })} />}
    </>
  );
}

interface ScopeChoiceProps {
  readonly draft: ProgrammeDraft;
  readonly choices: ReviewChoicesQuery | undefined;
  readonly clientName: string | null;
  readonly field: (key: 'companyId' | 'supplierKey') => { readonly id: string; readonly value: string; readonly onChange: (value: string) => void; readonly error?: string };
}

/** Which client or supplier, chosen from what the office has. */
function ScopeChoice({ draft, choices, clientName, field }: ScopeChoiceProps) {
  const text = useText();
  if (draft.scope === 'client') {
    const companies = (choices?.companyIndex.entries ?? []).map(({ id, name, clientNumber, kvkNumber }) => ({ key: id, label: name, note: [clientNumber, kvkNumber].filter(Boolean).join(' ') }));
    return <ComboBox label={text('reviews.form.client')} help={clientName === null ? text('reviews.form.clientHelp') : text('reviews.form.clientNow', { client: clientName })} options={companies} isRequired {...field('companyId')} />;
  }
  const suppliers = (choices?.catalogue.suppliers ?? []).map(({ key, name }) => ({ key, label: name }));
  return draft.scope === 'supplier' ? <Select label={text('reviews.form.supplier')} options={suppliers} isRequired {...field('supplierKey')} /> : null;
}

/** Who reviews where nobody is named: a member who may decide, or the office administrators. */
function FallbackChoice({ value, choices, onChange }: { readonly value: string; readonly choices: ReviewChoicesQuery | undefined; readonly onChange: (memberId: string) => void }) {
  const text = useText();
  const reviewers = (choices?.members ?? []).filter(({ roles }) => roles.some((role) => REVIEWING.includes(role))).map(({ id, displayName, login }) => ({ key: id, label: displayName === '' ? login : displayName }));
  return <Select label={text('reviews.form.fallback')} help={text('reviews.form.fallbackHelp')} options={[{ key: '', label: text('reviews.form.fallbackNobody') }, ...reviewers]} value={value} onChange={onChange} />;
}
