import type { TypedDocument } from '@ketenregie/portal-kit';

/** Keeps the viewer's language with the account, for mails. */
export const ChangeMyLanguageDocument: TypedDocument<{ readonly changeMyLanguage: { readonly id: string } }, { readonly language: string }> = `mutation SettingsChangeMyLanguage($language: String!) {
  changeMyLanguage(language: $language) { id }
}`;
