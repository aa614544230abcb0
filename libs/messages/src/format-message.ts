import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en/index.js';
import { localeOf } from './format-value.js';
import type { Language, MessageId, Messages, MessageValues } from './message-id.js';
import { nl } from './nl/index.js';

const catalogues: Readonly<Record<Language, Messages>> = { nl, en };
const parsed = new Map<string, IntlMessageFormat>();

/** All texts of one language, at once; for servers and tests. Browsers use `loadMessages`. */
export function messagesOf(language: Language): Messages {
  return catalogues[language];
}

/** The text of `id` in a language, its ICU arguments filled in. Parsed texts are kept. Throws where an argument is missing. */
export function formatMessage(language: Language, id: MessageId, values: MessageValues = {}): string {
  const key = `${language}:${id}`;
  const format = parsed.get(key) ?? new IntlMessageFormat(catalogues[language][id], localeOf(language));
  parsed.set(key, format);
  const text: unknown = format.format({ ...values });
  return Array.isArray(text) ? text.join('') : String(text);
}
