import { formatKvk } from '@ketenregie/messages';
import type { ReportLine, RoundReport } from '../round-report.js';
import { type Html, html } from '@ketenregie/platform/http';
import type { ReportTexts } from './report-texts.js';

function whatIs({ facts }: ReportLine, t: ReportTexts): string {
  if (facts.scope === 'all') return t.say('reviews.report.everything');
  return facts.targets
    .map(({ nameNl, nameEn, serviceKey, isWholeProvider }) => {
      const name = t.language === 'nl' ? nameNl : nameEn;
      if (serviceKey !== null) return name;
      return isWholeProvider ? t.say('reviews.report.wholeProvider', { name }) : t.say('reviews.report.serviceUnknown', { name });
    })
    .join(', ');
}

function whoIs(line: ReportLine, t: ReportTexts): Html {
  const holder = line.personName ?? t.say('reviews.report.toIntermediary', { name: line.intermediaryName ?? '–' });
  return html`${holder}<span class="said">${line.companyName}${line.companyKvk === null ? '' : `, ${formatKvk(line.companyKvk)}`}</span>`;
}

/** Who said it, when and why; what each said only where they differ. */
function saidOf({ decisions, outcome }: ReportLine, t: ReportTexts): readonly Html[] {
  return decisions.map(({ decision, decidedByName, decidedAt, reason }) => html`<span class="said">${outcome === 'differs' ? `${t.say(`reviews.outcome.${decision}`)}: ` : ''}${decidedByName}, ${t.instant(decidedAt)}${reason === null ? '' : `. ${reason}`}</span>`);
}

function lineRow(line: ReportLine, t: ReportTexts): Html {
  const unusual = line.exceptions.map((exception) => t.say(`reviews.exception.${exception}`)).join(', ');
  return html`<tr><td>${whoIs(line, t)}</td><td>${whatIs(line, t)}<span class="said">${line.facts.level ?? t.say('reviews.exception.level-unknown')}, ${t.say('reviews.report.until', { day: t.day(line.facts.endsOn) })}</span></td>
<td>${line.facts.seenOn === null ? t.say('reviews.report.neverSeen') : t.day(line.facts.seenOn)}</td><td>${unusual === '' ? '–' : unusual}</td><td>${t.status(line.outcome)}${saidOf(line, t)}</td></tr>`;
}

/** Every line of the population with what stands of it, by whom, when and why. */
export function linesTable({ lines }: RoundReport, t: ReportTexts): Html {
  const heads = (['who', 'what', 'seen', 'unusual', 'decision'] as const).map((column) => html`<th scope="col">${t.say(`reviews.report.column.${column}`)}</th>`);
  return html`<h2>${t.say('reviews.report.allLines')}</h2>
<table class="lines"><thead><tr>${heads}</tr></thead><tbody>
${lines.map((line) => lineRow(line, t))}
</tbody></table>`;
}
