import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ComboBox, Dialog, RadioGroup, TextField, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { ImportCompaniesDocument } from '../generated/operations.js';
import type { FindingGroup } from '../import-facts.js';
import type { NewCompany, Repair } from './repair-input.js';

const SHOWN = 50;
const KVK = /^\d{8}$/;

export interface CompanyDialogProps {
  readonly portal: Portal;
  readonly group: FindingGroup;
  /** Whether the viewer may add a company to the register. */
  readonly canCreate: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onRepair: (repair: Repair) => void;
}

/** Of which company rows speak that name none: one of the register, or a new one that is made when the file is recorded. */
export function CompanyDialog({ portal, group, canCreate, isBusy, onClose, onRepair }: CompanyDialogProps) {
  const text = useText();
  const [how, setHow] = useState<'known' | 'new'>('known');
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState<NewCompany>({ name: '', kvkNumber: null, clientNumber: group.value });
  const [isAsked, setAsked] = useState(false);
  const isKvkRight = typed.kvkNumber === null || KVK.test(typed.kvkNumber);
  const isNewWhole = typed.name.trim() !== '' && isKvkRight;
  const save = () => {
    setAsked(true);
    if (how === 'known' && chosen !== '') onRepair({ kind: 'company', value: chosen });
    if (how === 'new' && isNewWhole) onRepair({ kind: 'new-company', company: { ...typed, name: typed.name.trim() } });
  };
  const actions = (
    <>
      <Button kind="primary" isPending={isBusy} onPress={save}>
        {text(how === 'new' ? 'import.company.saveNew' : 'import.company.save', { count: group.count })}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  const ways = (['known', 'new'] as const).map((key) => ({ key, label: text(`import.company.${key}`) }));
  return (
    <Dialog title={text('import.company.title')} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="x-repair">
        <p>{group.value === null ? text('import.company.rows', { count: group.count }) : text('import.company.rowsOf', { count: group.count, clientNumber: group.value })}</p>
        {canCreate ? <RadioGroup look="segments" label={text('import.company.how')} options={ways} value={how} onChange={(key) => setHow(key === 'new' ? 'new' : 'known')} /> : <p className="x-note">{text('import.company.byOther')}</p>}
        {how === 'known' ? (
          <KnownCompany portal={portal} value={chosen} onChange={setChosen} isMissing={isAsked && chosen === ''} />
        ) : (
          <NewCompanyFields typed={typed} onChange={setTyped} isAsked={isAsked} isKvkRight={isKvkRight} />
        )}
      </div>
    </Dialog>
  );
}

interface KnownCompanyProps {
  readonly portal: Portal;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly isMissing: boolean;
}

/** One of the register, found by name, number or town as it is typed. The one that was chosen stays in the list. */
function KnownCompany({ portal, value, onChange, isMissing }: KnownCompanyProps) {
  const text = useText();
  const [search, setSearch] = useState('');
  const [held, setHeld] = useState<{ readonly key: string; readonly label: string } | null>(null);
  const { data } = usePortalQuery(portal, { subject: 'companies', document: ImportCompaniesDocument, variables: { search, first: SHOWN } });
  const found = (data?.companies.edges ?? []).map(({ node }) => ({ key: node.id, label: node.name, note: [node.kvkNumber, node.clientNumber, node.town, ...node.otherNames].filter((part) => part !== null).join(' · ') }));
  const options = held === null || found.some(({ key }) => key === held.key) ? found : [held, ...found];
  const choose = (key: string) => {
    onChange(key);
    setHeld(options.find((option) => option.key === key) ?? null);
  };
  return <ComboBox label={text('import.company.which')} help={text('import.company.whichHelp')} options={options} value={value === '' ? null : value} onChange={choose} onType={(next) => setSearch(next === held?.label ? '' : next)} {...(isMissing ? { error: text('import.company.missing') } : {})} />;
}

interface NewCompanyFieldsProps {
  readonly typed: NewCompany;
  readonly onChange: (typed: NewCompany) => void;
  readonly isAsked: boolean;
  readonly isKvkRight: boolean;
}

function NewCompanyFields({ typed, onChange, isAsked, isKvkRight }: NewCompanyFieldsProps) {
  const text = useText();
  const filled = (value: string) => value.trim() || null;
  return (
    <>
      <TextField label={text('import.repair.name')} width="wide" value={typed.name} onChange={(name) => onChange({ ...typed, name })} isRequired {...(isAsked && typed.name.trim() === '' ? { error: text('import.repair.missing') } : {})} />
      <TextField label={text('import.repair.kvk')} help={text('import.company.kvkHelp')} value={typed.kvkNumber ?? ''} onChange={(value) => onChange({ ...typed, kvkNumber: filled(value) })} {...(isAsked && !isKvkRight ? { error: text('import.repair.kvkHelp') } : {})} />
      <TextField label={text('import.meaning.clientNumber')} help={text('import.company.clientHelp')} value={typed.clientNumber ?? ''} onChange={(value) => onChange({ ...typed, clientNumber: filled(value) })} />
    </>
  );
}
