import { formatCount, formatInstant, formatMessage, type Language, type MessageId, type MessageValues } from '@ketenregie/messages';
import type { InstallationHealth } from '@ketenregie/notices-server';
import { type Html, html } from '@ketenregie/platform/http';

const STYLE = html`:root { color-scheme: light dark; --ground: light-dark(#f4f5f0, #111715); --ink: light-dark(#17201c, #e9efeb); --hair: light-dark(#d3d8cc, #35413c); --loud: light-dark(#981b1b, #f7a59b); }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 1.75rem; } h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; } .scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; } th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; } .number { text-align: right; }
a { color: inherit; } .loud { color: var(--loud); font-weight: 650; } .loud::before { content: "! "; } code { font-size: .9em; overflow-wrap: anywhere; } @media print { body { background: #fff; } }`;

interface Words {
  readonly language: Language;
  say(id: MessageId, values?: MessageValues): string;
  when(at: Date | string | null | undefined): string;
}

const wordsIn = (language: Language): Words => ({
  language,
  say: (id, values = {}) => formatMessage(language, id, values),
  when: (at) => (at === null || at === undefined ? '–' : formatInstant(language, at instanceof Date ? at.toISOString() : at)),
});

/** A number; one that asks for somebody is marked by a sign and its weight, its colour comes last. */
function row(name: string, count: number, { words, isLoud = false, note = '' }: { readonly words: Words; readonly isLoud?: boolean; readonly note?: string }): Html {
  const number = formatCount(words.language, count);
  return html`<tr><th scope="row">${name}</th><td class="number">${isLoud && count > 0 ? html`<span class="loud">${number}</span>` : number}</td><td>${note}</td></tr>`;
}

function queuePart({ queue }: InstallationHealth, words: Words): Html {
  const { say, when } = words;
  if (queue === null) return html`<p><strong class="loud">${say('operator.queue.silent')}</strong></p>`;
  return html`<div class="scroll"><table><tbody>${[
    row(say('operator.waiting'), queue.waiting, { words, note: queue.oldestWaitingAt === null ? '' : say('operator.oldest', { at: when(queue.oldestWaitingAt) }) }),
    row(say('operator.active'), queue.active, { words }),
    row(say('operator.delayed'), queue.delayed, { words, note: say('operator.delayedNote') }),
    row(say('operator.failed'), queue.failed, { words, isLoud: true, note: say('operator.failedNote') }),
  ]}</tbody></table></div>`;
}

function schedulesPart({ queue }: InstallationHealth, { say, when }: Words): Html {
  const rows = (queue?.schedules ?? []).map(({ name, cron, timeZone, nextAt, last }) => {
    const state = last === null ? say('operator.run.notKept') : say(`operator.run.${last.state}`, { at: when(last.endedAt ?? last.dueAt) });
    return html`<tr><th scope="row"><code>${name}</code></th><td><code>${cron}</code> ${timeZone}</td><td>${last?.state === 'failed' ? html`<span class="loud">${state}</span>` : state}</td><td>${when(nextAt)}</td></tr>`;
  });
  const heads = (['name', 'rhythm', 'last', 'next'] as const).map((column) => html`<th scope="col">${say(`operator.schedule.${column}`)}</th>`);
  return html`<h2>${say('operator.schedules')}</h2><div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function failedPart({ queue }: InstallationHealth, { say, when }: Words): Html | null {
  if (queue === null || queue.failedJobs.length === 0) return null;
  const rows = queue.failedJobs.map(({ id, name, reason, failedAt }) => html`<tr><th scope="row"><code>${name}</code></th><td><code>${id}</code></td><td><code>${reason}</code></td><td>${when(failedAt)}</td></tr>`);
  const heads = (['name', 'id', 'reason', 'at'] as const).map((column) => html`<th scope="col">${say(`operator.failedJob.${column}`)}</th>`);
  return html`<h2>${say('operator.failedJobs')}</h2><div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function workPart({ work }: InstallationHealth, words: Words): Html {
  const { say, when } = words;
  return html`<h2>${say('operator.outbox')}</h2><div class="scroll"><table><tbody>${[
    row(say('operator.waiting'), work.outboxWaiting, { words, note: work.oldestOutboxAt === null ? '' : say('operator.oldest', { at: when(work.oldestOutboxAt) }) }),
    row(say('operator.underWay'), work.outboxUnderWay, { words }),
    row(say('operator.failed'), work.outboxFailed, { words, isLoud: true }),
    row(say('operator.silentWork'), work.silentOperations, { words, isLoud: true }),
  ]}</tbody></table></div>
<h2>${say('operator.mail')}</h2><div class="scroll"><table><tbody>${[
    row(say('operator.waiting'), work.mailWaiting, { words }),
    row(say('operator.mailInTrouble'), work.mailInTrouble, { words, isLoud: true, note: say('operator.mailInTroubleNote') }),
    row(say('operator.mailInDoubt'), work.mailInDoubt, { words, isLoud: true, note: say('operator.mailInDoubtNote') }),
    row(say('operator.held'), work.sendingHeld, { words, isLoud: true, note: say('operator.ofTenants', { tenants: work.tenants }) }),
  ]}</tbody></table></div>`;
}

function pageOf(language: Language, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${STYLE}</style></head><body><main>
<h1>${title}</h1>${body}
</main></body></html>
`.text;
}

/** What a browser shows once somebody gave no key or a wrong one: what is asked, where it stands and how to try again. */
export function renderLockedPage(language: Language): string {
  const { say } = wordsIn(language);
  return pageOf(language, say('operator.locked.title'), html`<p>${say('operator.locked.why')}</p><p>${say('operator.locked.do')}</p><p><a href="/operator">${say('operator.locked.again')}</a> · <a href="/">${say('operator.locked.portal')}</a></p>`);
}

/** The operator's page: plain HTML, in Dutch or English. Pure: the same health gives the same page. */
export function renderOperatorPage(health: InstallationHealth, language: Language): string {
  const words = wordsIn(language);
  const body = html`<p>${words.say('operator.lead')}</p>
<h2>${words.say('operator.queue')}</h2>${queuePart(health, words)}
${schedulesPart(health, words)}
${failedPart(health, words)}
${workPart(health, words)}`;
  return pageOf(language, words.say('operator.title'), body);
}
