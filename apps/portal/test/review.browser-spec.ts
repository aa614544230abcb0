import type { Language } from '@ketenregie/messages';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { type Account, Product } from './product.js';
import { stepsInOrder } from './steps.js';
import { Visitor } from './visitor.js';

const CASES: readonly Language[] = ['nl', 'en'];
const slugOf = (language: Language): string => `toetskantoor-${language}`;
let product: Product;
let browser: Browser;
let owners: readonly Account[];

/** An office with its employees, clients, means and chains. */
async function makeOffice(slug: string): Promise<Account> {
  const owner = await product.makeTenant({ slug, name: 'Kantoor Waterlinie', kind: 'office', kvk: '90000001' });
  await product.record(slug, 'staff.csv');
  await product.record(slug, 'accountant-chains.xlsx');
  return owner;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
  owners = await Promise.all(CASES.map((language) => makeOffice(slugOf(language))));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const line = (page: Page, index: number) => page.locator(`[data-line="${String(index)}"]`);

describe.each(CASES.map((language) => [language] as const))('a periodic review (%s)', (language) => {
  const slug = slugOf(language);
  let visitor: Visitor;
  let page: Page;
  const step = stepsInOrder(() => visitor);
  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, { address: product.address, language });
    page = visitor.page;
  });
  afterEach(() => expect(visitor.takeComplaints()).toEqual([]));

  const outcomeOf = (index: number, outcome: 'undecided' | 'keep' | 'revoke' | 'change') => line(page, index).locator('.v-outcome').getByText(visitor.text(`reviews.outcome.${outcome}`), { exact: true });
  const giveReason = async (key: string, reason: string): Promise<void> => {
    await page.keyboard.press(key);
    const field = page.getByRole('dialog').getByRole('textbox');
    await field.waitFor();
    await page.keyboard.type(reason);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  step('plans one over all chains, every quarter, and starts it', async () => {
    await visitor.signIn(owners[CASES.indexOf(language)] as Account);
    await visitor.link('nav.reviews').click();
    await visitor.button('reviews.plan').click();
    await page.getByRole('dialog').getByRole('button', { name: visitor.text('reviews.form.plan'), exact: true }).click();
    const name = visitor.text('reviews.form.nameExample');
    await visitor.button('reviews.startNamed', { name }).click();
    await page.waitForURL(new RegExp(`/${slug}/controles/[0-9a-f-]{36}$`));
    await page.getByRole('grid', { name: visitor.text('reviews.lines') }).waitFor();
  });

  step('decides by keys: keep, revoke and change with a reason, and sees each at once', async () => {
    await line(page, 0).focus();
    await page.keyboard.press('b');
    await outcomeOf(0, 'keep').waitFor();
    await giveReason('i', 'Niet meer nodig');
    await outcomeOf(1, 'revoke').waitFor();
    await giveReason('w', 'Naar EH3');
    await outcomeOf(2, 'change').waitFor();
    await line(page, 1).getByText('Niet meer nodig').waitFor();
    // The arrows go on, and a key on the line that has the focus is about that line.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('b');
    await outcomeOf(4, 'keep').waitFor();
    await outcomeOf(3, 'undecided').waitFor();
  });

  step('takes the last one back, and finds the rest after coming back to the page', async () => {
    await page.keyboard.press('z');
    await outcomeOf(4, 'undecided').waitFor();
    await page.reload();
    await line(page, 0).waitFor();
    for (const [index, outcome] of (['keep', 'revoke', 'change', 'undecided'] as const).entries()) await outcomeOf(index, outcome).waitFor();
  });

  step('is told before closing what nobody reviewed, closes, and nothing can be decided any more', async () => {
    await visitor.button('reviews.close').click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(visitor.text('reviews.close.follows', { revokes: 1, changes: 1 })).waitFor();
    await dialog.getByRole('button', { name: visitor.text('reviews.close.confirm', { tenant: 'Kantoor Waterlinie' }) }).click();
    await page.getByText(visitor.text('reviews.closed.title')).waitFor();
    await outcomeOf(1, 'revoke').waitFor();
    expect(await page.locator('.v-decide').count()).toBe(0);
  });

  step('prints the report: every line and the hash of all decisions, on more than one sheet', async () => {
    const [report] = await Promise.all([visitor.context.waitForEvent('page'), visitor.link('reviews.report').click()]);
    await report.waitForLoadState();
    await report.getByRole('heading', { name: visitor.text('reviews.report.allLines') }).waitFor();
    expect(await report.locator('html').getAttribute('lang')).toBe(language);
    expect(await report.locator('.lines').textContent()).toContain('Niet meer nodig');
    expect(await report.evaluate(() => getComputedStyle(document.querySelector('.icon') as Element).borderStyle)).toBe('solid');
    expect((await report.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
    await report.close();
  });

  step('stands in the log, and the revoke is something to do', async () => {
    await visitor.link('nav.logbook').click();
    await page.locator('.t-event-what > p').getByText(visitor.said('logbook.says.review-round.closed')).first().waitFor();
    await page.locator('.t-event-what > p').getByText(visitor.said('logbook.says.review-round.decided')).first().waitFor();
    await page.locator('.t-event-what > p').getByText(visitor.said('logbook.says.authorisation.revocation-decided')).first().waitFor();
  });
});
