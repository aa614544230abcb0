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

function formatOf(language: Language, id: MessageId): IntlMessageFormat {
  const key = `${language}:${id}`;
  const format = parsed.get(key) ?? new IntlMessageFormat(catalogues[language][id], localeOf(language));
  parsed.set(key, format);
  return format;
}

/** The text of `id` in a language, its ICU arguments filled in. Parsed texts are kept. Throws where an argument is missing. */
export function formatMessage(language: Language, id: MessageId, values: MessageValues = {}): string {
  const text: unknown = formatOf(language, id).format({ ...values });
  return Array.isArray(text) ? text.join('') : String(text);
}

/** The same in parts, in the order of the language: what is given as an object (a name with its link) comes back as it is, between the texts around it. */
export function formatParts<Part extends object>(language: Language, id: MessageId, values: Readonly<Record<string, string | number | Part>>): (string | Part)[] {
  const parts: unknown = formatOf(language, id).format({ ...values } as MessageValues);
  return Array.isArray(parts) ? (parts as (string | Part)[]) : [String(parts)];
}

/** A text by an id that is put together of what was stored, or null where there is none: stored words may be those of another version. */
export function findMessage(language: Language, id: string, values: MessageValues = {}): string | null {
  return Object.hasOwn(catalogues[language], id) ? formatMessage(language, id as MessageId, values) : null;
}
