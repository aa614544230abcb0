// What every picture of the portal is checked for: errors in the console, a page wider than its window, and what axe finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page of a look (`light`, `dark`, `forced`) and width, which collects what its console and scripts complain of. */
export async function newLookedAtPage(browser, { look, width }) {
  const context = await browser.newContext({ viewport: { width, height: width < 700 ? 844 : 900 }, colorScheme: look === 'dark' ? 'dark' : 'light', forcedColors: look === 'forced' ? 'active' : 'none', locale: 'nl-NL', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  return { context, page, problems };
}

/**
 * What axe finds on the page as it now is; `rules` names the rules or their groups, all unless said. Evaluated over the protocol, so that the
 * page's policy does not stop it.
 */
export async function findings(page, rules = RULES) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), rules);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n      ${nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary.split('\n')[1] ?? ''}`).join('\n      ')}`);
}

/** Whether the page is wider than its window. */
export async function overflowOf(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wide > 0 ? [`wider than the window by ${wide} px`] : [];
}
