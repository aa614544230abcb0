import { LANGUAGES, localeOf } from '@ketenregie/messages';
import { ProblemNotice, usePortalChange, wordOf } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ComboBox, Notice, RadioGroup, Select, useLanguage, useText, useToast } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { DigestChangeDocument } from './generated/operations.js';
import type { DigestSettingsFieldsFragment } from './generated/operations.js';

type Settings = DigestSettingsFieldsFragment;

const FREQUENCIES = ['daily', 'working-days', 'weekly', 'never'] as const;
const HOURS: readonly Option[] = Array.from({ length: 24 }, (_, hour) => ({ key: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));
const ZONES: readonly Option[] = Intl.supportedValuesOf('timeZone').map((zone) => ({ key: zone, label: zone.replaceAll('_', ' ') }));
/** Stands for "as the account", which the API writes as null. */
const OF_ACCOUNT = 'account';
/** 4 January 2027 is a Monday. */
const MONDAY = Date.UTC(2027, 0, 4);
const DAY_MS = 86_400_000;

/** The days of a week by their names, 1 = Monday. */
function weekdays(language: 'nl' | 'en'): Option[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => ({ key: String(day + 1), label: format.format(MONDAY + day * DAY_MS) }));
}

export interface DigestFormProps {
  readonly portal: Portal;
  readonly settings: Settings;
  readonly tenantName: string;
}

/** One's own digest. Ending it is one click, apart from the form and without more questions; so is the link under each mail. */
export function DigestForm({ portal, settings, tenantName }: DigestFormProps) {
  const text = useText();
  const toast = useToast();
  const change = usePortalChange(portal, 'settings', DigestChangeDocument);
  const [draft, setDraft] = useState<Settings>(settings);
  const send = (input: Settings, title: string) => change.mutate({ input }, { onSuccess: () => toast({ kind: 'done', title }) });
  const save = (event: FormEvent) => {
    event.preventDefault();
    send(draft, text('settings.digest.saved'));
  };
  const isOff = settings.frequency === 'never';
  return (
    <form className="t-settings" noValidate onSubmit={save}>
      {isOff && <Notice kind="information" title={text('settings.digest.off', { tenant: tenantName })}>{text('settings.digest.offWhy')}</Notice>}
      {change.error !== null && <ProblemNotice error={change.error} />}
      <Fields draft={draft} onChange={setDraft} />
      <div className="n-actions">
        <Button type="submit" kind="primary" isPending={change.isPending}>
          {text('settings.digest.save')}
        </Button>
        {!isOff && (
          <Button isPending={change.isPending} onPress={() => send({ ...settings, frequency: 'never' }, text('settings.digest.off', { tenant: tenantName }))}>
            {text('settings.digest.stop')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Fields({ draft, onChange }: { readonly draft: Settings; readonly onChange: (draft: Settings) => void }) {
  const text = useText();
  const language = useLanguage();
  const frequency = wordOf(FREQUENCIES, draft.frequency, 'daily');
  const languages = [{ key: OF_ACCOUNT, label: text('settings.digest.languageOfAccount') }, ...LANGUAGES.map((key) => ({ key, label: text(`settings.language.${key}`) }))];
  return (
    <>
      <RadioGroup label={text('settings.digest.frequency')} help={text('settings.digest.frequencyHelp')} options={FREQUENCIES.map((key) => ({ key, label: text(`settings.digest.frequency.${key}`) }))} value={frequency} onChange={(key) => onChange({ ...draft, frequency: key })} />
      {frequency === 'weekly' && <Select label={text('settings.digest.weekday')} options={weekdays(language)} value={String(draft.weekday)} onChange={(key) => onChange({ ...draft, weekday: Number(key) })} />}
      {frequency !== 'never' && (
        <>
          <Select label={text('settings.digest.hour')} options={HOURS} value={String(draft.hour)} onChange={(key) => onChange({ ...draft, hour: Number(key) })} />
          <ComboBox label={text('settings.timeZone')} help={text('settings.digest.timeZoneHelp')} options={ZONES} value={draft.timeZone} onChange={(timeZone) => onChange({ ...draft, timeZone })} />
          <RadioGroup look="segments" label={text('settings.digest.language')} options={languages} value={draft.language ?? OF_ACCOUNT} onChange={(key) => onChange({ ...draft, language: key === OF_ACCOUNT ? null : key })} />
        </>
      )}
    </>
  );
}
