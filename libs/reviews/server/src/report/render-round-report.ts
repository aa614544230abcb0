import { formatKvk, type Language } from '@ketenregie/messages';
import { OUTCOMES, reviewedCount } from '@ketenregie/reviews-domain';
import type { RoundReport } from '../round-report.js';
import { type Html, html } from '@ketenregie/platform/http';
import { linesTable } from './lines-table.js';
import { reportStyle } from './report-style.js';
import { ReportTexts } from './report-texts.js';

const row = (name: string, value: string | Html): Html => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;

function whatPart({ tenantName, tenantKvk, round, startedByName, closedByName }: RoundReport, t: ReportTexts): Html {
  const late = round.isLate ? t.say('reviews.report.late', { missed: round.missedCount }) : t.say('reviews.report.onTime');
  const closed = round.closedAt === null ? t.say('reviews.report.stillOpen') : t.say('reviews.report.closedBy', { at: t.instant(round.closedAt), name: closedByName ?? '–' });
  return html`<h1>${t.say('reviews.report.title', { name: round.name })}</h1>
<table><tbody>${[
    row(t.say('reviews.report.office'), tenantKvk === null ? tenantName : `${tenantName}, ${t.say('reviews.report.kvk', { number: formatKvk(tenantKvk) })}`),
    row(t.say('reviews.report.period'), `${t.day(round.periodOn)}, ${late}`),
    row(t.say('reviews.report.started'), t.say('reviews.report.startedBy', { on: t.day(round.populationOn), name: startedByName })),
    row(t.say('reviews.report.due'), t.day(round.dueOn)),
    row(t.say('reviews.report.closed'), closed),
  ]}</tbody></table>`;
}

/** A register by its name; one that the catalogue has no longer by its key. */
const supplierOf = ({ supplierNames }: RoundReport, key: string): string => supplierNames.get(key) ?? key;

function queryText(report: RoundReport, t: ReportTexts): string {
  const { scope, supplierKey } = report.round.query;
  if (scope === 'client') return t.say('reviews.report.queryClient');
  return scope === 'supplier' ? t.say('reviews.report.querySupplier', { supplier: supplierKey === null ? '–' : supplierOf(report, supplierKey) }) : t.say('reviews.report.queryAll');
}

function populationPart(report: RoundReport, t: ReportTexts): Html {
  const { round } = report;
  const leftOut = Object.entries(round.leftOut).map(([why, count]) => t.say(`reviews.leftOut.${why as keyof typeof round.leftOut}`, { count }));
  const sources = round.sources.map(({ supplierKey, origin, count }) => html`<tr><td>${supplierKey === null ? t.say('reviews.report.supplierUnknown') : supplierOf(report, supplierKey)}</td><td>${t.say(`reviews.origin.${origin}`)}</td><td class="number">${t.count(count)}</td></tr>`);
  return html`<h2>${t.say('reviews.report.population')}</h2>
<table><tbody>${[
    row(t.say('reviews.report.query'), queryText(report, t)),
    row(t.say('reviews.report.moment'), t.say('reviews.report.asOf', { on: t.day(round.populationOn), at: t.instant(round.knownAt) })),
    row(t.say('reviews.report.lines'), t.count(report.lines.length)),
    // How much there is of clients that the reader does not see is not told him.
    ...(report.isWhole ? [row(t.say('reviews.report.leftOut'), leftOut.length === 0 ? t.say('reviews.report.none') : leftOut.join(', '))] : []),
    row(t.say('reviews.report.populationHash'), html`<span class="hash">${round.populationHash}</span>`),
  ]}</tbody></table>
${report.isWhole ? html`<table><thead><tr><th scope="col">${t.say('reviews.report.supplier')}</th><th scope="col">${t.say('reviews.report.origin')}</th><th scope="col" class="number">${t.say('reviews.report.lines')}</th></tr></thead><tbody>${sources}</tbody></table>` : null}`;
}

function outcomePart({ counts, round, isWhole }: RoundReport, t: ReportTexts): Html {
  const rows = OUTCOMES.map((outcome) => html`<tr><th scope="row">${t.status(outcome)}</th><td class="number">${t.count(counts[outcome])}</td></tr>`);
  const closing = isWhole ? round.closing : null;
  return html`<section class="whole"><h2>${t.say('reviews.report.outcome')}</h2>
<p>${t.say('reviews.report.reviewedOf', { reviewed: reviewedCount(counts), total: counts.total })} ${counts.undecided > 0 ? t.say('reviews.report.silence') : null}</p>
<table class="outcome"><tbody>${rows}</tbody></table>
${closing === null ? null : html`<p>${t.say('reviews.report.followUp', { revokes: closing.revokes, changes: closing.changes, underWay: closing.alreadyUnderWay })}</p>`}</section>`;
}

function signaturePart({ reviewers, decisionsHash }: RoundReport, t: ReportTexts): Html {
  const blocks = reviewers.map(({ name, assigned, decided, notReviewed }) => html`<div><strong>${name === '' ? t.say('reviews.report.noReviewer') : name}</strong><br>
${t.say('reviews.report.reviewerDid', { assigned, decided, notReviewed })}
${name === '' ? null : html`<div class="rule"></div>${t.say('reviews.report.signature')}`}</div>`);
  return html`<h2>${t.say('reviews.report.reviewers')}</h2>
${decisionsHash === null ? null : html`<p>${t.say('reviews.report.decisionsHash')}: <span class="hash">${decisionsHash}</span></p>`}
<div class="signature">${blocks}</div>`;
}

/**
 * The report of a round as one HTML page for A4: head and hash on every sheet, a status as letter and word, a block to sign for each
 * reviewer. Pure: the same report gives the same page.
 */
export function renderRoundReport(report: RoundReport, language: Language): string {
  const t = new ReportTexts(language);
  const { round, tenantName, tenantKvk } = report;
  const title = `${tenantName} · ${t.say('reviews.report.title', { name: round.name })} · ${t.day(round.periodOn)}`;
  const head = [tenantName, ...(tenantKvk === null ? [] : [t.say('reviews.report.kvk', { number: formatKvk(tenantKvk) })]), round.name, t.day(round.periodOn)].join(' / ');
  const style = reportStyle({ head, hash: report.decisionsHash ?? round.populationHash ?? '', page: t.say('reviews.report.page'), of: t.say('reviews.report.of') });
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
${style}</head><body><main>
${whatPart(report, t)}
${report.isWhole ? null : html`<p class="note">${t.say('reviews.report.part')}</p>`}
${populationPart(report, t)}
${outcomePart(report, t)}
${signaturePart(report, t)}
${linesTable(report, t)}
</main></body></html>
`.text;
}
