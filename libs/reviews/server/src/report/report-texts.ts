import { formatCount, formatDay, formatInstant, formatMessage, type Language, type MessageId, type MessageValues } from '@ketenregie/messages';
import { type Outcome } from '@ketenregie/reviews-domain';
import { type Html, html } from '@ketenregie/platform/http';

/** The texts of one language, and the status of a line as letter and word: never a colour. */
export class ReportTexts {
  constructor(readonly language: Language) {}

  say(id: MessageId, values: MessageValues = {}): string {
    return formatMessage(this.language, id, values);
  }

  day(day: string | null): string {
    return day === null ? this.say('reviews.report.notRecorded') : formatDay(this.language, day);
  }

  instant(instant: string | null): string {
    return instant === null ? '–' : formatInstant(this.language, instant);
  }

  count(count: number): string {
    return formatCount(this.language, count);
  }

  status(outcome: Outcome): Html {
    return html`<span class="icon" aria-hidden="true">${this.say(`reviews.outcome.${outcome}.icon`)}</span>${this.say(`reviews.outcome.${outcome}`)}`;
  }
}
