import type { OfficeFieldsFragment, SettingsMembersQuery } from '../generated/operations.js';
import { wordOf } from '../word-of.js';

const KINDS = ['office', 'holding'] as const;
const LANGUAGES = ['nl', 'en'] as const;

/** The settings of the office or group, its words as the portal knows them. */
export type OfficeSettings = Omit<OfficeFieldsFragment, 'kind' | 'language'> & { readonly kind: (typeof KINDS)[number]; readonly language: (typeof LANGUAGES)[number] };
/** Somebody with an account here. */
export type OfficeMember = SettingsMembersQuery['members'][number];

/** The settings with words that the portal knows. */
export function officeOf(raw: OfficeFieldsFragment): OfficeSettings {
  return { ...raw, kind: wordOf(KINDS, raw.kind, 'office'), language: wordOf(LANGUAGES, raw.language, 'nl') };
}
