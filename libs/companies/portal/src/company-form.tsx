import { addressIn, Loaded, ProblemNotice, usePortalChange, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { changeOfCompany, draftOfCompany, newCompanyOf, NO_COMPANY, problemsOfCompany } from './company-draft.js';
import type { ChangedCompany, CompanyDraft } from './company-draft.js';
import { CompanyFields } from './company-fields.js';
import { companyKeyOf } from './company-key.js';
import { ChangeCompanyDocument, CompanyToChangeDocument, RecordCompanyDocument } from './generated/operations.js';

interface FormProps {
  readonly portal: Portal;
  readonly onClose: () => void;
}

/** Adds a company typed by hand, and goes to its page. */
export function NewCompanyForm({ portal, onClose }: FormProps) {
  const text = useText();
  const toast = useToast();
  const record = usePortalChange(portal, 'company', RecordCompanyDocument);
  const save = (draft: CompanyDraft) =>
    record.mutate({ input: newCompanyOf(draft) }, {
      onSuccess: ({ recordCompany }) => {
        toast({ kind: 'done', title: text('company.form.added', { company: draft.name.trim() }) });
        portal.goTo(addressIn(portal, `o/${companyKeyOf(recordCompany)}`));
      },
    });
  return <CompanySheet title={text('companies.add')} action={text('companies.add')} before={NO_COMPANY} isNew isPending={record.isPending} error={record.error} onSave={save} onClose={onClose} />;
}

/** Changes what is believed of a company from today on. */
export function CompanyForm({ companyId, ...form }: FormProps & { readonly companyId: string }) {
  const query = usePortalQuery(form.portal, { subject: 'companies', document: CompanyToChangeDocument, variables: { id: companyId } });
  return <Loaded query={query}>{({ company }) => <KnownCompanyForm {...form} company={company} />}</Loaded>;
}

function KnownCompanyForm({ portal, company, onClose }: FormProps & { readonly company: ChangedCompany }) {
  const text = useText();
  const toast = useToast();
  const change = usePortalChange(portal, 'company', ChangeCompanyDocument);
  const save = (draft: CompanyDraft) => {
    const input = changeOfCompany(draft, company);
    if (Object.keys(input).length === 1) return onClose();
    change.mutate({ input }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('people.form.saved', { person: draft.name.trim() }) });
        onClose();
      },
    });
  };
  return <CompanySheet title={text('people.form.title', { person: company.name })} action={text('people.form.save', { person: company.name })} before={draftOfCompany(company)} isNew={false} isPending={change.isPending} error={change.error} onSave={save} onClose={onClose} />;
}

interface CompanySheetProps {
  readonly title: string;
  readonly action: string;
  readonly before: CompanyDraft;
  readonly isNew: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** Called with a draft that has nothing wrong in it. */
  readonly onSave: (draft: CompanyDraft) => void;
  readonly onClose: () => void;
}

function CompanySheet({ title, action, before, isNew, isPending, error, onSave, onClose }: CompanySheetProps): ReactNode {
  const text = useText();
  const today = useToday();
  const [draft, setDraft] = useState(before);
  const [attempt, setAttempt] = useState(0);
  const save = () => {
    setAttempt(attempt + 1);
    if (problemsOfCompany(draft, text).length === 0) onSave(draft);
  };
  const actions = (
    <>
      <Button kind="primary" isPending={isPending} onPress={save}>
        {action}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={title} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="o-form">
        {error !== null && <ProblemNotice error={error} />}
        <CompanyFields draft={draft} onChange={setDraft} problems={attempt === 0 ? [] : problemsOfCompany(draft, text)} attempt={attempt} today={today} isNew={isNew} />
      </div>
    </Dialog>
  );
}
