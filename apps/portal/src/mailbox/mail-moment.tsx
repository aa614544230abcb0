import { useLanguage } from '@ketenregie/ui';

/** A moment as people write it, in the viewer's language and the time of the Netherlands. */
export function MailMoment({ at }: { readonly at: string | null }) {
  const language = useLanguage();
  if (at === null) return null;
  const shown = new Date(at).toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return <time dateTime={at}>{shown}</time>;
}
