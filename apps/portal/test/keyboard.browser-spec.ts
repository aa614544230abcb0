import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { pressOn, tabTo, untilFocused } from './by-keys.js';
import { Product } from './product.js';
import { type FurnishedOffice, furnishOffice, type Objects, objectsOf } from './visits.js';
import { Visitor } from './visitor.js';

let product: Product;
let browser: Browser;
let office: FurnishedOffice;
let objects: Objects;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
  office = await furnishOffice(product, 'kantoor');
  visitor = await Visitor.arrive(browser, { address: product.address });
  page = visitor.page;
  await visitor.signIn(office.owner);
  objects = await objectsOf(visitor, office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
afterEach(() => expect(visitor.takeComplaints()).toEqual([]));

const openPage = (path: string): Promise<void> => visitor.openPage(`/${office.slug}/${path}`);
const palette = () => page.getByRole('dialog', { name: visitor.text('palette.title') });
const closed = (): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' });

describe('by keys alone', () => {
  it('somebody signs in', async () => {
    const other = await Visitor.arrive(browser, { address: product.address });
    await other.open('/inloggen');
    await tabTo(other.page, other.page.getByLabel(other.text('signIn.email')));
    await other.page.keyboard.type(office.owner.email);
    await other.page.keyboard.press('Tab');
    await other.page.keyboard.type(office.owner.password);
    await other.page.keyboard.press('Enter');
    await other.page.waitForURL(/\/vandaag$/);
    await other.context.close();
  });

  it('the palette opens over what had the focus, and Escape gives it back', async () => {
    await openPage('vandaag');
    const link = visitor.link('nav.access');
    await tabTo(page, link);
    await page.keyboard.press('Control+k');
    await untilFocused(palette().getByRole('combobox'));
    await page.keyboard.press('Escape');
    await closed();
    await untilFocused(link);
  });

  it('the palette takes one to a company and to a page', async () => {
    await openPage('vandaag');
    await page.keyboard.press('Control+k');
    await untilFocused(palette().getByRole('combobox'));
    await page.keyboard.type(objects.kvk);
    await palette().getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/o/${objects.kvk}`);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await visitor.heading('logbook.title').waitFor();
  });

  it('the menu of the viewer closes by Escape, onto its button', async () => {
    await openPage('vandaag');
    const button = page.getByRole('banner').getByRole('button', { name: 'Ilse Eigenaar' });
    await pressOn(page, button);
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await untilFocused(button);
  });

  it('the overview of keys opens by a key and gives the focus back', async () => {
    await openPage('vandaag');
    const link = visitor.link('nav.companies');
    await tabTo(page, link);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: visitor.text('keys.title') }).waitFor();
    await page.keyboard.press('Escape');
    await closed();
    await untilFocused(link);
  });

  it('a group of today’s tasks is opened', async () => {
    await openPage('vandaag');
    await pressOn(page, page.locator('.k-task a, .k-task button').first());
    await page.waitForURL(/\/vandaag\?/);
    await page.getByRole('grid').waitFor();
  });

  it('a list is filtered by a view and by a person, cleared, and one of its rows opened', async () => {
    await openPage('toegang');
    await tabTo(page, page.getByRole('radiogroup').or(page.getByRole('toolbar')).first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.waitForURL(/status=level-too-low/);
    const person = page.getByRole('combobox', { name: visitor.text('answer.person') });
    await tabTo(page, person);
    await page.keyboard.press('Escape');
    await untilFocused(person);
    await page.keyboard.type('Pieter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/persoon=/);
    await pressOn(page, visitor.button('list.clearFilters'));
    await page.waitForURL((url) => !url.search.includes('persoon='));
    const grid = page.getByRole('grid');
    await tabTo(page, grid);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/kan\?/);
    await page.locator('article.k-answer').waitFor();
  });

  it('"can somebody log in?" is asked and answered', async () => {
    await openPage('kan');
    for (const [label, typed] of [['answer.person', 'Pieter de V'], ['answer.company', objects.kvk], ['answer.service', 'Loonheff']] as const) {
      await tabTo(page, page.getByRole('combobox', { name: visitor.text(label), exact: true }));
      await page.keyboard.type(typed);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await pressOn(page, visitor.button('answer.ask'));
    await page.locator('article.k-answer').waitFor();
  });

  it('a right is opened from the chain, and Escape leads back to where it stood', async () => {
    await openPage(`o/${objects.kvk}/keten`);
    const open = page.locator('.r-open').first();
    await pressOn(page, open);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await closed();
    await untilFocused(open);
  });

  it('the details of a person are left by Escape, and changed', async () => {
    await openPage(`medewerkers/${objects.person}`);
    const change = visitor.button('people.change');
    await pressOn(page, change);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await closed();
    await untilFocused(change);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('dialog').getByRole('textbox', { name: visitor.text('people.column.job') }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('fiscalist');
    await pressOn(page, page.getByRole('dialog').getByRole('button', { name: visitor.text('people.form.save', { person: 'Pieter de Vuursteen' }) }));
    await closed();
    await page.getByText('fiscalist', { exact: true }).first().waitFor();
  });

  it('an import is taken from its columns to what it changes, and recorded', async () => {
    await openPage(`import/${objects.stagedImport}/kolommen`);
    await pressOn(page, visitor.link('import.columns.next').first());
    await page.waitForURL(/\/nakijken/);
    await pressOn(page, page.locator('.x-apply button'));
    await page.waitForURL(/\/gereed/);
    await visitor.heading('import.done.insight').waitFor();
  });

  it('planning a review is left by Escape, onto its button', async () => {
    await openPage('controles');
    const plan = visitor.button('reviews.plan');
    await pressOn(page, plan);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await closed();
    await untilFocused(plan);
  });

  it('a review is decided line by line; Escape from a reason leads back to its line', async () => {
    await openPage(`controles/${objects.round}`);
    const line = (index: number) => page.locator(`[data-line="${index}"]`);
    await tabTo(page, line(0));
    await page.keyboard.press('b');
    await line(0).locator('.v-outcome').getByText(visitor.text('reviews.outcome.keep'), { exact: true }).waitFor();
    for (const [key, outcome] of [['i', 'revoke'], ['w', 'change']] as const) {
      const index = key === 'i' ? 1 : 2;
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await closed();
      await untilFocused(line(index));
      await page.keyboard.press(key);
      await untilFocused(page.getByRole('dialog').getByRole('textbox'));
      await page.keyboard.type('Past niet meer');
      await page.keyboard.press('Enter');
      await closed();
      await line(index).locator('.v-outcome').getByText(visitor.text(`reviews.outcome.${outcome}`), { exact: true }).waitFor();
    }
  });

  it('a service is opened from the catalogue, and an organisation from its list', async () => {
    for (const [path, to] of [['portalen', /\/portalen\/[a-z]/], ['organisaties', /\/o\/(\d{8}|x-)/], ['medewerkers', /\/medewerkers\/[0-9a-f-]{36}/]] as const) {
      await openPage(path);
      await tabTo(page, page.getByRole('grid'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(to);
    }
  });

  it('the log is looked through by kind', async () => {
    await openPage('logboek');
    await tabTo(page, page.locator('.t-filters').getByRole('button', { name: visitor.text('logbook.filter.kind') }).first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/logboek\?/);
  });

  it('settings are chosen by arrows and saved by Enter', async () => {
    await openPage('instellingen/weergave');
    const light = page.getByRole('radio', { name: visitor.text('settings.theme.light') });
    await tabTo(page, page.getByRole('radiogroup', { name: visitor.text('settings.theme') }));
    await page.keyboard.press('ArrowRight');
    expect(await light.isChecked()).toBe(true);
    await openPage('instellingen/overzicht');
    await pressOn(page, visitor.button('settings.digest.save'));
    await page.getByText(visitor.text('settings.digest.saved')).first().waitFor();
  });
});
