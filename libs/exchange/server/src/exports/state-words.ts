import type { MeansState } from '@ketenregie/people-domain';
import type { RecordedRight } from '@ketenregie/authorisations-server';
import type { CalendarDate } from '@ketenregie/kernel';

/** The word of a right's state as the lists of offices write it. */
export const RIGHT_WORDS: Readonly<Record<RecordedRight['state'], string>> = { active: 'ja', requested: 'aangevraagd', ended: 'vervallen', unknown: '' };

export const MEANS_WORDS: Readonly<Record<MeansState, string>> = { active: 'actief', requested: 'aangevraagd', suspended: 'geschorst', withdrawn: 'ingetrokken', unknown: '' };

/** An end as exactly as it is known: a day, a month, a quarter or a year; `onbepaald` where it is said that there is none. */
export function endCell(endsOn: CalendarDate | null, precision: RecordedRight['untilPrecision']): string | null {
  if (endsOn === null) return precision === 'none' ? 'onbepaald' : null;
  const [year = '', month = ''] = endsOn.split('-');
  switch (precision) {
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)} ${year}`;
    case 'year':
      return year;
    default:
      return endsOn;
  }
}
