import { formatDay, formatKvk } from '@ketenregie/messages';
import type { Language, MessageId } from '@ketenregie/messages';
import type { TextOf } from '@ketenregie/ui';
import type { LineFactsFragment } from '../generated/operations.js';

/** What of a line its words are made of. */
export type LineNames = Pick<LineFactsFragment, 'personName' | 'intermediaryName' | 'companyName' | 'companyKvk' | 'facts' | 'exceptions'>;

/** Whose right it is: an employee's half, or the client's half to one intermediary. */
export function holderWords({ personName, intermediaryName }: LineNames, text: TextOf): string {
  return personName === null ? text('reviews.line.clientHalf', { name: intermediaryName ?? text('right.ownOffice') }) : text('reviews.line.officeHalf', { name: personName });
}

/** All that it covers. */
export function scopeWords({ facts }: LineNames, text: TextOf, language: Language): string {
  if (facts.scope === 'all') return text('reviews.report.everything');
  const named = ({ nameNl, nameEn, serviceKey, isWholeProvider }: LineFactsFragment['facts']['targets'][number]): string => {
    const name = language === 'nl' ? nameNl : nameEn;
    if (serviceKey !== null) return name;
    return text(isWholeProvider ? 'reviews.report.wholeProvider' : 'reviews.report.serviceUnknown', { name });
  };
  return facts.targets.map(named).join(', ');
}

/** What is unusual, in words, gravest first. */
export function exceptionWords({ exceptions }: LineNames, text: TextOf): string[] {
  return exceptions.map((exception) => text(`reviews.exception.${exception}` as MessageId));
}

/** Until when, as it was recorded. */
export function endWords({ facts }: LineNames, text: TextOf, language: Language): string {
  return facts.endsOn === null ? text('access.noEnd') : text('reviews.report.until', { day: formatDay(language, facts.endsOn) });
}

/** Names a line in one breath: for whom, who, what. */
export function lineName(line: LineNames, text: TextOf, language: Language): string {
  const number = line.companyKvk === null ? '' : ` (${formatKvk(line.companyKvk)})`;
  return `${line.companyName}${number}, ${holderWords(line, text)}, ${scopeWords(line, text, language)}`;
}
