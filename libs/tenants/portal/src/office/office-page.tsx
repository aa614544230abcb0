import { Button, Checkbox, ErrorSummary, FactList, RadioGroup, TextField, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Loaded, ProblemNotice } from '../loading/loaded.js';
import { usePortalChange, usePortalQuery } from '../portal.js';
import type { Portal } from '../portal.js';
import { SettingsFrame } from '../settings/settings-frame.js';
import { MembersList } from './members-list.js';
import { SettingsChangeDocument, SettingsOfficeDocument } from '../generated/operations.js';
import { RemoveExample } from './remove-example.js';
import { officeOf } from './office-facts.js';
import type { OfficeSettings } from './office-facts.js';
import { changeOf, checkDraft, draftOf, FIELD_IDS } from './settings-draft.js';
import type { SettingsDraft } from './settings-draft.js';

/** What counts for everybody in this office or group, and who works here. */
export function OfficePage({ portal, onExampleRemoved }: { readonly portal: Portal; readonly onExampleRemoved: () => void }) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'settings', document: SettingsOfficeDocument, variables: {} });
  return (
    <SettingsFrame portal={portal} part="office" lead={text('settings.officeLead', { tenant: query.data?.tenant.name ?? '' })}>
      <Loaded query={query}>
        {({ tenant }) => (
          <>
            {tenant.viewerCan.includes('tenant.change-settings') ? <SettingsForm key={tenant.id} portal={portal} tenant={officeOf(tenant)} /> : <SettingsFacts tenant={officeOf(tenant)} />}
            {tenant.viewerCan.includes('member.see') && <MembersList portal={portal} />}
            {tenant.isExample && tenant.viewerCan.includes('tenant.remove-example') && <RemoveExample portal={portal} tenantName={tenant.name} onRemoved={onExampleRemoved} />}
          </>
        )}
      </Loaded>
    </SettingsFrame>
  );
}

function SettingsFacts({ tenant }: { readonly tenant: OfficeSettings }) {
  const text = useText();
  return (
    <div className="t-settings">
      <FactList
        facts={[
          { term: text('settings.name'), value: tenant.name },
          { term: text('settings.kind'), value: text(`settings.kind.${tenant.kind}`) },
          { term: text('settings.officeLanguage'), value: text(`settings.language.${tenant.language}`) },
          { term: text('settings.timeZone'), value: tenant.timeZone },
        ]}
      />
      <p className="t-note">{text('settings.readOnly')}</p>
    </div>
  );
}

function SettingsForm({ portal, tenant }: { readonly portal: Portal; readonly tenant: OfficeSettings }) {
  const text = useText();
  const toast = useToast();
  const change = usePortalChange(portal, 'settings', SettingsChangeDocument);
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(tenant));
  const [attempt, setAttempt] = useState(0);
  const problems = attempt === 0 ? [] : checkDraft(draft, text);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (checkDraft(draft, text).length > 0) return;
    change.mutate({ input: changeOf(draft) }, { onSuccess: () => toast({ kind: 'done', title: text('settings.savedOffice', { tenant: draft.name.trim() }) }) });
  };
  const errorOf = (fieldId: string) => {
    const found = problems.find((problem) => problem.fieldId === fieldId);
    return found === undefined ? {} : { error: found.message };
  };
  return (
    <form className="t-settings" noValidate onSubmit={save}>
      <ErrorSummary problems={problems} attempt={attempt} />
      {change.error !== null && <ProblemNotice error={change.error} />}
      <TextField id={FIELD_IDS.name} label={text('settings.name')} width="wide" value={draft.name} onChange={(name) => setDraft({ ...draft, name })} {...errorOf(FIELD_IDS.name)} />
      <RadioGroup look="segments" label={text('settings.officeLanguage')} help={text('settings.officeLanguageHelp')} options={(['nl', 'en'] as const).map((key) => ({ key, label: text(`settings.language.${key}`) }))} value={draft.language} onChange={(key) => setDraft({ ...draft, language: key === 'en' ? 'en' : 'nl' })} />
      <TextField id={FIELD_IDS.months} label={text('settings.notChecked')} help={text('settings.notCheckedHelp')} inputMode="numeric" value={draft.months} onChange={(months) => setDraft({ ...draft, months })} {...errorOf(FIELD_IDS.months)} />
      <div className="t-choice">
        <Checkbox isSelected={draft.needsFourEyes} onChange={(needsFourEyes) => setDraft({ ...draft, needsFourEyes })}>
          {text('settings.fourEyes')}
        </Checkbox>
        <p className="t-note">{text('settings.fourEyesHelp')}</p>
      </div>
      <FactList facts={[{ term: text('settings.kind'), value: text(`settings.kind.${tenant.kind}`) }, { term: text('settings.timeZone'), value: tenant.timeZone }]} />
      <Button type="submit" kind="primary" isPending={change.isPending}>
        {text('settings.save', { tenant: tenant.name })}
      </Button>
    </form>
  );
}
