import { LANGUAGES } from '@ketenregie/messages';
import { ROOM, setPreferences, THEMES, usePreferences } from '@ketenregie/portal-kit';
import { SettingsFrame, usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { RadioGroup, Switch, useText } from '@ketenregie/ui';
import { SettingsChangeMyLanguageDocument } from './generated/operations.js';

/** How the portal looks to this viewer. Each choice works at once; there is nothing to save. */
export function DisplayPage({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const { language, theme, density, hasSingleKeys } = usePreferences();
  const remember = usePortalChange(portal, 'settings', SettingsChangeMyLanguageDocument);
  const chooseLanguage = (key: string) => {
    const chosen = LANGUAGES.find((each) => each === key) ?? language;
    setPreferences({ language: chosen });
    remember.mutate({ language: chosen });
  };
  return (
    <SettingsFrame portal={portal} part="display" lead={text('settings.displayLead')}>
      <div className="t-settings">
        <RadioGroup look="segments" label={text('settings.theme')} options={THEMES.map((key) => ({ key, label: text(`settings.theme.${key}`) }))} value={theme} onChange={(key) => setPreferences({ theme: THEMES.find((each) => each === key) ?? theme })} />
        <RadioGroup look="segments" label={text('settings.density')} help={text('settings.densityHelp')} options={ROOM.map((key) => ({ key, label: text(`settings.density.${key}`) }))} value={density} onChange={(key) => setPreferences({ density: ROOM.find((each) => each === key) ?? density })} />
        <RadioGroup look="segments" label={text('settings.language')} help={text('settings.languageMail')} options={LANGUAGES.map((key) => ({ key, label: text(`settings.language.${key}`) }))} value={language} onChange={chooseLanguage} />
        <Switch isSelected={hasSingleKeys} onChange={(isOn) => setPreferences({ hasSingleKeys: isOn })} help={text('settings.singleKeysHelp')}>
          {text('settings.singleKeys')}
        </Switch>
        <p className="t-note">{text('settings.saved')}</p>
      </div>
    </SettingsFrame>
  );
}
