import type { FieldProblem, TextOf } from '@ketenregie/ui';
import type { SettingsChangeMutationVariables } from '../generated/operations.js';
import type { OfficeSettings } from './office-facts.js';

type SettingsInput = SettingsChangeMutationVariables['input'];

export const FIELD_IDS = { name: 'kantoor-naam', months: 'kantoor-maanden' } as const;
const MOST_MONTHS = 60;

/** The settings as they are typed. */
export interface SettingsDraft {
  readonly name: string;
  readonly language: 'nl' | 'en';
  readonly months: string;
  readonly needsFourEyes: boolean;
}

/** What stands there now, to begin with. */
export function draftOf({ name, language, notCheckedAfterMonths, needsFourEyes }: Pick<OfficeSettings, 'name' | 'language' | 'notCheckedAfterMonths' | 'needsFourEyes'>): SettingsDraft {
  return { name, language, months: String(notCheckedAfterMonths), needsFourEyes };
}

/** What is not right before anything is sent. */
export function checkDraft({ name, months }: SettingsDraft, text: TextOf): FieldProblem[] {
  const count = /^\d+$/.test(months.trim()) ? Number(months) : 0;
  return [
    ...(name.trim() === '' ? [{ fieldId: FIELD_IDS.name, message: text('settings.nameMissing') }] : []),
    ...(count < 1 || count > MOST_MONTHS ? [{ fieldId: FIELD_IDS.months, message: text('settings.notCheckedWrong') }] : []),
  ];
}

/** A draft that was checked, as it is sent. */
export function changeOf({ name, language, months, needsFourEyes }: SettingsDraft): SettingsInput {
  return { name: name.trim(), language, notCheckedAfterMonths: Number(months), needsFourEyes };
}
